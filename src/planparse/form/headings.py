"""Lines outside the rows: headings by their keyword, the plan's title, who made it, sums."""

from __future__ import annotations

import re
from typing import NamedTuple

from planparse.plan import Level, TotalLevel
from planparse.thai.numbers import arabic
from planparse.thai.sums import PAGE_SUM

_LEAD = re.compile(r"\s*(?:[-–•]\s*)?(?:\(?(?P<lead>\d+(?:\.\d+)*)\s*[.)]?\s+|(?P<dotted>\d+(?:\.\d+)*)[.)]\s*)?")
# with / it is the title of a column: ยุทธศาสตร์/แผนงาน
_OWN = r"(?!\s*/)\s*(?:ที่)?\s*(?P<number>\d+(?:\.\d+)*)?\s*[.):：]?\s*[.…]*\s*"
_LEVELS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("objective", re.compile(r"(?:วัตถุประสงค์|เป้าประสงค์)(?:ของยุทธศาสตร์|ของแนวทาง\S*)?" + _OWN + r"(?P<title>.*)\Z")),
    ("strategy", re.compile(r"(?:ภายใต้)?(?:ประเด็น)?ยุทธศาสตร์(?:การพัฒนา(?=\s*(?:ที่\s*)?\d))?" + _OWN + r"(?P<title>.*)\Z")),
    ("strategy", re.compile(r"ประเด็นการพัฒนา(?:ท้องถิ่น)?" + _OWN + r"(?P<title>.*)\Z")),
    ("guideline", re.compile(r"แนวทาง(?:การพัฒนา)?" + _OWN + r"(?P<title>.*)\Z")),
    ("program", re.compile(r"(?P<title>แผนงาน(?!\s*/|ที่|การดำเนิน|ประจำปี|\s*และ|\s*โครงการ).*)\Z")),
)
_CONTENTS = re.compile(r"(?:[.…]\s?){4,}\s*\d*\Z")  # a line of a table of contents: dots lead to its page
_ASIDE = re.compile(
    r"(?<=\S)\s+\(?(?:(?:แบบ(?:ฟอร์ม)?\s*)?ผด\s*\.?\s*[0๐]?[\d๐-๙](?:/[\d๐-๙])?|"
    r"หน้า(?:ที่)?\s*[\d๐-๙]+(?:\s*/\s*[\d๐-๙]+)?)\)?\s*\Z"
)
_TITLE = re.compile(r"\s*(?:\(?ร่าง\)?\s*)?แผน(?:การ|ปฏิบัติ|ดำเนิน|ติดตาม)\S*")
_TITLE_KINDS = re.compile(r"แผน(?:การ)?ดำเนิน(?:งาน|การ)|แผนปฏิบัติ(?:การ|งาน|ราชการ)|แผนการติดตาม|แผนการปฏิบัติ")
_ORGANIZATION = re.compile(
    r"\s*(?P<name>(?:เทศบาล(?:ตำบล|เมือง|นคร)?|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|อบต\.|อบจ\.|ทต\.|ทม\.|ทน\.|เมืองพัทยา|กรุงเทพมหานคร|"
    r"วิทยาลัย|โรงเรียน|มหาวิทยาลัย|โรงพยาบาล|สำนักงาน)\S*(?:\s+\S+)*?)(?:\s+(?:อำเภอ|จังหวัด|ประจำปี|อ\.|จ\.).*)?\s*\Z"
)
_YEAR_LINE = re.compile(r"\s*(?:ประจำปี|ปีงบประมาณ|พ\.ศ\.)")
# in this order: a title may also name the years of the development plan that it follows
_FISCAL_YEARS = tuple(re.compile(word + r"\D{0,20}(25\d\d)") for word in ("งบประมาณ", "ประจำปี", r"พ\.?ศ\.?"))
_TOTAL = re.compile(
    r"\s*(?P<label>(?:รวม|ยอดรวม)(?:ทั้งสิ้น|ทั้งหมด|เป็นเงิน|เงิน|งบประมาณ|โครงการ|ยอด|ทุกยุทธศาสตร์|ทุกแผนงาน|แผนงาน|ยุทธศาสตร์|แนวทาง)*)\s*(?P<rest>.*)\Z",
    re.DOTALL,
)
_PAGE_TOTAL = re.compile(rf"\s*(?P<label>{PAGE_SUM})\s*(?P<rest>.*)\Z", re.DOTALL)
_COUNTED = re.compile(r"\s*(?:จำนวน\s*)?(?<![\d,])[\d,]+\s*โครงการ")
_SUMMED = re.compile(r"(?:แผนงาน|ยุทธศาสตร์|แนวทาง)\Z")  # its name may follow
_COUNT = re.compile(r"(?<![\d,])(\d[\d,]{0,11})\s*โครงการ")


