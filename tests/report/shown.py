"""A plan that has everything that a report must cope with, and what Rich prints of a report."""

from __future__ import annotations

from functools import partial
from io import StringIO

from rich.console import Console, RenderableType

from planparse.plan import Plan
from plans import activity, budget, fault, heading, mark, plan, project, ref, timeline, total, where

STRATEGY = ref("4", "ปรับปรุงและพัฒนาการบริหารจัดการเทศบาลให้เป็นองค์กรที่มีขีดความสามารถสูง")
GUIDELINE = ref("3", "ปรับปรุงและพัฒนาระบบการสื่อสารและประชาสัมพันธ์")
EDUCATION = ref("5", "ด้านการศึกษา")
PROGRAM = ref("1.1", "แผนงานการศึกษา")
OBJECTIVE = "เพื่อบริหารจัดการเทศบาลให้มีประสิทธิภาพ"


def full() -> Plan:
    """Return a plan with headings, parts, marks without a span, amounts of all kinds, and text that looks like code."""
    first = partial(project, strategy=STRATEGY, guideline=GUIDELINE)
    second = partial(project, strategy=EDUCATION, program=PROGRAM)
    return plan(
        first("1", "โครงการจ้างที่ปรึกษาวิจัยและพัฒนาการประชาสัมพันธ์", baht=200_000, unit="งานประชาสัมพันธ์ ฯ กองวิชาการ ฯ"),
        first(
            "2",
            "วารสาร [red]x[/red] [/tmp/a] {0} %s \x1b[31m",
            cell=budget(0, "ไม่ใช้งบประมาณ", "none"),
            months=timeline(("2011-10", "2012-09")),
        ),
        second(
            "3",
            "โครงการประชุม",
            baht=1_250_000.5,
            unit="สำนักปลัดเทศบาล",
            months=timeline(("2011-11", "2011-11"), ("2012-05", "2012-06")),
        ),
        second("4", "โครงการใหญ่", baht=100_000, unit="กองช่าง", months=timeline(marks=[mark("2012-04", "arrow")])),
        second("4.1", "ส่วนที่หนึ่ง", baht=60_000, unit="กองช่าง"),
        second("4.2", "ส่วนที่สอง", baht=40_000, unit="กองช่าง"),
        second("5", "งบอยู่ที่กิจกรรม", baht=None, activities=[activity("ก", 300), activity("ข", 700)], unit=""),
        second("6", "อ่านไม่ออก", cell=budget(None, "xx", "unreadable"), months=timeline(), unit=None),
        headings=[
            heading("strategy", "4", STRATEGY.title),
            heading("objective", None, OBJECTIVE),
            heading("guideline", "3", GUIDELINE.title),
            heading("strategy", "5", EDUCATION.title),
            heading("program", "1.1", PROGRAM.title),
        ],
        totals=[total("รวมทั้งสิ้น", 1_551_000.5, 6)],
        faults=[fault("page-without-text", at=where(3))],
    )


def shown(report: RenderableType, width: int) -> str:
    """Return what is printed without colours, without the spaces at the ends of lines."""
    console = Console(width=width, file=StringIO(), force_terminal=False, color_system=None)
    console.print(report)
    assert isinstance(console.file, StringIO)
    return "".join(f"{line.rstrip()}\n" for line in console.file.getvalue().splitlines())
