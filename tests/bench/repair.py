"""How much of damaged text is repaired, and whether any right text is harmed: ``python tests/bench/repair.py``.

Words are those of pythainlp's newmm. The lines are those of the samples' plans, and with ``PLANPARSE_CONFORMANCE`` those
of the made plans in its ``corpus/files`` as well; the damaged text files among these are measured as they are.
"""

from __future__ import annotations

import json
import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from misread import damaged

from planparse.pipeline import ReadOptions, load
from planparse.thai.clerk import Clerk, Mended

SAMPLES = Path(__file__).parents[2] / "samples"
RATES = (0.004, 0.008, 0.015, 0.03)
SEEDS = range(4)
LINES = 60  # of a page
WORDS = 21_000  # drawn; newmm takes some together
FIELDS = ("name", "details", "place", "unit")
_THAI = re.compile("[ก-๎]")


class Recovery(NamedTuple):
    """Words that damage took away, how many of them are right again, and how many right ones were lost."""

    lacking: int
    back: int
    harmed: int

    def __str__(self) -> str:
        """Return the figures as a line of the table."""
        return (
            f"{self.lacking:5d} words lacking, {self.back / max(1, self.lacking):6.1%} right again, {self.harmed} right ones lost"
        )


def words(text: str) -> Counter[str]:
    """Return the Thai words of a text."""
    from pythainlp.tokenize import word_tokenize

    return Counter(word for word in word_tokenize(text, keep_whitespace=False) if _THAI.search(word))


def recovery(triples: Iterable[tuple[str, str, str]]) -> Recovery:
    """Return what a repair recovers, of texts as they are in truth, as they were read, and repaired."""
    lacking = back = harmed = 0
    for truth, read, repaired in triples:
        right, as_read, now = words(truth), words(read), words(repaired)
        missing = right - as_read
        lacking += missing.total()
        back += (missing & now).total()
        harmed += ((right & as_read) - now).total()
    return Recovery(lacking, back, harmed)


def conformance() -> Path | None:
    """Return the folder of the made plans, where it is at hand."""
    folder = os.environ.get("PLANPARSE_CONFORMANCE")
    return Path(folder) / "corpus" / "files" if folder else None


def truths() -> Iterator[dict[str, Any]]:
    """Yield the plans of the samples and of the made ones, as they are in truth."""
    made = conformance()
    paths = [SAMPLES / "expected" / name for name in ("plan.json", "tungsong.json")]
    paths += sorted(made.glob("*.truth.json")) if made else []
    for path in paths:
        yield json.loads(path.read_text(encoding="utf-8"))


def plan_lines() -> list[str]:
    """Return the lines of the plans' cells and headings, each once."""
    lines: dict[str, None] = {}
    for truth in truths():
        for project in truth["projects"] or ():
            lines.update(dict.fromkeys(line for name in FIELDS for line in (project[name] or "").split("\n")))
        lines.update(dict.fromkeys(heading["title"] for heading in truth["headings"]))
    return [line for line in lines if line]


def drawn(lines: Sequence[str], rate: float, seed: int) -> tuple[list[str], list[str]]:
    """Return a page of right lines, and the same damaged."""
    rng = random.Random(seed)  # noqa: S311  # drawn again, not kept secret
    right = rng.sample(list(lines), min(LINES, len(lines)))
    return right, [damaged(line, rate, rng) for line in right]


def mended(lines: Sequence[str]) -> list[Mended]:
    """Return the lines of one document repaired."""
    clerk = Clerk()
    clerk.look(lines)
    return [clerk.mend(line) for line in lines]


def drawn_recovery(lines: Sequence[str], rate: float) -> Recovery:
    """Return what the repair recovers of pages damaged at this rate."""
    found = []
    for seed in SEEDS:
        right, read = drawn(lines, rate, seed)
        found.append(recovery(zip(right, read, (line.text for line in mended(read)), strict=True)))
    return Recovery(*map(sum, zip(*found, strict=True)))


