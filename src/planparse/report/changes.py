"""What was repaired in a text: each change for a person or a program, and what the rules do."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from rich.console import Console
from rich.text import Text

from planparse.report.literal import literal
from planparse.thai.clerk import Mended


class Explained(NamedTuple):
    """A rule in words, and an example of what it does; the last two stand in a damaged text."""

    th: str
    en: str
    before: str
    after: str


RULES: dict[str, Explained] = {
    "private-use": Explained("รหัสส่วนตัวของฟอนต์ไทยกลับเป็นตัวอักษร", "private-use glyphs of Thai fonts", "หน\uf70aวย", "หน่วย"),
    "lookalike": Explained("อักษรลาวและ W.ศ. แทนอักษรไทย", "Lao letters, and W.ศ., for Thai ones", "ກອງคลัง", "กองคลัง"),
    "detached-mark": Explained("ช่องว่างหน้าสระหรือวรรณยุกต์", "a space before a vowel or tone mark", "กรณ ีที่", "กรณีที่"),
    "mark-order": Explained("วรรณยุกต์อยู่หน้าสระ", "a tone stored before its vowel", "ท่ี", "ที่"),
    "drawn-twice": Explained("สระหรือวรรณยุกต์ซ้ำ", "a mark that stands twice", "ที่่", "ที่"),
    "sara-am": Explained("สระอำแยกเป็นนิคหิตกับสระอา", "SARA AM stored in two parts", "ดําเนินการ", "ดำเนินการ"),
    "sara-ae": Explained("สระแอพิมพ์เป็นสระเอสองตัว", "SARA AE typed as two SARA E", "เเผน", "แผน"),
    "split-sara-am": Explained("สระอำกลายเป็นช่องว่างกับสระอา", "SARA AM torn into a space and SARA AA", "จ านวน", "จำนวน"),
    "spelling": Explained("คำที่อ่านผิดบ่อยและไม่มีคำอื่นสะกดเช่นนั้น", "known misreadings that are no other word", "ช่อมแชม", "ซ่อมแซม"),
    "letter": Explained("อักษรละตินหรือตัวเลขในคำไทย", "a Latin letter or digit inside a Thai word", "การพัฒuา", "การพัฒนา"),
    "confusion": Explained("อักษรไทยที่อ่านเป็นตัวอื่น", "a Thai letter read as another", "ประซาชน", "ประชาชน"),
    "lost-mark": Explained("สระหรือวรรณยุกต์หาย", "a vowel or tone mark that was not read", "การทองเที่ยว", "การท่องเที่ยว"),
    "gap": Explained("ช่องว่างในคำ", "a space inside a word", "ชั่ว โมง", "ชั่วโมง"),
    "digits": Explained("อักษรหรือเลขอีกชุดหนึ่งในจำนวน", "letters or the other digits in a number", "5O,000", "50,000"),
}
GUARDED = ("confusion", "lost-mark", "gap", "digits")  # only in a text that shows damage, or with --level bold
_REMARK = {
    "th": "* เฉพาะข้อความที่มีร่องรอยความเสียหาย หรือเมื่อใช้ --level bold",
    "en": "* only in a text that shows damage, or with --level bold",
}


class Told(NamedTuple):
    """A change or a close call with its line (from 1)."""

    line: int
    rule: str
    before: str
    after: str


def changes(mended: Sequence[Mended]) -> Iterator[Told]:
    """Yield each change in a text's lines."""
    for number, line in enumerate(mended, 1):
        for change in line.changes:
            yield Told(number, *change)


def close_calls(mended: Sequence[Mended]) -> Iterator[Told]:
    """Yield what was left because it was a close call."""
    for number, line in enumerate(mended, 1):
        for call in line.close:
            yield Told(number, "close-call", *call)


def changes_text(mended: Sequence[Mended], console: Console) -> None:
    """Print a line for each change: where, what it was, what it is, and by which rule; close calls with a question mark."""
    for told in sorted((*changes(mended), *close_calls(mended)), key=lambda told: told.line):
        is_open = told.rule == "close-call"
        console.print(
            Text.assemble(
                (f"{told.line}: ", "dim"),
                literal(told.before, "red"),
                " →? " if is_open else " → ",
                literal(told.after, "yellow" if is_open else "green"),
                (f"  {told.rule}", "dim"),
            ),
            soft_wrap=True,
        )


def changes_json(text: str, mended: Sequence[Mended]) -> str:
    """Return the text with each change and each close call as one JSON object."""
    whole = {
        "text": text,
        "changes": [told._asdict() for told in changes(mended)],
        "close_calls": [{key: value for key, value in told._asdict().items() if key != "rule"} for told in close_calls(mended)],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def rules_text(lang: Literal["th", "en"], console: Console) -> None:
    """Print each rule with what it does and an example."""
    for name, rule in RULES.items():
        star = "*" if name in GUARDED else " "
        words = rule.th if lang == "th" else rule.en
        console.print(
            Text.assemble(
                (f"{name:<14}", "bold"), f"{star} {words}: ", literal(rule.before, "red"), " → ", literal(rule.after, "green")
            ),
            soft_wrap=True,
        )
    console.print(Text(_REMARK[lang], style="dim"), soft_wrap=True)
