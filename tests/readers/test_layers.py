"""Layers that are switched off: what lies on them is not read."""

from __future__ import annotations

import zlib

import pytest

from planparse.readers.pdf.layers import has_layers
from readers.pdfs import first_page, stream, written

SEEN = b"BT /F 10 Tf 20 60 Td (seen) Tj ET 20 20 m 300 20 l S"
ON_LAYER = b"BT /F 10 Tf 20 160 Td (layer) Tj ET 20 200 m 300 200 l S"
OTHER = b"BT /F 10 Tf 20 260 Td (other) Tj ET 20 280 m 300 280 l S"
GROUP = b"8 0 R"


def layered(content: bytes, *, off: bytes = GROUP, page: bytes = b"", form: bytes = SEEN, of_form: bytes = b"") -> bytes:
    """A PDF with two layers: the groups 8 and 9, known as ``/A`` and ``/B``, and as ``/M`` both at once; a form ``/X``."""
    return written(
        b"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [8 0 R 9 0 R] /D << /OFF [%s] >> >> >>" % off,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R /Resources 5 0 R %s >>" % page,
        stream(content),
        b"<< /Font << /F 6 0 R >> /XObject << /X 7 0 R >> /Properties << /A 8 0 R /B 9 0 R /M 10 0 R >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        stream(form, b"/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources 5 0 R %s" % of_form),
        b"<< /Type /OCG /Name (one) >>",
        b"<< /Type /OCG /Name (one) >>",
        b"<< /Type /OCMD /OCGs [8 0 R 9 0 R] /P /AllOn >>",
    )


def read(data: bytes) -> tuple[str, int]:
    """The text of the first page, and how many rules it has."""
    page = first_page(data)
    return "".join(glyph.text for glyph in page.glyphs), len(page.rules)


@pytest.mark.parametrize("turned", [b"", b"/Rotate 90", b"/CropBox [10 10 390 290]"])
@pytest.mark.parametrize(
    ("off", "text"),
    [
        pytest.param(b"8 0 R", "seenother", id="one"),
        pytest.param(b"9 0 R", "seenlayer", id="the-other-of-the-same-name"),
        pytest.param(b"8 0 R 9 0 R", "seen", id="both"),
        pytest.param(b"", "seenlayerother", id="none"),
    ],
)
def test_what_lies_on_a_layer_that_is_off_is_not_read(off: bytes, text: str, turned: bytes) -> None:
    content = b"%s /OC /A BDC %s EMC /OC /B BDC q %s Q EMC" % (SEEN, ON_LAYER, OTHER)
    told, rules = read(layered(content, off=off, page=turned))
    assert sorted(told) == sorted(text)
    assert rules == 1 + ("layer" in text) + ("other" in text)


@pytest.mark.parametrize(("off", "text"), [(b"9 0 R", "seen"), (b"", "seenlayer")], ids=["one-of-them", "none"])
def test_what_needs_two_layers_is_read_if_both_are_on(off: bytes, text: str) -> None:
    assert read(layered(b"%s /OC /M BDC %s EMC" % (SEEN, ON_LAYER), off=off))[0] == text


def test_a_layer_within_a_form_is_one_too() -> None:
    inner = b"/OC /A BDC %s EMC %s" % (ON_LAYER, OTHER)
    assert read(layered(b"%s /X Do" % SEEN, form=inner)) == ("seenother", 2)
    assert read(layered(b"%s /X Do" % SEEN, form=inner, off=b"")) == ("seenlayerother", 3)


@pytest.mark.parametrize(("off", "text"), [(GROUP, "seen"), (b"", "seenlayer")], ids=["off", "on"])
def test_a_form_may_lie_on_a_layer(off: bytes, text: str) -> None:
    data = layered(b"%s /X Do" % SEEN, form=ON_LAYER, of_form=b"/OC 8 0 R", off=off)
    assert read(data)[0] == text


def test_what_an_ocr_program_says_of_a_picture_is_read_from_a_layer_that_is_on() -> None:
    picture = b"q 380 0 0 280 10 10 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"
    said = b"BT 3 Tr /F 10 Tf 20 160 Td (said) Tj ET"
    assert read(layered(b"%s /OC /A BDC %s EMC" % (picture, said), off=b""))[0] == "said"
    assert read(layered(b"%s /X Do" % picture, form=said, of_form=b"/OC 8 0 R", off=b""))[0] == "said"
    assert read(layered(b"%s /OC /A BDC %s EMC" % (picture, said)))[0] == ""


def test_marks_of_other_kinds_are_no_layers() -> None:
    content = b"/P << /MCID 0 >> BDC %s EMC /Artifact BMC %s EMC /OCX /A BDC %s EMC" % (SEEN, ON_LAYER, OTHER)
    assert read(layered(content))[0] == "seenlayerother"


@pytest.mark.parametrize(
    ("data", "layers"),
    [
        pytest.param(layered(SEEN), True, id="plain"),
        pytest.param(
            b"1 0 obj << /Type /ObjStm /N 1 >> stream\r\n%s\r\nendstream" % zlib.compress(b"1 0 << /OCProperties 2 0 R >>"),
            True,
            id="packed",
        ),
        pytest.param(b"<< /Type /ObjStm >> stream\n%s endstream" % zlib.compress(b"<< /Type /Catalog >>"), False, id="without"),
        pytest.param(b"<< /Type /ObjStm >> stream\nnot packed at all", False, id="broken"),
        pytest.param(b"/ObjStm stream\n", False, id="cut-off"),
        pytest.param(b"", False, id="nothing"),
    ],
)
def test_a_pdf_tells_that_it_has_layers(data: bytes, layers: bool) -> None:
    assert has_layers(data) is layers
