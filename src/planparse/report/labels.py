"""The words of the reports, in Thai and English."""

from __future__ import annotations

from typing import Literal

from planparse.plan import Level, TotalLevel

Lang = Literal["th", "en"]

WORDS: dict[Lang, dict[str, str]] = {
    "th": {
        "number": "ที่",
        "project": "โครงการ/กิจกรรม",
        "projects": "โครงการ",
        "baht": "บาท",
        "budget": "งบประมาณ",
        "unit": "หน่วยงาน",
        "month": "เดือน",
        "year": "ปีงบ",
        "sum": "รวมทุกแถว",
        "faults": "ข้อบกพร่อง",
        "strategy": "ยุทธศาสตร์",
        "active": "โครงการที่ดำเนินการ",
        "timeline": "ปฏิทินโครงการ",
        "none": "(ไม่ระบุ)",
        "total": "รวม",
    },
    "en": {
        "number": "No.",
        "project": "Project",
        "projects": "projects",
        "baht": "baht",
        "budget": "Baht",
        "unit": "Unit",
        "month": "Month",
        "year": "FY",
        "sum": "Sum of the rows",
        "faults": "faults",
        "strategy": "Strategy",
        "active": "Active projects",
        "timeline": "Timeline",
        "none": "(not stated)",
        "total": "Total",
    },
}

LEVELS: dict[Lang, dict[Level | TotalLevel, str]] = {
    "th": {
        "strategy": "ยุทธศาสตร์",
        "objective": "เป้าประสงค์",
        "guideline": "แนวทาง",
        "program": "แผนงาน",
        "plan": "ทั้งแผน",
    },
    "en": {
        "strategy": "Strategy",
        "objective": "Objective",
        "guideline": "Guideline",
        "program": "Programme",
        "plan": "Plan",
    },
}


def count(number: int, word: str, lang: Lang) -> str:
    """Return a number of things.

    >>> count(1, "projects", "en"), count(1200, "projects", "th")
    ('1 project', '1,200 โครงการ')
    """
    noun = WORDS[lang][word]
    return f"{number:,} {noun.removesuffix('s') if lang == 'en' and number == 1 else noun}"
