"""A table's header: which column is which field, which are the months, and which years stand over them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import partial
from itertools import chain, count, pairwise, takewhile
from typing import NamedTuple

from planparse.form.forms import ALIKE, Form, forms, tighten
from planparse.form.shares import Over, are_parts, budget_columns, titles_over, with_title_apart
from planparse.form.text import cell_text
from planparse.plan import FieldName
from planparse.table import Cell, Line, Table
from planparse.thai.lookalikes import lookalikes
from planparse.thai.months import FISCAL_ORDER, FULL, QUARTERS, SHORT, are_a_year, month_of, quarter_of, year_of
from planparse.thai.numbers import arabic
from planparse.thai.repair import Change, repair

LONGEST = 80  # letters: a longer cell is no header
DEEPEST = 14  # rows: a header that starts lower is not looked for
LONGEST_REST = 25  # letters of a title's second line
LEAST_MONTHS = 5  # columns named after months make a row of months
LEAST_FIELDS = 3  # fields make a header without months
SAME_EDGE = 8.0  # points between the column edges of a table and those of its continuation, and …
SAME_OF_WIDTH = 0.01  # … of a wide table's width
LONGEST_MONTH = 4  # letters and marks of a month's abbreviation with one too many
EVEN = 0.2  # of a month's width: others are as wide
SAME_WIDTH = 0.3  # of a month's column: one as wide beside them may be a month's too
LIKE_MONTH = 0.7  # of the letters of a month's full name
_YEAR = re.compile(r"25\d\d")
_YEARS_ONLY = re.compile(r"(?:(?:พ\s*\.?\s*ศ\.?\s*|ปี\s*|งบประมาณ\s*)*25\d\d\s*)+")
_FILLER = re.compile(r"[\s.,·:\d]+")
_QUARTERLY = re.compile("ไตรมาส")
_WEEK = re.compile(r"(?:สัปดาห์(?:ที่)?|สป\.?|ส\.?|[Ww])?\s*[1-5๑-๕]")
_NOT_A_MONTH = re.compile(r"รวม|ไตรมาส|งวด")


class MonthColumn(NamedTuple):
    """A column of the timeline: its label as printed and the calendar month (from 1) that it was taken for.

    It may reach over several ``columns`` of the grid.
    """

    column: int
    label: str
    month: int
    columns: int = 1

    @property
    def own(self) -> range:
        """Its columns: several where weeks have one each."""
        return range(self.column, self.column + self.columns)


@dataclass(frozen=True, slots=True)
class Header:
    """A header as it was read. ``fields`` are by column; a column that is no field has its header in ``others``.

    Those of a budget that is divided over several columns are in both.
    """

    form: Form
    rows: range
    fields: dict[int, FieldName]
    others: dict[int, str]
    printed: dict[int, str]
    months: tuple[MonthColumn, ...]
    years: tuple[int, ...]
    fiscal_year: int | None
    missing: tuple[FieldName, ...] = ()
    repairs: tuple[tuple[Change, Line], ...] = field(default=())

    @property
    def is_budget_divided(self) -> bool:
        """Whether the budget is the sum of several columns."""
        return sum(name == "budget" for name in self.fields.values()) > 1

    def field_of(self, cell: Cell) -> FieldName | None:
        """Return the field that a cell stands in: one over the names' column too is a name, that of a group of rows, say."""
        if cell.columns == 1:
            return self.fields.get(cell.column)
        covered = range(cell.column + 1, cell.column + cell.columns)
        return "name" if any(self.fields.get(column) == "name" for column in covered) else self.fields.get(cell.column)


def headers(table: Table, known: Sequence[Form] | None = None) -> Iterator[Header]:
    """Yield the headers of a table from top to bottom: a drawn table has one at its head, an OCR'd page may repeat it anywhere.

    ``known`` are the forms that it may be of; those of planparse where it is ``None``.
    """
    by_row = rows_of(table)
    among = forms() if known is None else known
    row = 0
    while row < (len(by_row) if table.typed else min(len(by_row), DEEPEST)):
        header = _header_at(table, by_row, row, among)
        if header is None:
            row += 1
            continue
        yield header
        if not table.typed:
            return
        row = header.rows.stop


