"""How right the text of real pages is: ``python tests/bench/text.py [GOLD]``, beside the text of other libraries.

GOLD is a JSON list of pages, each ``{"pdf", "lines", "amounts"}`` with the lines as they were read by eye; the PDFs lie in
``pages`` beside it. Without it, ``$PLANPARSE_CONFORMANCE/gold/lines.json``. ``--harm`` lists what was right in the PDF's own
text layer and is not in planparse's text.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import peers

ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
WHITE = re.compile("[\\s\u200b-\u200d\u2060\ufeff\u00ad]+")
THAI_DIGIT = re.compile("[๐-๙]")
THAI_WORDS = re.compile("[\u0e01-\u0e4e]{5,}")

Page = dict[str, Any]
Reader = Callable[[Path], str]


class Rates(NamedTuple):
    """Per cent of the lines exact, with their spaces, and with their Thai digits as drawn; per cent of the amounts whole."""

    exact: float
    spaced: float
    drawn: float
    amounts: float


def reduced(text: str, blank: str = "", digits: bool = True) -> str:
    """Return a text in NFC with its white space as ``blank``, Thai digits as ASCII ones."""
    text = WHITE.sub(blank, unicodedata.normalize("NFC", text))
    return text.translate(ARABIC) if digits else text


def has_amount(text: str, amount: str) -> bool:
    """Whether an amount stands in a text in one piece and is no part of a longer number.

    >>> has_amount("รวม 1,250 บาท", "1,250"), has_amount("21,250", "1,250"), has_amount("1, 250", "1,250")
    (True, False, False)
    """
    whole = rf"(?<![\d,.]){re.escape(amount.translate(ARABIC))}(?![\d,])"
    return bool(re.search(whole, unicodedata.normalize("NFC", text).translate(ARABIC)))


def share(told: Sequence[bool]) -> float:
    """Return how many per cent are true."""
    return 100 * sum(told) / len(told) if told else 100.0


def rates(gold: Iterable[tuple[Page, str]]) -> Rates:
    """Return the rates of some pages, each with the text that was read from it."""
    exact, spaced, drawn, amounts = [], [], [], []
    for page, text in gold:
        tight, blank, digits = reduced(text), reduced(text, " "), reduced(text, digits=False)
        for line in page["lines"]:
            exact.append(reduced(line) in tight)
            spaced.append(reduced(line, " ").strip() in blank)
            if THAI_DIGIT.search(line):
                drawn.append(reduced(line, digits=False) in digits)
        amounts.extend(has_amount(text, amount) for amount in page.get("amounts", ()))
    return Rates(share(exact), share(spaced), share(drawn), share(amounts))


def comparison(gold: Sequence[Page], folder: Path, readers: dict[str, Reader]) -> str:
    """Return the table: a row a library."""
    rows = [f"{'text by':<12}{'exact':>8}{'spaced':>8}{'drawn':>8}{'amounts':>9}"]
    for name, read in readers.items():
        told = rates((page, read(folder / page["pdf"])) for page in gold)
        rows.append(f"{name:<12}{told.exact:>8.1f}{told.spaced:>8.1f}{told.drawn:>8.1f}{told.amounts:>9.1f}")
    return "\n".join(rows)


def lines_harmed(gold: Sequence[Page], folder: Path) -> Iterator[str]:
    """Yield the lines that the text layer has right and planparse's text has not."""
    for page in gold:
        raw, ours = reduced(peers.pdfium(folder / page["pdf"])), reduced(peers.planparse(folder / page["pdf"]))
        for line in page["lines"]:
            if reduced(line) in raw and reduced(line) not in ours:
                yield f"{page['pdf']}: {line}"


def words_harmed(pdf: Path, is_word: Callable[[str], bool]) -> Iterator[str]:
    """Yield the stretches of Thai in the text layer that are words throughout and that planparse's text has not.

    To be looked at: a text layer with lost or doubled marks has such stretches too (``ทังหมด``, ``สุขสุ``), rightly repaired.
    """
    ours = reduced(peers.planparse(pdf))
    for stretch in dict.fromkeys(THAI_WORDS.findall(peers.pdfium(pdf))):
        if reduced(stretch) not in ours and is_word(stretch):
            yield f"{pdf.name}: {stretch}"


def dictionary() -> Callable[[str], bool]:
    """Return a test whether a text is made of dictionary words only, none of them shorter than two letters."""
    from pythainlp.corpus import thai_words  # half a second to load, for --harm only
    from pythainlp.tokenize import word_tokenize  # as above

    known = thai_words()
    return lambda text: all(len(word) > 1 and word in known for word in word_tokenize(text, engine="newmm"))


def harm(gold: Sequence[Page], folders: Sequence[Path]) -> str:
    """Return what is right in the text layer and not in planparse's text, a line each, and how many there are."""
    found = list(lines_harmed(gold, folders[0]))
    is_word = dictionary()
    pdfs = sorted(pdf for folder in folders for pdf in folder.glob("*.pdf"))
    words = [word for pdf in pdfs for word in words_harmed(pdf, is_word)]
    told = f"harm: {len(found)} of the lines, {len(words)} stretches of words on the pages of {len(pdfs)} PDFs"
    return "\n".join([told, *found, *words])


def main() -> None:
    """Read the options and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="?")
    parser.add_argument("--harm", action="store_true")
    parser.add_argument("--more", type=Path, action="append", default=[], metavar="FOLDER", help="more PDFs to look for harm in")
    options = parser.parse_args()
    path = options.gold or Path(os.environ.get("PLANPARSE_CONFORMANCE", ".")) / "gold" / "lines.json"
    if not path.is_file():
        parser.error(f"{path}: no such file")
    gold, folder = json.loads(path.read_text(encoding="utf-8")), path.parent / "pages"
    sys.stdout.write(f"{sum(len(page['lines']) for page in gold)} lines of {len(gold)} pages\n\n")
    sys.stdout.write(comparison(gold, folder, peers.installed()) + "\n")
    if options.harm:
        sys.stdout.write("\n" + harm(gold, [folder, *options.more]) + "\n")


if __name__ == "__main__":
    main()
