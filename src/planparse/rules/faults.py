"""What the reader says in English sentences, in both languages: the faults of a plan and the reasons of its doubts."""

from __future__ import annotations

import re
from math import inf

from planparse.plan import Fault, Plan, Project
from planparse.rules.document import FIELDS
from planparse.rules.order import position
from planparse.rules.rule import Problem, Rule, Said, Value, one_line

LEAST_SPACES = 2  # what has fewer is no sentence but a value, for the rule's own sentence

# The reader's sentences and how they are said in Thai. A column that a sentence names by its field is named in Thai too.
SENTENCES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), thai)
    for pattern, thai in (
        (r"no table of a plan was found", "ไม่พบตารางแผนงาน"),
        (r"the page is a picture without text: a scan", "หน้านี้เป็นภาพสแกน ไม่มีข้อความให้อ่าน"),
        (r"page \d+ cannot be loaded", "เปิดหน้านี้ไม่ได้"),
        (r"a mark stands outside the months: (?P<mark>.*)", "มีเครื่องหมายอยู่นอกช่องเดือน: {mark}"),
        (r"the form (?P<form>.*) requires a column for (?P<field>\w+)", "แบบ {form} ต้องมีคอลัมน์{field}"),
        (
            r"the stated period (?P<period>.*) is not all in the fiscal year (?P<year>[\d/]+)",
            "ระยะเวลาที่ระบุ {period} ไม่อยู่ในปีงบประมาณ {year}",
        ),
        (r"(?P<amounts>\d+) amounts for (?P<activities>\d+) activities", "มี {amounts} จำนวนเงินสำหรับ {activities} กิจกรรม"),
        (r"words that name no month: (?P<words>.*)", "ข้อความที่ไม่ระบุเดือน: {words}"),
        (r"the row was joined over the end of a page", "ต่อแถวที่ข้ามหน้าเข้าด้วยกัน"),
        (r"letters that the document does not name: (?P<words>.*)", "ตัวอักษรที่เอกสารไม่ได้ระบุว่าเป็นตัวใด: {words}"),
        (r"text in a column without a header: (?P<words>.*)", "ข้อความในคอลัมน์ที่ไม่มีหัวตาราง: {words}"),
    )
)


def in_thai(sentence: str) -> str | None:
    """Return a sentence of the reader's in Thai, ``None`` if it is none that it is known to say.

    >>> in_thai("the form ผด.02 requires a column for unit")
    'แบบ ผด.02 ต้องมีคอลัมน์หน่วยดำเนินการ'
    """
    for pattern, thai in SENTENCES:
        if match := pattern.fullmatch(sentence):
            named = {name: one_line(text or "") for name, text in match.groupdict().items()}
            if "field" in named and named["field"] in FIELDS:
                named["field"] = FIELDS[named["field"]].th
            return thai.format(**named)
    return None


def said(sentence: str) -> Said:
    """Return a sentence of the reader's for both languages: in Thai where it is known, else as it is."""
    return Said(th=in_thai(sentence) or one_line(sentence), en=one_line(sentence))


def of_fault(rule: Rule, fault: Fault, plan: Plan) -> Problem:
    """Return a fault as a problem of its rule. A sentence is the message; a mere value goes into the rule's own sentence."""
    value: Value = FIELDS.get(fault.message, fault.message)
    values: dict[str, Value] = {"page": str(fault.where.page), "field": fault.rule}
    problem = Problem(
        fault.where,
        fault.project,
        {name: values.get(name, value) for name in rule.names},
        row=row_of(fault, plan),
        found=_found(fault.message),
    )
    whole = in_thai(fault.message) is not None or fault.message.count(" ") >= LEAST_SPACES
    if not whole or rule.name == "doubt":
        return problem
    thai = in_thai(fault.message) or rule.message(problem.values, "th")
    return Problem(
        problem.where, problem.project, problem.values, problem.row, None, problem.found, Said(thai, one_line(fault.message))
    )


def _found(message: str) -> str:
    """Return what a fault's sentence quotes of the document: the last that it names, else all of it."""
    for pattern, _ in SENTENCES:
        if match := pattern.fullmatch(message):
            quoted = [text for text in match.groups() if text is not None]
            return quoted[0] if quoted else ""
    return message


def row_of(fault: Fault, plan: Plan) -> Project | None:
    """Return the row that a fault is of: of those with its number the last that begins before it, for numbers start again."""
    if fault.project is None:
        return None
    rows = [row for row in plan.projects if row.number == fault.project]
    before = [row for row in rows if position(row.where) <= position(fault.where, inf)]
    near = [row for row in rows if row.where.page <= fault.where.page]
    return next(reversed(before or near), None)
