"""A preview: amounts that are far from those of like projects of the plan: a zero too many, thousands for baht."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from statistics import median

from planparse.plan import Plan, Project
from planparse.rules.order import plan_rows
from planparse.rules.rule import Problem, money, on
from planparse.rules.sums import exact

# What a project is by the first of these words in its name; rows of no kind are compared with one another.
KINDS: dict[str, tuple[str, ...]] = {
    "works": ("ก่อสร้าง", "ปรับปรุง", "ซ่อมแซม", "ขยายเขต", "ติดตั้ง", "วางท่อ", "ขุดลอก"),
    "goods": ("จัดซื้อ", "จัดหา", "ครุภัณฑ์"),
    "grants": ("อุดหนุน", "เบี้ย", "สมทบ", "เงินเดือน", "ค่าตอบแทน"),
    "events": ("อบรม", "ส่งเสริม", "จัดงาน", "รณรงค์", "ประชุม", "สัมมนา", "แข่งขัน", "พัฒนา", "สนับสนุน"),
}
FAR = 300  # times the median, or as small a part of it: like projects of real plans lie within a hundredfold
FEWEST = 6  # rows that a median says something of


def out_of_scale(plan: Plan) -> Iterator[Problem]:
    """Find rows whose amount is hundreds of times, or a hundredth of, the median of the plan's projects of their kind."""
    kinds: dict[str, list[tuple[Project, Decimal]]] = defaultdict(list)
    for project in plan_rows(plan):
        baht = exact(project.budget.baht)
        if baht and baht > 0:
            kinds[kind(project.name or "")].append((project, baht))
    for rows in kinds.values():
        yield from far_ones(rows)


def far_ones(rows: Sequence[tuple[Project, Decimal]]) -> Iterator[Problem]:
    """Yield the rows of one kind that are far from its median."""
    if len(rows) < FEWEST:
        return
    usual = Decimal(median(baht for _, baht in rows))
    for project, baht in rows:
        if not usual / FAR < baht < usual * FAR:
            yield on(project, stated=money(baht), usual=money(usual))


def kind(name: str) -> str:
    """Return the kind of a project by its name.

    >>> kind("โครงการก่อสร้างถนน คสล."), kind("วันเด็กแห่งชาติ")
    ('works', '')
    """
    places = {found: name.find(word) for found, words in KINDS.items() for word in words if word in name}
    return min(places, key=lambda found: places[found], default="")