Head = tuple[tuple[float, ...], tuple[object, ...]]


def head_of(table: Table, header: Header) -> Head | None:
    """Return all that a header at a drawn table's head is made of: edges and cells. Another table with the same has the same.

    ``None`` where that does not tell: a header without months may depend on what stands below, and repairs have their place.
    """
    if table.typed or not header.months or header.repairs:
        return None
    above = takewhile(lambda cell: cell.row < header.rows.stop, table.cells)  # cells are in the order of their rows
    return table.xs, tuple([(cell[:4], cell_text(cell)) for cell in above])


def rows_of(table: Table) -> list[list[Cell]]:
    """Return the cells by the row that they start in."""
    rows: list[list[Cell]] = [[] for _ in table.ys[1:]]
    for cell in table.cells:
        rows[cell.row].append(cell)
    return rows


def _header_at(table: Table, by_row: Sequence[Sequence[Cell]], row: int, known: Sequence[Form]) -> Header | None:
    """Return the header that starts in ``row``."""
    texts = [text for cell in by_row[row] if cell.lines and len(text := cell_text(cell)) <= LONGEST]
    form, found = _best_form(texts, known)
    if len(texts) < 2 or sum(found.values()) < 2 * ALIKE:
        return None
    bottom = _month_row(by_row, row)
    if bottom == row and row and _only_years(by_row[row - 1]):
        row -= 1
    if bottom is None:
        stop = max((cell.row + cell.rows for cell in by_row[row]), default=row + 1)
        return _make(table, by_row, range(row, stop), None, known)
    return _make(table, by_row, range(row, _stop(by_row, row, bottom, form)), bottom, known)


def _stop(by_row: Sequence[Sequence[Cell]], top: int, bottom: int, form: Form) -> int:
    """Return where a header ends that has its months in row ``bottom``.

    Its titles may reach lower, and the parts of its budget, or the weeks of its months, may stand in rows below these.
    """
    stop = bottom + 1
    above = [cell for row in by_row[top:stop] for cell in row if cell.lines]
    deeper = Counter(end for cell in above if (end := cell.row + cell.rows) > stop)
    stop = max((end for end, titles in deeper.items() if titles > 1), default=stop)
    while stop < len(by_row) and (
        are_parts(by_row[stop], above, form) or _are_weeks(by_row[stop], by_row[bottom]) or _complete(by_row[stop], above, form)
    ):
        stop += 1
    return stop


def _complete(row: Iterable[Cell], above: Iterable[Cell], form: Form) -> bool:
    """Whether a row below the months goes on with the titles of some columns, so that a form has these, and nothing else.

    A typed header is as many lines as its longest title; of the months' labels no more than points may stand there.
    """
    titles = {cell.column: cell_text(cell) for cell in above if cell.columns == 1}
    rest = {cell.column: cell_text(cell) for cell in row if cell.lines}
    if rest and all(_ends_label(titles.get(column, ""), text) for column, text in rest.items()):
        return True
    known = [column for column in rest if form.field_of(titles.get(column, "")) is not None]
    others = [text for column, text in rest.items() if column not in known and any(map(str.isalnum, text))]
    if not known or any(len(text) > LONGEST_REST or any(map(str.isdecimal, text)) for text in others):
        return False
    return all(_completes(titles[column], rest[column], form) for column in known)


def _ends_label(label: str, rest: str) -> bool:
    """Whether a month's or quarter's label that goes on so is still one: a bullet below it makes it none."""
    whole = label + rest
    return bool(label) and not any(map(str.isdecimal, rest)) and bool(month_of(whole) or quarter_of(whole))


def _completes(title: str, rest: str, form: Form) -> bool:
    """Whether a title that goes on so is one of the same field that a form has, or more like one."""
    before, whole = form.field_of(title), form.field_of(title + rest)
    if before is None or whole is None or whole[0] != before[0]:
        return False
    return whole[1] == 1 or whole[1] > before[1]


