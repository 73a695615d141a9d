"""Nothing that stands in a table disappears: each of its words is somewhere in what is read."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest

pytest.importorskip("reportlab", reason="it draws the variants")

import strokes
from looks import TITLES, WIDTHS, Entry, Look, Sum, TableOf
from paper import pdf
from towns import ROWS, marked, paid
from truth import read

from model import Mark, Project

WORDS = ("ซ่อมแซม", "ทางเท้า", "ระยะยาว", "เร่งด่วน", "กลางแจ้ง", "ต่อเนื่อง", "รอผล", "บ้านเหนือ", "งบกลาง", "ทุกวัน")
SIGNS = ("•", "รอ", "งด", "12", "#", "ก.ย.-ต.ค.", "7/10")
AMOUNTS = ("", "-", "12,000", "1,250,000.50", "รอแจ้ง", "12,0O0")
SUMS = (Sum("รวม 2 โครงการ", "197,000"), Sum("รวม", "197,000", "name", 1), Sum("รวมทั้งสิ้น (งบกลาง)", "-"))
STYLES = {"ruled": strokes.solid(), "between-rows": strokes.horizontal, "no-rules": strokes.none}
NARROW = {**WIDTHS, "name": 95.0, "details": 115.0, "place": 66.0, "unit": 62.0, "note": 48.0}


def drawn(chance: random.Random, number: int) -> Project:
    """Return a project of any words, amount and marks."""
    row = replace(chance.choice(ROWS), number=str(number), name="โครงการ|" + "|".join(chance.sample(WORDS, 2)))
    months = chance.sample(range(12), chance.randint(0, 3))
    return marked(paid(row, chance.choice(AMOUNTS)), *(Mark(chance.choice(SIGNS), month, month) for month in months))


def words_of(look: Look, entry: Entry) -> set[str]:
    """Return the words that stand in an entry's row."""
    if isinstance(entry, Sum):  # its amount is told as a number
        return set(re.findall(r"\([^()]*\)", entry.label))
    assert isinstance(entry, Project)
    texts = [entry.name, *entry.activities, entry.place, entry.unit, *entry.amounts, *(mark.kind for mark in entry.marks)]
    texts.append(look.notes.get(entry.number, ""))
    return {part.strip() for text in texts for part in text.split("|") if part.strip(" -•")}


@pytest.mark.parametrize("title", ["หมายเหตุ", "ผลผลิต", ""], ids=["a-note", "another-column", "no-title"])
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("rules", STYLES.values(), ids=STYLES)
def test_each_word_of_a_table_is_in_the_plan(rules: strokes.RuleStyle, seed: int, title: str) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret: the same tables each time
    rows = [drawn(chance, number) for number in range(1, 4)]
    look = Look(
        columns=("number", "name", "details", "budget", "place", "unit", "months", "note"),
        titles={**TITLES, "note": title},
        widths=NARROW,
        rules=rules,
        month_width=27,
        size=6,
        notes={row.number: chance.choice(("", *WORDS)) for row in rows},
    )
    entries: list[Entry] = [*rows, chance.choice(SUMS)]
    said = re.sub(r"\s|\\[nt]", "", read(pdf(TableOf(tuple(entries), look))).model_dump_json())
    lost = {word for entry in entries for word in words_of(look, entry) if re.sub(r"\s", "", word) not in said}
    assert lost == set()
