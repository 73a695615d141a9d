"""Months as labels and in words: which are named, and which words only look like one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.thai.months import FISCAL_ORDER, FULL, SHORT, NamedSpan, full_year, month_of, named_spans, year_of
from thai.right_thai import RIGHT

WITH_MONTHS = {"ต.ค. 68 - ก.ย. 69", "ม.ค., มี.ค. และ พ.ค."}
SPOKEN = ("มกรา", "กุมภา", "มีนา", "เมษา", "พฤษภา", "มิถุนา", "กรกฎา", "สิงหา", "กันยา", "ตุลา", "พฤศจิกา", "ธันวา")


@pytest.mark.parametrize(
    "names", [SHORT, FULL, SPOKEN, [name.replace(".", "") for name in SHORT]], ids=["short", "full", "spoken", "bare"]
)
def test_every_month_has_its_names(names: tuple[str, ...]) -> None:
    assert [month_of(name) for name in names] == list(range(1, 13))


@pytest.mark.parametrize(
    ("label", "month", "year"),
    [
        ("ต.ค.66", 10, 2566),
        ("ต.ค. ๖๖", 10, 2566),
        ("ต.ค. 2566", 10, 2566),
        (" มี . ค . ", 3, None),
        ("เม,ย,", 4, None),
        ("ก.ย", 9, None),
        ("พ·ค·", 5, None),
        ("กุมภาพันธ์ 2569", 2, 2569),
        ("รวม", None, None),
        ("ม", None, None),
        ("66", None, 2566),
        ("", None, None),
        ("มค.พค.", None, None),
        ("เดือน ม.ค.", None, None),
        ("12345", None, None),
    ],
)
def test_a_label_names_its_month_and_year(label: str, month: int | None, year: int | None) -> None:
    assert (month_of(label), year_of(label)) == (month, year)


def test_years_are_full() -> None:
    assert (full_year("69"), full_year("2569")) == (2569, 2569)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param("ต.ค. 66 - ก.ย. 67", [NamedSpan(10, 9, 2566, 2567)], id="from to with both years"),
        pytest.param("ต.ค.-ธ.ค. 66", [NamedSpan(10, 12, 2566, 2566)], id="one year for both"),
        pytest.param("ธ.ค. - ก.พ. 67", [NamedSpan(12, 2, None, 2567)], id="the year is of the second, over new year"),
        pytest.param("ต.ค. 66 ถึง มี.ค.", [NamedSpan(10, 3, 2566, None)], id="the year is of the first"),
        pytest.param("มกราคม ๒๕๖๗ จนถึง มีนาคม ๒๕๖๗", [NamedSpan(1, 3, 2567, 2567)], id="in full, thai digits"),
        pytest.param("พ.ค. พ.ศ. 2567", [NamedSpan(5, 5, 2567, 2567)], id="with the era"),
        pytest.param("ม.ค., มี.ค.", [NamedSpan(1, 1), NamedSpan(3, 3)], id="apart"),
        pytest.param("ม.ค. – ก.พ. และ พ.ค. → มิ.ย.", [NamedSpan(1, 2), NamedSpan(5, 6)], id="two spans"),
        pytest.param("ต.ค.พ.ย.ธ.ค.", [NamedSpan(10, 10), NamedSpan(11, 11), NamedSpan(12, 12)], id="glued"),
        pytest.param("เดือนต.ค.ถึงเดือนธ.ค.", [NamedSpan(10, 12)], id="glued to words"),
        pytest.param("ตค-ธค 66", [NamedSpan(10, 12, 2566, 2566)], id="without points"),
        pytest.param("ประชุม พ.ค. 12 ครั้ง", [NamedSpan(5, 5)], id="a count behind is no year"),
        pytest.param("ก.ค. 25671", [NamedSpan(7, 7)], id="a longer number behind is no year"),
        pytest.param("ไตรมาส 2", [NamedSpan(1, 3)], id="quarter"),
        pytest.param("ไตรมาสที่ ๑-๒", [NamedSpan(10, 3)], id="quarters"),
        pytest.param("ไตรมาส 3 ถึง ไตรมาสที่ 4", [NamedSpan(4, 9)], id="quarters in words"),
        pytest.param("ไตรมาส 1 และไตรมาส 4", [NamedSpan(10, 12), NamedSpan(7, 9)], id="quarters apart"),
        pytest.param("ตลอดปี", [NamedSpan(10, 9)], id="whole year"),
        pytest.param("ตลอดทั้งปีงบประมาณ", [NamedSpan(10, 9)], id="whole year, longer"),
        pytest.param("ดำเนินการทุกเดือน", [NamedSpan(10, 9)], id="every month"),
        pytest.param("ทุกเดือน ตั้งแต่ พ.ค. - ก.ค.", [NamedSpan(5, 7)], id="every month of some"),
        pytest.param("1 ต.ค. 66 - 30 ก.ย. 67", [NamedSpan(10, 9, 2566, 2567)], id="from a day to a day"),
        pytest.param("28 มกราคม ถึงวันที่ 2 กุมภาพันธ์ 2567", [NamedSpan(1, 2, 2567, 2567)], id="from a day to a day in words"),
        pytest.param("5 มี.ค. 67, 10 เม.ย. 67", [NamedSpan(3, 3, 2567, 2567), NamedSpan(4, 4, 2567, 2567)], id="two days"),
        pytest.param("ไตรมาส 1,3", [NamedSpan(10, 12), NamedSpan(4, 6)], id="a list of quarters"),
        pytest.param("ไตรมาสที่ ๑, ๒ และ ๔", [NamedSpan(10, 12), NamedSpan(1, 3), NamedSpan(7, 9)], id="a list of quarters in words"),
        pytest.param("ไตรมาส 1-2, 4", [NamedSpan(10, 3), NamedSpan(7, 9)], id="quarters and a quarter"),
        pytest.param("ไตรมาส 2, 3 เมษายน 2567", [NamedSpan(1, 3), NamedSpan(4, 4, 2567, 2567)], id="a quarter and a day"),
        pytest.param("ไตรมาส 2/2567", [NamedSpan(1, 3)], id="a quarter of a year"),
        pytest.param("ทุกไตรมาส", [NamedSpan(10, 9)], id="every quarter"),
        pytest.param("ตลอดปี (ไตรมาส 2)", [NamedSpan(1, 3)], id="whole year of a quarter"),
    ],
)
def test_words_name_months(text: str, spans: list[NamedSpan]) -> None:
    assert named_spans(text) == spans


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ไตรมาส 5",
        "ไตรมาส 3-2",
        "ไตรมาส 0",
        "3 ครั้ง",
        "ประชุมคณะกรรมการ",
        "อบรมพยาบาลวิชาชีพ",
        "สคบ. จังหวัด",
        "กทม.คณะทำงาน",
        "มิยอมแพ้",
        "เอกพจน์ ธคุณ",
        "ปีละ 2 ครั้ง",
        *[text for text in RIGHT if text not in WITH_MONTHS],
    ],
)
def test_other_words_name_none(text: str) -> None:
    assert named_spans(text) == []


pieces = st.sampled_from(
    [*SHORT, *FULL, *SPOKEN, "ไตรมาส", "ที่", " ", "-", "ถึง", "ตลอดปี", "66", "๒๕๖๗", "พ.ศ.", "1", "4", ",", "ก", "ค"]
)


@given(st.lists(pieces, max_size=8).map("".join) | st.text(max_size=20))
@settings(deadline=None, max_examples=300)
def test_any_words_name_months_of_the_year(text: str) -> None:
    assert month_of(text) in {None, *FISCAL_ORDER}
    assert year_of(text) is None or 2500 <= (year_of(text) or 0) <= 2599
    for span in named_spans(text):
        assert {span.start, span.end} <= set(FISCAL_ORDER)
        assert {span.start_year, span.end_year} <= {None, *range(2500, 2600)}


@given(st.integers(1, 12), st.integers(1, 12), st.sampled_from([SHORT, FULL]), st.sampled_from([" - ", "–", " ถึง "]))
@settings(deadline=None, max_examples=100)
def test_any_two_months_make_a_span(start: int, end: int, names: tuple[str, ...], between: str) -> None:
    assert named_spans(f"{names[start - 1]}{between}{names[end - 1]}") == [NamedSpan(start, end)]