def _are_weeks(row: Iterable[Cell], labels: Iterable[Cell]) -> bool:
    """Whether a row below the months' labels has nothing but the weeks of months that reach over several columns."""
    over = {column for cell in labels if cell.columns > 1 for column in range(cell.column, cell.column + cell.columns)}
    own = [cell for cell in row if cell.lines]
    return len(own) > LEAST_MONTHS and all(cell.column in over and _WEEK.fullmatch(cell_text(cell)) for cell in own)


def _month_row(by_row: Sequence[Sequence[Cell]], start: int) -> int | None:
    """Return the row of the labels of months, or else of quarters, of a header that starts in row ``start``."""
    rows = by_row[start : start + 5]
    found = chain(
        ((row, _months_in(row)) for row in rows),
        ((row, _quarters(row, chain.from_iterable(rows[:at]))) for at, row in enumerate(rows)),
    )
    for row, named in found:
        if named:
            return max(cell.row + cell.rows - 1 for cell in row if cell.column in named)
    return None


def _months_in(cells: Iterable[Cell]) -> dict[int, int]:
    """Return the months that the labels in a row of cells name, by column, where they are many enough."""
    named = _named({cell.column: cell_text(cell) for cell in cells if cell.lines})
    return named if len(named) >= LEAST_MONTHS else {}


def _named(labels: Mapping[int, str]) -> dict[int, int]:
    """Return the months that labels name, by column: each its own, or all of a year by their first letters or their numbers."""
    named = {column: month for column, label in labels.items() if (month := month_of(lookalikes(label))) is not None}
    return named if len(named) >= LEAST_MONTHS else _numbered(labels) or named


def _numbered(labels: Mapping[int, str]) -> dict[int, int]:
    """Return the months that twelve labels beside each other name by a year's first letters or its numbers from 10 to 9.

    Each may reach over as many columns as the others: its weeks.
    """
    found = sorted(column for column, label in labels.items() if label)
    for at in range(len(found) - len(FISCAL_ORDER) + 1):
        columns = found[at : at + len(FISCAL_ORDER)]
        if len({after - before for before, after in pairwise(columns)}) == 1 and are_a_year([labels[column] for column in columns]):
            return dict(zip(columns, FISCAL_ORDER, strict=True))
    return {}


def _quarters(row: Iterable[Cell], above: Iterable[Cell]) -> dict[int, int]:
    """Return the first month of each column where four beside each other are titled as the quarters of a year.

    They may be numbers alone, below ไตรมาส over all of them; without rules that stands over one of them.
    """
    labels = {cell.column: cell_text(cell) for cell in row if cell.lines and cell.columns == 1}
    quarterly = [cell for cell in above if cell.columns in (1, len(QUARTERS)) and _QUARTERLY.search(cell_text(cell))]
    over = [cell.column - back for cell in quarterly for back in range(len(QUARTERS) - cell.columns + 1)]
    for first in [*labels, *over]:
        own = {column: labels.get(column, "") for column in range(first, first + len(QUARTERS))}
        numbers = [arabic(tighten(label)) for label in own.values()]
        if list(map(quarter_of, own.values())) == list(QUARTERS) or (first in over and numbers == list("1234")):
            return dict(zip(own, QUARTERS, strict=True))
    return {}


def _only_years(cells: Sequence[Cell]) -> bool:
    """Whether a row has years and nothing else: over a header of one line they are its own."""
    return any(cell.lines for cell in cells) and all(_is_years(cell) for cell in cells if cell.lines)


def _is_years(cell: Cell) -> bool:
    return bool(_YEARS_ONLY.fullmatch(arabic(lookalikes(cell_text(cell)))))


def _timeline(months: Iterable[int]) -> set[int]:
    """Return the columns from the first month to the last, with the sums of quarters between them."""
    columns = list(months)
    return set(range(min(columns), max(columns) + 1)) if columns else set()