def file_recovery(path: Path) -> tuple[Recovery, int, int, int]:
    """Return what the repair recovers of a damaged text file, its rows, and how many are exact without and with it."""
    truth = json.loads(path.with_suffix("").with_suffix(".truth.json").read_text(encoding="utf-8"))
    raw, safe = (load(path.read_bytes(), path.name, ReadOptions(repair=level))[0].projects for level in ("none", "safe"))
    told = [{name: project[name] or "" for name in FIELDS} for project in truth["projects"]]
    plain, better = ([{name: getattr(project, name) or "" for name in FIELDS} for project in some] for some in (raw, safe))
    triples = (tuple(row[name] for row in rows) for rows in zip(told, plain, better, strict=True) for name in FIELDS)
    return recovery(triples), len(told), _same(told, plain), _same(told, better)  # type: ignore[arg-type]  # three rows each


def _same(told: Sequence[dict[str, str]], read: Sequence[dict[str, str]]) -> int:
    return sum(all("".join(a[n].split()) == "".join(b[n].split()) for n in FIELDS) for a, b in zip(told, read, strict=True))


def running_words(count: int = WORDS, seed: int = 1) -> list[str]:
    """Return right running Thai: words drawn as often as they are used, written together as Thai is."""
    from pythainlp.corpus import thai_words, tnc

    known = thai_words()
    used = [
        (word, times) for word, times in tnc.unigram_word_freqs().items() if word in known and _THAI.match(word) and len(word) > 1
    ]
    rng = random.Random(seed)  # noqa: S311  # drawn again, not kept secret
    text = rng.choices([word for word, _ in used], [times for _, times in used], k=count)
    return [" ".join("".join(text[i : i + 6]) for i in range(line, line + 24, 6)) for line in range(0, count, 24)]


def names(count: int = 5_000) -> list[str]:
    """Return names of families, which are one letter away from words and no words."""
    from pythainlp.corpus import thai_family_names

    return [f"นายสมชาย {name} บ้านเลขที่ {number}" for number, name in enumerate(sorted(thai_family_names())[:count], 1)]


def changed(lines: Sequence[str]) -> list[str]:
    """Return what is changed in lines that are right."""
    return [f"{change.before} -> {change.after} ({change.rule})" for line in mended(lines) for change in line.changes]


def changed_among_damage(lines: Sequence[str], rate: float = 0.01) -> list[str]:
    """Return what is changed in right lines of a document that is damaged elsewhere."""
    rng = random.Random(1)  # noqa: S311  # drawn again, not kept secret
    clerk = Clerk()
    clerk.look([*lines, *(damaged(line, rate, rng) for line in lines)])
    return [f"{change.before} -> {change.after} ({change.rule})" for line in lines for change in clerk.mend(line).changes]


def speed(path: Path, runs: int = 7) -> tuple[float, float]:
    """Return the seconds in which a file is read without and with repair, the word list loaded before; the least of some runs."""
    data = path.read_bytes()
    load(data, path.name)
    least = []
    for level in ("none", "safe"):
        times = []
        for _ in range(runs):
            start = time.perf_counter()
            load(data, path.name, ReadOptions(repair="none" if level == "none" else "safe"))
            times.append(time.perf_counter() - start)
        least.append(min(times))
    return least[0], least[1]


def report() -> Iterator[str]:
    """Yield the lines of the table."""
    lines = plan_lines()
    for rate in RATES:
        yield f"damage {rate:.3f}      {drawn_recovery(lines, rate)}"
    made = conformance()
    for path in sorted(made.glob("*-tsv-*.txt")) if made else ():
        if json.loads(path.with_suffix("").with_suffix(".truth.json").read_text(encoding="utf-8"))["corpus"].get("damaged"):
            found, rows, before, after = file_recovery(path)
            raw, safe = speed(path)
            yield f"{path.stem}       {found}; rows exact {before} -> {after} of {rows}; {raw * 1e3:.0f} -> {safe * 1e3:.0f} ms"
    for title, right in (("plans", lines), ("running words", running_words()), ("names", names())):
        alone, among = changed(right), changed_among_damage(right)
        count = words("\n".join(right)).total()
        yield f"right {title:<14} {count} words: {len(alone)} changed; {len(among)} changed where the document is damaged elsewhere"
        yield from (f"    {change}" for change in (*alone, *among[:20]))


if __name__ == "__main__":
    for line in report():
        sys.stdout.write(line + "\n")
