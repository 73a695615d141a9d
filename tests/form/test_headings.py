"""Lines outside the rows: headings, titles, organizations, sums; and lines that are none of these."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.form.headings import fiscal_year_of, goes_on_with_year, heading, is_title, organization, total


@pytest.mark.parametrize(
    ("text", "level", "number", "title"),
    [
        ("ยุทธศาสตร์ที่ 4 ปรับปรุงและพัฒนา", "strategy", "4", "ปรับปรุงและพัฒนา"),
        ("ยุทธศาสตร์ที่ ๔ ปรับปรุง", "strategy", "4", "ปรับปรุง"),
        ("ภายใต้ยุทธศาสตร์ที่ 3 เมืองเกาะ", "strategy", "3", "เมืองเกาะ"),
        ("ประเด็นยุทธศาสตร์ที่ 2 : ด้านสังคม", "strategy", "2", "ด้านสังคม"),
        ("ยุทธศาสตร์การพัฒนาที่ 2 ด้านสังคม", "strategy", "2", "ด้านสังคม"),
        ("ยุทธศาสตร์การพัฒนา ๓. ด้านสังคม", "strategy", "3", "ด้านสังคม"),
        ("1. ยุทธศาสตร์การพัฒนาโครงสร้างพื้นฐาน", "strategy", "1", "การพัฒนาโครงสร้างพื้นฐาน"),
        ("ประเด็นการพัฒนาท้องถิ่นที่ 5 ด้านเศรษฐกิจ", "strategy", "5", "ด้านเศรษฐกิจ"),
        ("- วัตถุประสงค์ของยุทธศาสตร์ เพื่อบริหารจัดการ", "objective", None, "เพื่อบริหารจัดการ"),
        ("เป้าประสงค์ที่ 1.2 ประชาชนมีสุข", "objective", "1.2", "ประชาชนมีสุข"),
        ("แนวทางการพัฒนาที่ 3 ปรับปรุงระบบ", "guideline", "3", "ปรับปรุงระบบ"),
        ("2.1 แนวทางการพัฒนา ส่งเสริมอาชีพ", "guideline", "2.1", "ส่งเสริมอาชีพ"),
        ("แนวทางที่ 2) ก่อสร้าง", "guideline", "2", "ก่อสร้าง"),
        ("1.1 แผนงานบริหารงานทั่วไป", "program", "1.1", "แผนงานบริหารงานทั่วไป"),
        ("แผนงานการศึกษา", "program", None, "แผนงานการศึกษา"),
        ("2) แผนงานเคหะและชุมชน", "program", "2", "แผนงานเคหะและชุมชน"),
    ],
)
def test_a_heading_has_level_number_and_title(text: str, level: str, number: str | None, title: str) -> None:
    found = heading(text)
    assert found is not None
    assert tuple(found) == (level, number, title)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ยุทธศาสตร์",
        "ยุทธศาสตร์ที่ 4",
        "แนวทางการพัฒนาที่ 3 ...",
        "แผนงาน/โครงการ",
        "ยุทธศาสตร์/แผนงาน",
        "แผนงานที่ 2",
        "แผนงานประจำปี",
        "แผนงานการศึกษา ........................ 9",
        "ยุทธศาสตร์ที่ 1 ด้านสังคม …………… ๑๒",
        "แผนงาน โครงการพัฒนาและกิจกรรมที่ดำเนินการจริงทั้งหมดในพื้นที่",
        "แผนงานและงบประมาณ",
        "แผนงานการดำเนินงาน",
        "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2569",
        "โครงการจัดทำแผนยุทธศาสตร์",
        "กองยุทธศาสตร์และงบประมาณ",
        "รวม 4 โครงการ",
        "เทศบาลตำบลตัวอย่าง",
        "สอดคล้องกับยุทธศาสตร์ที่ 2 ของจังหวัด",
    ],
)
def test_another_line_is_no_heading(text: str) -> None:
    assert heading(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "แผนการดำเนินงาน",
        " แผนดำเนินงาน ประจำปี",
        "(ร่าง) แผนการดำเนินงาน พ.ศ. 2569",
        "แผนปฏิบัติการประจำปี",
        "แผนปฏิบัติราชการ",
        "แผนการติดตามงาน",
    ],
)
def test_a_title_is_known(text: str) -> None:
    assert is_title(text)


@pytest.mark.parametrize(
    "text", ["", "แผนพัฒนาท้องถิ่น", "บทที่ 1 แผนการดำเนินงาน", "แผนงานบริหารงานทั่วไป", "แผนที่ตำบล", "การดำเนินงาน", "แผนการ"]
)
def test_another_line_is_no_title(text: str) -> None:
    assert not is_title(text)


@pytest.mark.parametrize(
    ("title", "text", "goes_on"),
    [
        ("แผนการดำเนินงาน", "ประจำปีงบประมาณ พ.ศ. 2569", True),
        ("แผนการดำเนินงาน", "พ.ศ. 2569", True),
        ("แผนการดำเนินงาน พ.ศ. 2569", "ประจำปีงบประมาณ พ.ศ. 2569", False),
        ("แผนการดำเนินงาน พ.ศ. ๒๕๖๙", "พ.ศ. 2569", False),
        ("แผนการดำเนินงาน", "เทศบาลตำบลตัวอย่าง", False),
    ],
)
def test_a_title_goes_on_with_its_year(title: str, text: str, goes_on: bool) -> None:
    assert goes_on_with_year(title, text) is goes_on


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("เทศบาลเมืองตัวอย่าง", "เทศบาลเมืองตัวอย่าง"),
        ("  องค์การบริหารส่วนตำบลบ้านใหม่ อำเภอเมือง จังหวัดตาก", "องค์การบริหารส่วนตำบลบ้านใหม่"),
        ("อบต.บ้านใหม่ อ.เมือง จ.ตาก", "อบต.บ้านใหม่"),
        ("เทศบาลนครใหม่ ประจำปี 2569", "เทศบาลนครใหม่"),
        ("วิทยาลัยเทคนิค บ้านใหม่", "วิทยาลัยเทคนิค บ้านใหม่"),
        ("เมืองพัทยา", "เมืองพัทยา"),
        ("ประชุมเทศบาล", None),
        ("เทศบาล" + "ก" * 80, None),
        ("โครงการของเทศบาลตำบล", None),
        ("", None),
    ],
)
def test_an_organization_is_a_line_of_its_own(text: str, name: str | None) -> None:
    assert organization(text) == name


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2569", 2569),
        ("แผนการดำเนินงาน ประจำปี ๒๕๕๕", 2555),
        ("แผนพัฒนา (พ.ศ. 2566 - 2570) ประจำปีงบประมาณ 2569", 2569),
        ("แผนการดำเนินงาน พศ 2560", 2560),
        ("แผนการดำเนินงาน 2560", None),
        ("แผนการดำเนินงาน พ.ศ. 1999", None),
        ("", None),
        (None, None),
    ],
)
def test_a_title_names_its_year(title: str | None, year: int | None) -> None:
    assert fiscal_year_of(title) == year


@pytest.mark.parametrize(
    ("text", "whole", "found"),
    [
        ("รวม", "รวม", ("รวม", None, None)),
        ("รวม 4 โครงการ", "รวม 4 โครงการ", ("รวม", None, 4)),
        ("รวม", "รวม ๑,๒๐๐ โครงการ", ("รวม", None, 1200)),
        ("รวมทั้งสิ้น", "รวมทั้งสิ้น จำนวน 22 โครงการ", ("รวมทั้งสิ้น", "plan", 22)),
        ("รวมทั้งหมด", "รวมทั้งหมด", ("รวมทั้งหมด", "plan", None)),
        ("รวมทุกยุทธศาสตร์", "รวมทุกยุทธศาสตร์", ("รวมทุกยุทธศาสตร์", "plan", None)),
        ("รวมยุทธศาสตร์ 1", "", ("รวมยุทธศาสตร์", "strategy", None)),
        ("รวมแนวทาง", "รวมแนวทาง", ("รวมแนวทาง", "guideline", None)),
        ("รวมแผนงาน (5 โครงการ)", "รวมแผนงาน (5 โครงการ)", ("รวมแผนงาน", "program", 5)),
        ("ยอดรวม", "ยอดรวม", ("ยอดรวม", None, None)),
        ("รวมเงินงบประมาณ", "รวม", ("รวมเงินงบประมาณ", None, None)),
        ("รวมเป็นเงินทั้งสิ้น", "รวมเป็นเงินทั้งสิ้น", ("รวมเป็นเงินทั้งสิ้น", "plan", None)),
        ("รวมเป็นเงิน", "รวมเป็นเงิน", ("รวมเป็นเงิน", None, None)),
        ("รวมทุกแผนงาน", "รวมทุกแผนงาน", ("รวมทุกแผนงาน", "plan", None)),
        ("รวมแผนงานสาธารณสุข", "รวมแผนงานสาธารณสุข", ("รวมแผนงานสาธารณสุข", "program", None)),
        ("รวมหน้านี้", "รวมหน้านี้ 2 โครงการ", ("รวมหน้านี้", None, 2)),
        ("ยอดรวมหน้าที่ ๓", "ยอดรวมหน้าที่ ๓", ("ยอดรวมหน้าที่ ๓", None, None)),
        ("ยอดยกไป", "ยอดยกไป", ("ยอดยกไป", None, None)),
        ("รวมยอดยกไปหน้าถัดไป", "รวมยอดยกไปหน้าถัดไป", ("รวมยอดยกไปหน้าถัดไป", None, None)),
        ("ยอดยกมาจากหน้าก่อน", "ยอดยกมาจากหน้าก่อน", ("ยอดยกมาจากหน้าก่อน", None, None)),
        ("ยกยอดมา", "ยกยอดมา", ("ยกยอดมา", None, None)),
        ("รวมยุทธศาสตร์ที่ 1 จำนวน 3 โครงการ", "รวมยุทธศาสตร์ที่ 1 จำนวน 3 โครงการ", ("รวมยุทธศาสตร์ที่ 1", "strategy", 3)),
        ("รวมเป็นหนึ่งเพื่อน้ำสะอาด", "", None),
        ("รวม", "รวม " + "9" * 5000 + " โครงการ", ("รวม", None, None)),
        ("รวมพลคนรักษ์น้ำ", "รวมพลคนรักษ์น้ำ", None),
        ("รวมทั้งอบรมให้ความรู้", "", None),
        ("โครงการรวม", "โครงการรวม", None),
        ("ยกระดับคุณภาพชีวิต", "", None),
        ("ยกยอดไปสมทบกองทุน", "", None),
        ("หน้าที่ 3", "หน้าที่ 3", None),
        ("รวมหน้าบ้านน่ามอง", "", None),
        ("รวมหน้านี้ปรับปรุงถนน", "", None),
        ("", "", None),
    ],
)
def test_a_sum_has_label_level_and_count(text: str, whole: str, found: tuple[object, ...] | None) -> None:
    stated = total(text, whole)
    assert (tuple(stated) if stated else None) == found


words = st.sampled_from(
    [
        "ยุทธศาสตร์",
        "ที่",
        "แผนงาน",
        "แนวทาง",
        "การพัฒนา",
        "รวม",
        "ทั้งสิ้น",
        "ยกยอด",
        "หน้านี้",
        "1.2",
        "๓",
        " ",
        ".",
        "-",
        ")",
        "เทศบาล",
        "โครงการ",
        "ก",
        "25",
        "69",
        "พ.ศ.",
    ]
)


@given(st.lists(words, max_size=10).map("".join) | st.text(max_size=30))
@settings(deadline=None, max_examples=300)
def test_any_line_is_read(text: str) -> None:
    found = heading(text)
    assert found is None or found.title == found.title.strip() != ""
    stated = total(text, text)
    assert stated is None or stated.label in text
    name = organization(text)
    assert name is None or name in text
    assert fiscal_year_of(text) in {None, *range(2500, 2600)}
    assert is_title(text) in {True, False}