def _make(
    table: Table, by_row: Sequence[Sequence[Cell]], rows: range, month_row: int | None, known: Sequence[Form]
) -> Header | None:
    columns = len(table.xs) - 1
    cells = [cell for row in rows for cell in by_row[row] if cell.lines]
    months = _months(table, cells, month_row) if month_row is not None else ()
    month_columns = {column for month in months for column in month.own}
    over, printed = _titles(cells, columns, month_columns)
    form, _ = _best_form(printed.values(), known)
    if (table.unruled or table.typed) and (apart := with_title_apart(cells, form)) is not cells:
        over, printed = _titles(apart, columns, month_columns)
    fields: dict[int, FieldName] = {}
    for column, header in sorted(printed.items(), key=lambda item: -_sureness(form, item[1])):
        found = form.field_of(header)
        if found and found[0] not in fields.values() and not (found[0] == "timeline" and months):
            fields[column] = found[0]
    if "name" not in fields.values() and months and (name := _unnamed(fields, printed)) is not None:
        fields[name] = "name"
    shares = () if form.sums or not over else budget_columns({one.columns: cell_text(one.cell) for one in over}, printed, form)
    if shares:
        fields = {column: name for column, name in fields.items() if name != "budget"}
        fields |= dict.fromkeys(shares, "budget")
    if not _is_plan(form, fields, months):
        return None
    divided = shares if len(shares) > 1 else ()
    others = _told_apart({column: text for column, text in sorted(printed.items()) if column not in fields or column in divided})
    years, fiscal_year, changes = _years(cells, months)
    missing = _missing(form, fields, months)
    repairs = (*changes, *_label_repairs(cells, months))
    return Header(form, rows, fields, others, printed, months, years, fiscal_year, missing, repairs)


def _missing(form: Form, fields: Mapping[int, FieldName], months: Sequence[MonthColumn]) -> tuple[FieldName, ...]:
    """Return the fields that a form requires and a header does not have; months stand for the time."""
    return tuple(name for name in form.required if name not in fields.values() and not (name == "timeline" and months))


def _unnamed(fields: Mapping[int, FieldName], printed: Mapping[int, str]) -> int | None:
    """Return the column that names the rows although no form knows its title: the one right behind their numbers."""
    number = next((column for column, field in fields.items() if field == "number"), None)
    after = [column for column in printed if number is not None and column > number]
    column = min(after, default=None)
    return column if column not in fields else None


def _told_apart(titles: Mapping[int, str]) -> dict[int, str]:
    """Return the titles of columns with a number behind those that stand over an earlier column too.

    >>> _told_apart({4: "หมายเหตุ", 6: "ผล", 7: "หมายเหตุ"})
    {4: 'หมายเหตุ', 6: 'ผล', 7: 'หมายเหตุ (2)'}
    """
    times = Counter[str]()
    done: dict[int, str] = {}
    for column, title in titles.items():
        times[title] += 1
        done[column] = f"{title} ({times[title]})" if times[title] > 1 else title
    return done


def _is_plan(form: Form, fields: Mapping[int, FieldName], months: Sequence[MonthColumn]) -> bool:
    """Whether a header is one of a plan: it names the rows and says when, or it is a summary's with all that this requires."""
    found = set(fields.values())
    if form.sums:
        return found.issuperset(form.required)
    return "name" in found and (bool(months) or ("timeline" in found and len(found) >= LEAST_FIELDS))


def _sureness(form: Form, header: str) -> float:
    found = form.field_of(header)
    return found[1] if found else 0.0


def _titles(cells: Sequence[Cell], columns: int, months: set[int]) -> tuple[list[Over], dict[int, str]]:
    """Return the titles over several columns, and the header of each column that is no month."""
    over = titles_over(cells, months)
    above = [one.cell for one in over]
    return over, _printed([cell for cell in cells if cell not in above] if over else cells, columns, months)


