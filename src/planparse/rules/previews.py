"""The rules that are tried out: they run with ``--preview`` only."""

from __future__ import annotations

from functools import partial

from planparse.rules import amounts, document, parts, remains, spelling, steps, summary, words, years
from planparse.rules.rule import Rule

Preview = partial(Rule, status="preview", since="0.1")

PREVIEWS: tuple[Rule, ...] = (
    Preview(
        "PP104", "text-doubtful", "warning", remains.text_doubtful,
        th="{field}: “{letters}” ใน “{words}” อ่านไม่ได้ ต้องให้คนดูต้นฉบับ",
        en="{field}: “{letters}” in “{words}” cannot be read; a person has to look at the document",
    ),
    Preview(
        "PP206", "file-year-mismatch", "warning", years.file_year, about="file", scope="plan",
        th="ชื่อไฟล์ระบุปี {stated} แต่แผนเป็นของปีงบประมาณ {year}",
        en="the file's name says {stated}, the plan is of the fiscal year {year}",
    ),
    Preview(
        "PP207", "period-mismatch", "warning", document.reader_only, about="years",
        th="ระยะเวลาที่ระบุไม่อยู่ในเดือนของตาราง: {period}",
        en="the stated period is not in the table's months: {period}",
    ),
    Preview(
        "PP309", "spelling-varies", "warning", spelling.spelling_varies,
        th="“{word}” เขียนต่างจาก “{other}” ที่ใช้ในแผนนี้ {times}",
        en="“{word}” is spelt unlike “{other}”, which this plan has {times}",
    ),
    Preview(
        "PP405", "part-sum-mismatch", "error", parts.part_sum, about="budget",
        th="โครงการ {row} ระบุ {stated} บาท แต่รายการย่อย {parts} รายการรวมได้ {sum} บาท",
        en="project {row} states {stated} baht, its {parts} parts sum to {sum}",
    ),
    Preview(
        "PP406", "summary-mismatch", "error", summary.summary_mismatch, about="budget",
        th="บัญชีสรุป “{label}” ระบุ {stated} แต่ตารางโครงการมี {counted}",
        en="“{label}” of the summary states {stated}, the rows of the plan come to {counted}",
    ),
    Preview(
        "PP407", "percentage-mismatch", "warning", summary.percentage_mismatch,
        th="“{column}” รวมได้ {sum} ไม่ใช่ {stated}",
        en="“{column}” sums to {sum}, not to {stated}",
    ),
    Preview(
        "PP408", "amount-out-of-scale", "warning", amounts.out_of_scale, about="budget",
        th="งบประมาณ {stated} บาท ต่างจากโครงการประเภทเดียวกันมาก (ค่ากลาง {usual} บาท)",
        en="a budget of {stated} baht is far from what such projects have in this plan (the median is {usual})",
    ),
    Preview(
        "PP409", "amount-words-mismatch", "error", words.words_mismatch, about="budget",
        th="ตัวเลข {stated} ไม่ตรงกับตัวอักษร “{words}” ({meant})",
        en="{stated} in figures is not “{words}” ({meant}) in words",
    ),
    Preview(
        "PP506", "activity-without-marks", "info", steps.without_marks, about="timeline",
        th="กิจกรรม “{activity}” ของโครงการ {row} ไม่ระบุเดือนที่ดำเนินการ",
        en="the activity “{activity}” of project {row} has nothing in the timeline",
    ),
)  # fmt: skip
