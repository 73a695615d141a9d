"""``ocr-page.txt``: a page as an OCR program leaves it, with tabs between the columns, and what it says in truth.

Here ``|`` is where a printed line ended: the program makes a row of each. Its mistakes are in ``MISREAD``, ``HEADERS``
and ``PAGE_NUMBER``; the town does not exist.
"""

from __future__ import annotations

from itertools import accumulate

from model import MONTHS, Group, Heading, Mark, Plan, Project, plain
from tungsong_data import COLUMNS, guideline, objective

CELLS = 20  # six text columns, twelve months, and two that the program made up
MISREAD = {"ซ่อมแซม": "ช่อมแชม"}
# What stands over the months of each table: the years' line torn apart, one label in Lao letters, พ as a Latin W.
YEARS = ({6: "พ", 7: ".ศ.25", 8: "61", 9: "พ.ศ.2562"}, {6: "พ", 7: ".ศ.25", 8: "61", 9: "W.ศ.2562"})
LAO_LABEL = {13: "ພ.ຄ."}
PAGE_NUMBER = {14: "4", 15: "7"}

RADIO = Project(
    "1",
    "โครงการเสียงตามสายและวิทยุ|ชุมชนเพื่อการเตือนภัยและ|ข่าวสารท้องถิ่น",
    (
        "จัดทำผังรายการและอบรมอาสาสมัครนักจัดรายการ|จากทุกชุมชน ให้มีความรู้เรื่องการเขียนข่าว|การอ่านประกาศ และการใช้เครื่องส่งเสียง|อย่างถูกวิธี",
        "ซ่อมแซมเครื่องขยายเสียงและลำโพงที่ชำรุด|ตามจุดต่าง ๆ ในเขตเทศบาล พร้อมทดสอบระบบ|เตือนภัยร่วมกับชุมชน จำนวน 2 ครั้ง",
    ),
    ("145,500",),
    "เทศบาลเมืองเกาะกระดาษ",
    "งานประชาสัมพันธ์ ฯ |กองยุทธศาสตร์ ฯ",
    (Mark("•-", 2, 4, 0), Mark("•", 7, 7, 1), Mark("ð", 10, 10, 1)),
)
FISHERS = Project(
    "2",
    "โครงการธนาคารปูม้าชุมชนเกาะกระดาษ",
    ("จัดซื้อถังเพาะฟักและปั๊มลม พร้อมอบรมชาวประมงให้ดูแลแม่ปูไข่และปล่อยลูกปูคืนทะเล",),
    ("38,000",),
    "ท่าเรือชุมชน",
    "สำนักปลัดเทศบาล",
    (Mark("•→", 5, 8),),
)
BEACH = Project(
    "3",
    "โครงการชายหาดสะอาด|ปราศจากขยะ",
    (
        "เก็บขยะชายหาดร่วมกับโรงเรียนและชมรมดำน้ำ|ทุกวันเสาร์แรกของเดือน",
        "ชั่งน้ำหนักและจดบันทึกชนิดของขยะ",
    ),
    ("ไม่ใช้งบประมาณ",),
    "ชายหาดด้านตะวันออก",
    "กองสาธารณสุข|และสิ่งแวดล้อม",
    (Mark("•-", 0, 3, 0), Mark("•→", 4, 10, 1)),
)

HEADINGS = (
    Heading("strategy", "3", "เมืองเกาะที่รู้ทันภัย อยู่ดี และดูแลทะเลร่วมกัน", "ภายใต้ยุทธศาสตร์ที่ 3 "),
    objective("เพื่อให้ประชาชนได้รับข่าวสารทันเวลาและร่วมกันรักษาทรัพยากรชายฝั่ง"),
    guideline("2", "พัฒนาการสื่อสารและการมีส่วนร่วมของชุมชน"),
)
PLAN = Plan(
    title="",
    organization="",
    year=2562,
    columns=COLUMNS,
    grand_total=False,
    groups=(Group(HEADINGS, (RADIO,), total=False), Group((), (FISHERS, BEACH), total=False)),
)
FINDINGS: tuple[tuple[str, str | None, str], ...] = (("mark-unknown", "1", "the stray ð in ส.ค."),)


def typed(cells: dict[int, str]) -> str:
    """Return one line of the page: its cells between tabs."""
    return "\t".join(cells.get(column, "") for column in range(CELLS))


def header(table: int) -> list[str]:
    """Return the two lines of a table's header."""
    upper, lower = zip(*(f"{title}\n".split("\n")[:2] for title in COLUMNS), strict=True)
    labels = dict(enumerate((*lower, *MONTHS))) | (LAO_LABEL if table else {})
    return [typed(dict(enumerate(upper)) | YEARS[table]), typed(labels)]


def marks_of(project: Project, starts: list[int]) -> dict[tuple[int, int], str]:
    """Return the marks by line (from the row's first) and column."""
    placed = {}
    for mark in project.marks:
        for sign, month in zip(mark.kind, (mark.start, mark.end), strict=False):
            placed[starts[mark.activity], 6 + month] = sign
    return placed


def row(project: Project) -> list[str]:
    """Return the lines that the program made of one project."""
    details = [text.split("|") for text in project.bulleted]
    marks = marks_of(project, list(accumulate((len(lines) for lines in details), initial=0)))
    flat = [line for lines in details for line in lines]
    texts = (project.number, project.name, "|".join(flat), project.amounts[0], project.place, project.unit)
    columns = [text.split("|") for text in texts]
    lines = []
    for number in range(max(len(column) for column in columns)):
        cells = {i: column[number].rstrip() for i, column in enumerate(columns) if number < len(column)}
        lines.append(typed(cells | {c: sign for (at, c), sign in marks.items() if at == number}))
    return lines


def misread(text: str) -> str:
    """Put the program's spelling in."""
    for right, wrong in MISREAD.items():
        text = text.replace(right, wrong)
    return text


def page() -> tuple[str, dict[str, int]]:
    """Return the page's text, and the line (from 1) on which each project begins."""
    lines = [line for heading in HEADINGS for line in (plain(heading.before + heading.title), "")]
    begins: dict[str, int] = {}
    for table, group in enumerate(PLAN.groups):
        lines += header(table)
        for project in group.projects:
            begins[project.number] = len(lines) + 1
            lines += row(project)
        lines += [typed(PAGE_NUMBER), ""] if table == 0 else []
    return misread("\n".join(lines) + "\n"), begins