def _printed(cells: Iterable[Cell], columns: int, months: set[int]) -> dict[int, str]:
    """Return the header of each column that is no month, from top to bottom, without the titles over several columns."""
    printed: dict[int, list[str]] = {}
    timeline = _timeline(months)
    for cell in sorted(cells, key=lambda cell: cell.row):
        if cell.column in timeline and _is_years(cell):
            continue
        covered = range(cell.column, cell.column + cell.columns)
        if months.isdisjoint(covered) and (cell.columns == 1 or cell.rows > 1):
            printed.setdefault(cell.column, []).append(cell_text(cell))
    texts = {column: "".join(parts) for column, parts in printed.items() if column < columns}
    return {column: text for column, text in texts.items() if not _is_stray(text)}


def _is_stray(text: str) -> bool:
    return not any(letter.isalpha() for letter in text)


def _best_form(texts: Iterable[str], known: Sequence[Form]) -> tuple[Form, dict[FieldName, float]]:
    """Return the form that knows most of the headers, and how sure each of its fields is.

    One that knows which column names the rows is before one that does not, and one that knows more fields, however sure they
    are. Of two that know as much, the one of whose own headers more are printed is meant, then the one that misses fewer
    (months may stand for the time).
    """
    headers = list(texts)
    found = [(form, _known(headers, form)) for form in known]
    own = set(map(tighten, headers))
    return max(found, key=lambda one: ("name" in one[1], len(one[1]), sum(one[1].values()), len(own & one[0].own), -_lacking(*one)))


def _lacking(form: Form, fields: Collection[FieldName]) -> int:
    return len({*form.required} - {*fields, "timeline"})


def _known(headers: Iterable[str], form: Form) -> dict[FieldName, float]:
    fields: dict[FieldName, float] = {}
    for text in headers:
        if (found := form.field_of(text)) is not None:
            fields[found[0]] = max(found[1], fields.get(found[0], 0.0))
    return fields


def _months(table: Table, header: Sequence[Cell], month_row: int) -> tuple[MonthColumn, ...]:
    """Return the month columns: by position where there are twelve in a row, by name elsewhere."""
    cells = [cell for cell in header if cell.row + cell.rows - 1 == month_row]
    cell_texts = {cell.column: cell_text(cell) for cell in cells}
    labels = {column: text for column, text in cell_texts.items() if not _NOT_A_MONTH.search(text)}
    named = _named(labels)
    if len(named) < LEAST_MONTHS and (quarters := _quarters(cells, header)):
        return tuple(MonthColumn(column, cell_texts[column], month) for column, month in quarters.items())
    if tiled := _tiled(cells, named):
        return tuple(MonthColumn(cell.column, labels[cell.column], named[cell.column], cell.columns) for cell in tiled)
    skipped = {cell.column for cell in cells if _NOT_A_MONTH.search(cell_text(cell))}
    run = [column for column in range(min(named), max(named) + 1) if column not in skipped]
    start = Counter((month - run.index(column)) % 12 for column, month in named.items()).most_common(1)[0][0]
    damaged = {column for column, label in labels.items() if column not in named and _may_be_month(label)}
    first = run[0]
    run = _grown(run, start, damaged)
    if len(run) < 12:
        whole = _grown(run, start - (first - run[0]), damaged | _blank(table, header, run))
        run = whole if len(whole) == 12 and (start - (first - whole[0]) - 10) % 12 == 0 else run
    start -= first - run[0]
    if len(run) != 12 and len(named) == len(run):
        return tuple(MonthColumn(column, labels[column], named[column]) for column in run)
    return tuple(MonthColumn(column, labels.get(column, ""), (start + index - 1) % 12 + 1) for index, column in enumerate(run))


def _tiled(cells: Iterable[Cell], named: Mapping[int, int]) -> Sequence[Cell]:
    """Return the labels of months that reach over several columns, those of weeks, one behind the other; none where they do not."""
    own = sorted((cell for cell in cells if cell.column in named), key=lambda cell: cell.column)
    follows = all(after.column == before.column + before.columns for before, after in pairwise(own))
    return own if follows and len(own) == len(FISCAL_ORDER) and any(cell.columns > 1 for cell in own) else ()


