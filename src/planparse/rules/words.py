"""A preview: an amount in figures against the same amount in words: ``130,000 บาท (หนึ่งแสนสามหมื่นบาทถ้วน)``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.plan import Plan, Project
from planparse.rules.rule import Problem, on
from planparse.thai.numbers import arabic

DIGITS = {"ศูนย์": 0, "หนึ่ง": 1, "เอ็ด": 1, "สอง": 2, "ยี่": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9}
TENS = {"สิบ": 10, "ร้อย": 100, "พัน": 1_000, "หมื่น": 10_000, "แสน": 100_000}
MILLION = "ล้าน"
_WORD = "|".join((*DIGITS, *TENS, MILLION))
_SPELT = re.compile(
    rf"(?P<figures>\d[\d,]*(?:\.\d+)?)[\s.\-=]*(?:บาท)?\s*\(\s*-?\s*(?P<words>(?:{_WORD}|\s)+)บาท(?P<rest>[^()]*)\)"
)
_TOKEN = re.compile(_WORD)


def words_mismatch(plan: Plan) -> Iterator[Problem]:
    """Find amounts whose words say another number; satang in words are left to a person."""
    for project in plan.projects:
        for about, text in texts(project):
            for match in _SPELT.finditer(arabic(text)):
                meant, figures = number(match["words"]), match["figures"]
                if "สตางค์" not in match["rest"] and meant != float(figures.replace(",", "")):
                    said = f"{meant:,}" if meant is not None else "?"
                    yield on(project, about=about, found=figures, stated=figures, words=f"{match['words'].strip()}บาท", meant=said)


def texts(project: Project) -> Iterator[tuple[str, str]]:
    """Yield the cells that amounts in words stand in."""
    yield "budget", project.budget.text
    for field in ("name", "details"):
        yield field, getattr(project, field) or ""


def number(words: str) -> int | None:
    """Return the number that Thai words say, ``None`` if they say none.

    >>> number("หนึ่งแสนหนึ่งหมื่นห้าพันห้าร้อย"), number("สองล้านยี่สิบเอ็ด"), number("สิบ"), number("ล้าน ห้า สอง")
    (115500, 2000021, 10, None)
    """
    whole = part = 0
    digit: int | None = None
    for word in _TOKEN.findall(words):
        if word in DIGITS:
            if digit is not None:  # two digits in a row are no number
                return None
            digit = DIGITS[word]
        elif word == MILLION:
            whole, part, digit = (whole + part + (digit or 0)) * 1_000_000, 0, None
        else:
            part += TENS[word] * (1 if digit is None else digit)
            digit = None
    return whole + part + (digit or 0)