class FoundHeading(NamedTuple):
    """A heading: its level, its number as printed (Arabic digits), and its title."""

    level: Level
    number: str | None
    title: str


def heading(text: str) -> FoundHeading | None:
    """Return the heading that a line is, or ``None``.

    >>> heading("แนวทางการพัฒนาที่ 3 ปรับปรุงระบบ")
    FoundHeading(level='guideline', number='3', title='ปรับปรุงระบบ')
    >>> heading("1.1 แผนงานงบกลาง")
    FoundHeading(level='program', number='1.1', title='แผนงานงบกลาง')
    >>> heading("ยุทธศาสตร์การพัฒนาที่ 2 ด้านสังคม")
    FoundHeading(level='strategy', number='2', title='ด้านสังคม')
    >>> heading("แผนงานงบกลาง ........ 12") is None
    True
    """
    text = arabic(text).strip()
    lead = _LEAD.match(text)
    if lead is None or _CONTENTS.search(text):
        return None
    for level, pattern in _LEVELS:
        match = pattern.match(text, lead.end())
        if match and match["title"].strip():
            number = match.groupdict().get("number") or lead["lead"] or lead["dotted"]
            return FoundHeading(level, number, match["title"].strip())
    return None


def without_aside(text: str) -> str:
    """Return a line without the form's name or the page's number that stands at its end, at the page's edge.

    >>> without_aside("แผนการดำเนินงาน พ.ศ. 2568 แบบ ผด.02"), without_aside("เทศบาลเมืองแก้ว หน้า ๑๒")
    ('แผนการดำเนินงาน พ.ศ. 2568', 'เทศบาลเมืองแก้ว')
    """
    return _ASIDE.sub("", text)


def is_title(text: str) -> bool:
    """Whether a line is the title of a plan."""
    tight = "".join(text.split())  # a wide font leaves white behind ำ
    return bool(_TITLE.match(tight) and _TITLE_KINDS.search(tight))


def goes_on_with_year(title: str, text: str) -> bool:
    """Whether a line goes on with a title that had no year yet."""
    return not re.search(r"25\d\d", arabic(title)) and bool(_YEAR_LINE.match(text))


def organization(text: str) -> str | None:
    """Return the organization that a line names and nothing else, or ``None``."""
    match = _ORGANIZATION.match(text)
    return match["name"].strip() if match and len(match["name"]) < 80 else None


def fiscal_year_of(title: str | None) -> int | None:
    """Return the fiscal year (Buddhist era) that a title names."""
    found = (pattern.search(arabic(title or "")) for pattern in _FISCAL_YEARS)
    return next((int(match[1]) for match in found if match), None)


class FoundTotal(NamedTuple):
    """A stated sum: its label, its level where the label names it, and how many projects it states."""

    label: str
    level: TotalLevel | None
    projects: int | None


def total(text: str, whole: str) -> FoundTotal | None:
    """Return the sum that a row states, or ``None``: ``text`` is its first cell with any text, ``whole`` all before the budget.

    >>> total("รวม 4 โครงการ", "รวม 4 โครงการ")
    FoundTotal(label='รวม', level=None, projects=4)
    >>> total("รวมแผนงานสาธารณสุข", "รวมแผนงานสาธารณสุข")
    FoundTotal(label='รวมแผนงานสาธารณสุข', level='program', projects=None)
    >>> total("ยอดยกมา", "ยอดยกมา")
    FoundTotal(label='ยอดยกมา', level=None, projects=None)
    """
    match = _PAGE_TOTAL.match(text) or _TOTAL.match(text)
    if match is None:
        return None
    label, rest = match["label"], match["rest"].strip()
    if rest and not re.match(r"[\d๐-๙(จ]", rest):
        if not _SUMMED.search(label):
            return None
        label = _COUNTED.split(text.strip())[0].strip()
    count = _COUNT.search(arabic(whole))
    level: TotalLevel | None = None
    if re.search("ทั้งสิ้น|ทั้งหมด|ทุกยุทธศาสตร์|ทุกแผนงาน", label):
        level = "plan"
    elif "ยุทธศาสตร์" in label:
        level = "strategy"
    elif "แนวทาง" in label:
        level = "guideline"
    elif "แผนงาน" in label:
        level = "program"
    return FoundTotal(label, level, int(count[1].replace(",", "")) if count else None)
