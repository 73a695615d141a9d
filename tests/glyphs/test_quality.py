"""Text that is none."""

from __future__ import annotations

import pytest

from planparse.glyphs.quality import no_text

THAI = "โครงการซ่อมแซมถนนสายบ้านหนองน้ำใส หมู่ที่ ๓ งบประมาณ 250,000 บาท กองช่าง ต.ค. พ.ย. ธ.ค. "
ENGLISH = "The annual operation plan of the municipality states projects, budget and time for each of them. "
RUBBISH = "uHu~1t1T :;lu'lJ 1J1:;~1Cl .f'1. 2lfI'1Jb n1'j~1Lilu~1u LL~u Vf;'1 ~~'J IfI1.1 n1:: 1J.f1 lJ1'1I "


@pytest.mark.parametrize(
    ("text", "pictures", "why"),
    [
        pytest.param("\ufffd" * 40, 0, "glyph numbers", id="unknown"),
        pytest.param("กขคง" * 10 + "\ufffd" * 20, 0, "glyph numbers", id="a-third-unknown"),
        pytest.param("\x01\x02ก" * 20, 0, "glyph numbers", id="control-codes"),
        pytest.param("\uf020\uf041" * 20, 0, "glyph numbers", id="private-use"),
        pytest.param("\U000f0001" * 40, 0, "glyph numbers", id="private-plane"),
        pytest.param("(cid:12)(cid:7)" * 10, 0, "glyph numbers", id="cid"),
        pytest.param("".join(map(chr, range(0x2701, 0x2761))), 0, "glyph numbers", id="ornaments"),
        pytest.param("ก" * 60, 0, "one letter", id="one-letter"),
        pytest.param("กก กข " * 20, 0, "one letter", id="nearly-one-letter"),
        pytest.param(RUBBISH * 3, 1, "another language", id="ocr-in-english"),
    ],
)
def test_text_that_is_none_says_why(text: str, pictures: int, why: str) -> None:
    assert why in (no_text(text, pictures) or "")


@pytest.mark.parametrize("pictures", [0, 1])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(THAI * 3, id="thai"),
        pytest.param(ENGLISH * 3, id="english"),
        pytest.param(THAI + RUBBISH, id="thai-and-rubbish"),
        pytest.param("1,250.00 300.00 7.5 % 12/2568 (100) " * 6, id="numbers"),
        pytest.param("................................................................ 5", id="leaders"),
        pytest.param("\ufffd" * 39, id="too-little-to-tell"),
        pytest.param("ก" * 39, id="too-few-letters"),
        pytest.param(THAI + "\ufffd" * 5, id="some-unknown"),
        pytest.param("แผน (cid:3) " + THAI, id="one-cid"),
        pytest.param("✓ • ☐ → " * 15, id="signs"),
        pytest.param("①②③④⑤⑥⑦⑧⑨⑩✓✗ " * 2 + THAI * 2, id="numbers-in-circles"),
        pytest.param("✓✔☑ " * 30, id="ticks"),
        pytest.param(RUBBISH[:50], id="a-few-words"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_text_is_text(text: str, pictures: int) -> None:
    assert no_text(text, pictures) is None


def test_rubbish_without_a_picture_is_text() -> None:
    assert no_text(RUBBISH * 3, 0) is None
