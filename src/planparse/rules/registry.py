"""All rules. A code stays for good: PP1 the input, PP2 the header, PP3 a row, PP4 budget, PP5 timeline, PP9 doubt.

``previews.py`` has those that run only when asked for.
"""

from __future__ import annotations

from collections.abc import Iterator

from planparse.plan import Plan
from planparse.rules import budget, document, header, numbering, rows, sums, timeline
from planparse.rules.document import FIELDS
from planparse.rules.faults import said
from planparse.rules.previews import PREVIEWS
from planparse.rules.rule import Problem, Rule, Value


def doubts(plan: Plan) -> Iterator[Problem]:
    """Show the readings that were a close call."""
    for project in plan.projects:
        for doubt in project.doubts:
            values: dict[str, Value] = {"field": FIELDS.get(doubt.field, doubt.field), "reason": said(doubt.reason)}
            yield Problem(doubt.where, project.number or None, values, project, about=doubt.field)


STABLE: tuple[Rule, ...] = (
    Rule(
        "PP101", "no-table", "error", document.no_table, about="file", scope="plan",
        th="ไม่พบตารางแผนงาน",
        en="there is no plan table in it",
    ),
    Rule(
        "PP102", "page-without-text", "error", document.reader_only, about="page",
        th="หน้า {page} ไม่มีข้อความให้อ่าน: {reason}",
        en="page {page} has no text to read: {reason}",
    ),
    Rule(
        "PP103", "text-unrepaired", "error", document.text_unrepaired,
        th="{field}: ตัวอักษร “{letters}” ใน “{words}” ไม่ใช่ข้อความไทยที่ถูกต้อง",
        en="{field}: “{letters}” in “{words}” cannot be right in Thai text",
    ),
    Rule(
        "PP201", "column-missing", "error", document.reader_only, about="columns", scope="plan",
        th="ตารางขาดคอลัมน์ที่แบบฟอร์มกำหนด: {column}",
        en="a column that the form requires is missing: {column}",
    ),
    Rule(
        "PP202", "month-missing", "error", header.month_missing, about="months", scope="plan",
        th="หัวตารางขาดเดือน {months}",
        en="the table's header lacks the month {months}",
    ),
    Rule(
        "PP203", "month-order", "error", header.month_order, about="months", scope="plan",
        th="ชื่อเดือนในหัวตารางไม่อยู่ตามลำดับ: {labels}",
        en="months of the table's header are out of order: {labels}",
    ),
    Rule(
        "PP204", "fiscal-year-missing", "warning", header.fiscal_year_missing, about="years", scope="plan",
        th="แผนไม่ระบุปีงบประมาณ",
        en="the plan does not say which fiscal year it is for",
    ),
    Rule(
        "PP205", "fiscal-year-mismatch", "error", header.fiscal_year_mismatch, about="years", scope="plan",
        th="ปีงบประมาณไม่ตรงกัน: {years}",
        en="the fiscal years do not agree: {years}",
    ),
    Rule(
        "PP301", "number-gap", "error", numbering.number_gap, about="number",
        th="ลำดับที่ข้าม: {number} อยู่ถัดจาก {before}",
        en="numbers are left out: {number} follows {before}",
    ),
    Rule(
        "PP302", "number-duplicate", "error", numbering.number_duplicate, about="number",
        th="ลำดับที่ {number} ซ้ำ",
        en="number {number} is there twice",
    ),
    Rule(
        "PP303", "number-missing", "error", rows.number_missing, about="number",
        th="โครงการ {row} ไม่มีลำดับที่",
        en="project {row} has no number",
    ),
    Rule(
        "PP304", "name-missing", "error", rows.name_missing, about="name",
        th="โครงการ {row} ไม่มีชื่อ",
        en="project {row} has no name",
    ),
    Rule(
        "PP305", "details-missing", "warning", rows.details_missing, about="details",
        th="โครงการ {row} ไม่มีรายละเอียด",
        en="project {row} has no details",
    ),
    Rule(
        "PP306", "place-missing", "warning", rows.place_missing, about="place",
        th="โครงการ {row} ไม่ระบุสถานที่ดำเนินการ",
        en="project {row} does not say where",
    ),
    Rule(
        "PP307", "unit-missing", "warning", rows.unit_missing, about="unit",
        th="โครงการ {row} ไม่ระบุหน่วยดำเนินการ",
        en="project {row} does not say which unit is responsible",
    ),
    Rule(
        "PP308", "project-duplicate", "warning", rows.project_duplicate, about="name",
        th="โครงการ “{name}” ซ้ำกับโครงการ {first}",
        en="project “{name}” is the same as project {first}",
    ),
    Rule(
        "PP401", "budget-missing", "error", budget.budget_missing, about="budget",
        th="โครงการ {row} ไม่ระบุงบประมาณ",
        en="project {row} states no budget",
    ),
    Rule(
        "PP402", "budget-unreadable", "error", budget.budget_unreadable, about="budget",
        th="งบประมาณ “{text}” ไม่ใช่จำนวนเงิน",
        en="the budget “{text}” is no amount",
    ),
    Rule(
        "PP403", "total-mismatch", "error", sums.total_mismatch, about="budget",
        th="“{label}” ระบุ {stated} บาท แต่ {rows}รวมได้ {sum} บาท",
        en="“{label}” states {stated} baht, its {rows} to {sum}",
    ),
    Rule(
        "PP404", "count-mismatch", "error", sums.count_mismatch, about="projects",
        th="“{label}” ระบุ {stated} แต่นับได้ {counted}",
        en="“{label}” states {stated}, {counted}",
    ),
    Rule(
        "PP501", "timeline-empty", "error", timeline.timeline_empty, about="timeline",
        th="โครงการ {row} ไม่ระบุเดือนที่ดำเนินการ",
        en="project {row} has nothing in its timeline",
    ),
    Rule(
        "PP502", "mark-unknown", "error", timeline.mark_unknown, about="timeline",
        th="ไม่รู้จักเครื่องหมาย “{mark}” ที่ {month}",
        en="the mark “{mark}” at {month} is of no known kind",
    ),
    Rule(
        "PP503", "mark-outside-months", "error", document.reader_only, about="timeline", excuse=header.in_lost_column,
        th="มีเครื่องหมายอยู่นอกช่องเดือน: {mark}",
        en="a mark stands outside the months: {mark}",
    ),
    Rule(
        "PP504", "arrow-without-start", "error", timeline.arrow_without_start, about="timeline",
        th="“{mark}” ที่ {month} ไม่มีจุดเริ่มต้น",
        en="“{mark}” at {month} has no bullet to start from",
    ),
    Rule(
        "PP505", "span-reversed", "error", timeline.span_reversed, about="timeline",
        th="ช่วงเวลาสิ้นสุดก่อนเริ่มต้น: {span}",
        en="the time ends before it begins: {span}",
    ),
    Rule(
        "PP901", "doubt", "info", doubts,
        th="{field}: ไม่แน่ใจว่าอ่านถูก: {reason}",
        en="{field}: read with doubt: {reason}",
    ),
)  # fmt: skip

RULES: tuple[Rule, ...] = tuple(sorted((*STABLE, *PREVIEWS), key=lambda rule: rule.code))

BY_NAME = {rule.name: rule for rule in RULES}