def _blank(table: Table, header: Sequence[Cell], run: Sequence[int]) -> set[int]:
    """Return the columns beside some months that are as wide as these, with nothing over them but what is over months too."""
    if table.typed:
        return set()
    xs = table.xs
    wide = (xs[run[-1] + 1] - xs[run[0]]) / len(run)
    titled = {
        cell.column for cell in header if cell.columns == 1 or not set(run) & set(range(cell.column, cell.column + cell.columns))
    }
    beside = [column for column in (run[0] - 1, run[-1] + 1) if 0 <= column < len(xs) - 1]
    return {column for column in beside if column not in titled and abs(xs[column + 1] - xs[column] - wide) < SAME_WIDTH * wide}


def _grown(run: Sequence[int], start: int, damaged: Container[int]) -> list[int]:
    """Return the run with the damaged labels at its ends: a year has twelve months and starts in October if it can."""
    run = list(run)
    while len(run) < 12 and (start - 10) % 12 and run[0] - 1 in damaged:
        run.insert(0, run[0] - 1)
        start -= 1
    while len(run) < 12 and run[-1] + 1 in damaged:
        run.append(run[-1] + 1)
    return run


def _may_be_month(label: str) -> bool:
    """Whether a label can be a damaged month's: as short as one or like one in full, and no header that a form knows."""
    if any(form.field_of(label) for form in forms()):
        return False
    name = _FILLER.sub("", label)
    return len(name) <= LONGEST_MONTH or bool(get_close_matches(name, FULL, 1, LIKE_MONTH))


def _years(cells: Iterable[Cell], months: Sequence[MonthColumn]) -> tuple[tuple[int, ...], int | None, list[tuple[Change, Line]]]:
    """Return the years over the months, the fiscal year that they mean (both Buddhist era), and what had to be put together."""
    over = _timeline(month.column for month in months)
    row: dict[int, list[Cell]] = {}
    above = [cell for cell in cells if over.intersection(range(cell.column, cell.column + cell.columns))]
    labels = max((cell.row for cell in above if month_of(cell_text(cell)) is not None), default=0)
    for cell in above:
        text = cell_text(cell)
        if month_of(text) is None or (cell.row < labels and _YEAR.search(arabic(text))):  # พ.ศ. may have been read as a month
            row.setdefault(cell.row, []).append(cell)
    years: list[tuple[int, Cell]] = []
    changes: list[tuple[Change, Line]] = []
    for found in row.values():
        found.sort(key=lambda cell: cell.column)
        text = arabic(lookalikes("".join(cell_text(cell) for cell in found)))
        numbers = [int(match) for match in _YEAR.findall(text)]
        alone = next((cell for cell in found if _YEAR.search(arabic(cell_text(cell)))), found[-1])
        years.extend((year, found[0] if len(numbers) > 1 else alone) for year in numbers)
        changes.extend(_joined_years(found, numbers))
    labels_with_words = (month.label for month in months if any(map(str.isalpha, month.label)))  # 12 alone is December
    labelled = [year for label in labels_with_words if (year := year_of(label)) is not None]
    values = tuple(sorted({year for year, _ in years} | set(labelled)))
    return values, _fiscal_year(values, years, labelled, months), changes


def _fiscal_year(
    values: Sequence[int], years: Sequence[tuple[int, Cell]], labelled: Sequence[int], months: Sequence[MonthColumn]
) -> int | None:
    if not values:
        return None
    if len(values) > 1 or labelled:
        return values[-1] if not labelled or months[0].month < 10 or len(values) > 1 else values[-1] + 1
    cell = years[0][1]
    first_quarter = {month.column for month in months if month.month >= 10}
    covered = set(range(cell.column, cell.column + cell.columns))
    only_autumn = covered <= first_quarter and len(covered) > 1 and "งบประมาณ" not in cell_text(cell)
    return values[0] + 1 if only_autumn else values[0]


