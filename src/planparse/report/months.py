"""The months as a person sees them: an axis of whole fiscal years, and each project as a bar on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planparse.plan import Plan, Timeline

ACTIVE, MARKED, IDLE = "█", "░", "·"
NAMES = {
    "th": ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย."),
    "en": ("Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep"),
}
_MOST_YEARS = 3
_ERA = 543


def fiscal_years(plan: Plan) -> list[int]:
    """Return the fiscal years (Buddhist era) that the plan's spans reach, at most three; none where no year is known."""
    years = {year for month in _spanned(plan) if (year := _fiscal_year(month)) is not None}
    first = plan.fiscal_year if plan.fiscal_year is not None else min(years, default=None)
    if first is None:
        return []
    return [first, *(year for year in range(first + 1, first + _MOST_YEARS) if years and year <= max(years))]


def active(timeline: Timeline, years: Sequence[int]) -> set[int]:
    """Return the places of the months that the spans cover: 0 is October of the first year."""
    covered: set[int] = set()
    for span in timeline.spans:
        start, end = _place(span.start, years), _place(span.end, years)
        covered.update(range(max(start, 0), min(end, 12 * max(len(years), 1) - 1) + 1))
    return covered


def bar(timeline: Timeline, years: Sequence[int], cells: int = 1) -> str:
    """Return a timeline in ``cells`` block characters a month; a mark that means no month is shaded."""
    covered = active(timeline, years)
    marked = {_place(mark.month, years) for mark in timeline.marks}
    signs = (ACTIVE if p in covered else MARKED if p in marked else IDLE for p in range(12 * max(len(years), 1)))
    return "".join(sign * cells for sign in signs)


def letters(lang: str, years: Sequence[int], cells: int = 1) -> str:
    """Return the first letters of the months over a bar of ``bar()``."""
    return "".join(name[0].ljust(cells) for _ in range(max(len(years), 1)) for name in NAMES[lang])


def covered(timeline: Timeline) -> set[int]:
    """Return the months that the spans cover, 1 to 12, in whichever year."""
    found: set[int] = set()
    for span in timeline.spans:
        start, end = ((_fiscal_year(month) or 0) * 12 + _place(month, ()) for month in (span.start, span.end))
        found.update((place + 9) % 12 + 1 for place in range(start, min(end, start + 11) + 1))
    return found


def month_number(month: str) -> int:
    """Return the month of ``2012-01`` or ``--01``, 1 to 12."""
    return int(month[-2:])


def _spanned(plan: Plan) -> Iterable[str]:
    return (month for p in plan.projects for span in p.timeline.spans for month in (span.start, span.end))


def _fiscal_year(month: str) -> int | None:
    if month.startswith("--"):
        return None
    year, number = int(month[:4]), month_number(month)
    return year + _ERA + (number >= 10)


def _place(month: str, years: Sequence[int]) -> int:
    """Return where a month stands on the axis; one without a year stands in the first."""
    fiscal = _fiscal_year(month)
    shift = 0 if fiscal is None or not years else fiscal - years[0]
    return 12 * shift + (month_number(month) - 10) % 12
