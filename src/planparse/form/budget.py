"""Budget cells → amounts in baht, and which activity each belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from planparse.plan import Baht, Budget, BudgetStatus
from planparse.table import Line
from planparse.thai.numbers import baht, says_none
from planparse.thai.numbers import total as sum_of

_BROKEN_OFF = re.compile(r"[\d๐-๙](?:[.,][\d๐-๙]?|,[\d๐-๙]{2})\Z")  # a point, or a group or satang of too few digits
# an amount without commas may be broken anywhere, one in Thai digits behind its first; nobody plans with less than a hundred baht
_PLAIN = re.compile(r"[\d๐-๙]{4,}")
_LAST = re.compile(r"[\d๐-๙]{1,2}(?:\.[\d๐-๙]{2})?")
_FIRST = re.compile(r"[1-9๑-๙][\d๐-๙]?")
_PARTED = re.compile(r"[\d๐-๙]{2,3}(?:,[\d๐-๙]{3})+(?!\d)")
_REST = re.compile(r"[\d๐-๙-]")
_BEHIND = re.compile(r"[.,][\d๐-๙-]|บาท")
_NO_MONEY = re.compile(r"ไม่")
_LETTERS = re.compile(r"[^\d๐-๙-]+")
ABSENT = Budget(baht=None, status="absent", text="")


class Amount(NamedTuple):
    """One amount of a cell with the line that it stands on."""

    budget: Budget
    line: Line


Mend = Callable[[str], str | None]  # a cell's text as it was meant, None where it allows two readings


def as_read(text: str) -> str:
    """Return a text as it is: an amount is not repaired."""
    return text


def read_budget(lines: Sequence[Line], mend: Mend = as_read) -> tuple[Budget, list[Amount]]:
    """Return a cell's budget, and its amounts where there are several."""
    filled = [line for line in lines if line.text.strip()]
    if not filled:
        return Budget(baht=None, status="missing", text=""), []
    whole = _whole(filled)
    single = [amount_of("".join(line.text.strip() for line in some), mend) for some in whole]
    if len(whole) == 1:
        return single[0], []
    if all(budget.baht is not None for budget in single):
        return _added(single), [Amount(budget, some[0]) for budget, some in zip(single, whole, strict=True)]
    return amount_of("".join(line.text.strip() for line in filled), mend), []


def _whole(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of each amount: one that is broken off goes on in the next."""
    done: list[list[Line]] = []
    for line in lines:
        if done and _goes_on("".join(before.text.strip() for before in done[-1]), line.text.strip()):
            done[-1].append(line)
        else:
            done.append([line])
    return done


def _goes_on(left: str, right: str) -> bool:
    """Whether an amount, or the words that none is used, goes on in the next line.

    >>> _goes_on("2,400,000.2", "5"), _goes_on("2,400,000.", "-"), _goes_on("2,400", "-"), _goes_on("900", "บาท")
    (True, True, False, True)
    >>> _goes_on("ไม่มี", "งบประมาณ"), _goes_on("ไม่มีงบ", "ไม่มีงบ"), _goes_on("ไม่ใช้งบ", "5,000"), _goes_on("5,000", "ไม่มีงบ")
    (True, False, False, False)
    >>> _goes_on("1032830", "0"), _goes_on("1032830", "500"), _goes_on("1,032,830", "0")
    (True, False, False)
    >>> _goes_on("๑", "๗,๑๗๒,๗๐๐"), _goes_on("57", "1,000"), _goes_on("57", "100,000"), _goes_on("0", "5,000")
    (True, True, False, False)
    """
    if _NO_MONEY.match(left):
        return bool(_LETTERS.fullmatch(right)) and not _NO_MONEY.match(right)
    if _PLAIN.fullmatch(left) and _LAST.fullmatch(right):
        return True
    if _FIRST.fullmatch(left) and _PARTED.match(left + right):
        return True
    return bool((_BROKEN_OFF.search(left) and _REST.match(right)) or _BEHIND.match(right))


def amount_of(text: str, mend: Mend = as_read) -> Budget:
    """Return the budget that one text states, and what it said before ``mend`` put it right."""
    meant = mend(text)
    if meant is None:
        return Budget(baht=None, status="unreadable", text=text)
    value = baht(meant)
    if value is not None:
        return Budget(baht=value, status="stated", text=text)
    if says_none(meant):
        return Budget(baht=0, status="none", text=text)
    return Budget(baht=None, status="unreadable", text=text)


def sum_of_texts(texts: Sequence[str], mend: Mend = as_read) -> Budget:
    """Return the budget that several texts state together; unreadable where one of them is."""
    single = [amount_of(text, mend) for text in texts]
    unreadable = next((budget for budget in single if budget.baht is None), None)
    return unreadable or (single[0] if len(single) == 1 else _added(single))


def _added(amounts: Sequence[Budget]) -> Budget:
    stated: list[Baht] = [amount.baht for amount in amounts if amount.baht is not None]
    status: BudgetStatus = "none" if all(amount.status == "none" for amount in amounts) else "stated"
    return Budget(baht=sum_of(stated), status=status, text="\n".join(amount.text for amount in amounts))