def _joined_years(cells: Sequence[Cell], years: Sequence[int]) -> list[tuple[Change, Line]]:
    """Return what was put together from the pieces of a year's title that tabs had torn apart."""
    pieces = [cell for cell in cells if not _YEAR.search(arabic(cell_text(cell)))]
    changes = [(change, cell.lines[0]) for cell in cells for change in repair(cell_text(cell))[1] if cell not in pieces]
    if pieces and years and len(pieces) < len(cells) + 1 and len(pieces) > 1:
        before = "\t".join(cell_text(cell) for cell in pieces)
        changes.insert(0, (Change("split-header", before, f"พ.ศ.{years[0]}"), pieces[0].lines[0]))
    return changes


def _label_repairs(cells: Sequence[Cell], months: Sequence[MonthColumn]) -> list[tuple[Change, Line]]:
    """Return the month labels that were taken for the month of their position although they do not name it."""
    labelled = {cell.column: cell for cell in cells}
    changes = []
    for month in months:
        cell = labelled.get(month.column)
        if cell is None or not month.label or month_of(month.label) is not None:
            continue
        rule = "lookalike" if lookalikes(month.label) != month.label else "month-name"
        changes.append((Change(rule, month.label, SHORT[month.month - 1]), cell.lines[-1]))
    return changes


def completed(before_table: Table, before: Header, table: Table, header: Header) -> Header:
    """Return a header with the fields of an earlier one of the same columns whose titles it has lost, or has the half of.

    The end of a page, or the edge of a cell that is too small, may have cut them.
    """
    if table.typed or len(table.xs) != len(before_table.xs) or any(map(partial(_is_off, before_table.xs), table.xs, count())):
        return header
    if [month.column for month in header.months] != [month.column for month in before.months]:
        return header
    if header.printed != before.printed and all(title in before.printed.get(at, "") for at, title in header.printed.items()):
        form, fields, missing = before.form, before.fields, before.missing
        return replace(header, form=form, fields=fields, others=before.others, printed=before.printed, missing=missing)
    lost = {
        column: name
        for column, name in before.fields.items()
        if column not in header.fields
        and name not in header.fields.values()
        and header.printed.get(column, "") in before.printed.get(column, "")
    }
    if not lost:
        return header
    fields = {**header.fields, **lost}
    form = before.form if set(fields) == set(before.fields) else header.form
    others = {column: text for column, text in header.others.items() if column not in lost}
    missing = _missing(form, fields, header.months)
    return replace(header, form=form, fields=fields, others=others, missing=missing)


def continued(header_table: Table, header: Header, table: Table) -> Table | None:
    """Return a table without a header in the columns of an earlier one that it goes on with, ``None`` if it does not.

    It has these columns, all months among them; where none of its rows needs another edge, cells reach over several. Who drew
    it anew may have made some inside wider: then it has as many, and its months are as wide as each other.
    """
    last = len(header_table.xs) - 1
    ends_alike = not _is_off(header_table.xs, table.xs[0], 0) and not _is_off(header_table.xs, table.xs[-1], last)
    if ends_alike and len(table.xs) == last + 1 and _has_as_even(table, header):
        return table
    places = [_nearest(header_table.xs, x) for x in table.xs]
    outer = places[:1] == [0] and places[-1] == last
    if not outer or len(set(places)) < len(places) or any(map(partial(_is_off, header_table.xs), table.xs, places)):
        return None
    if len(places) == len(header_table.xs):
        return table
    if not header.months or not {month.column for month in header.months} <= set(places):
        return None
    cells = tuple(
        cell._replace(column=places[cell.column], columns=places[cell.column + cell.columns] - places[cell.column])
        for cell in table.cells
    )
    return table._replace(xs=tuple(header_table.xs), cells=cells)


def _has_as_even(table: Table, header: Header) -> bool:
    """Whether the columns that a header has for its months are about as wide as each other in another table too."""
    wide = [table.xs[month.own.stop] - table.xs[month.column] for month in header.months]
    return len(wide) > LEAST_MONTHS and max(wide) - min(wide) < EVEN * min(wide)


def _nearest(edges: Sequence[float], x: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - x))


def _is_off(edges: Sequence[float], x: float, place: int) -> bool:
    return abs(edges[place] - x) >= max(SAME_EDGE, SAME_OF_WIDTH * (edges[-1] - edges[0]))
