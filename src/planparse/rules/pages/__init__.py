"""The pages of the rules: why, a sample that is wrong and one that is right (both are run by a test), how to mend it.

A page is a Markdown file named after its rule. Under its title and in its sections "Why" and "Mend" the first paragraph is
English and the second Thai; a sample is a fenced block: ``tsv`` is a page of text with tabs, and a name may follow it,
``json`` are keys of a plan JSON.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from planparse.rules.rule import Lang, Rule

SECTIONS = ("Why", "Wrong", "Right", "Mend")
_SECTION = re.compile(r"^## (\w+).*\n", re.MULTILINE)
_SAMPLE = re.compile(r"^```(?P<kind>tsv|json)(?: (?P<name>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample: its kind (``tsv`` or ``json``), the name of its file if that matters, its text."""

    kind: str
    name: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A rule's page: its whole text, and its sections by their names; ``""`` is what stands under the title."""

    text: str
    sections: dict[str, str]

    def title(self, lang: Lang) -> str:
        """Return in one sentence what the rule finds."""
        return _paragraph(self.sections[""].partition("\n")[2], lang)

    def why(self, lang: Lang) -> str:
        """Return why that matters."""
        return _paragraph(self.sections["Why"], lang)

    def mend(self, lang: Lang) -> str:
        """Return how to mend it."""
        return _paragraph(self.sections["Mend"], lang)

    def sample(self, section: str) -> Sample:
        """Return the sample of the section ``Wrong`` or ``Right``."""
        match = _SAMPLE.search(self.sections[section])
        assert match is not None, section  # noqa: S101 - a test holds that every page has both
        return Sample(match["kind"], match["name"], match["text"])


def page_of(rule: Rule) -> Page:
    """Return the page of a rule."""
    return page(rule.name)


@cache
def page(name: str) -> Page:
    """Return the page with this name; raise ``FileNotFoundError`` if there is none."""
    text = (files("planparse.rules.pages") / f"{name}.md").read_text(encoding="utf-8")
    parts = _SECTION.split(text)
    sections = dict(zip(parts[1::2], (part.strip() + "\n" for part in parts[2::2]), strict=True))
    return Page(text, {"": parts[0], **sections})


def _paragraph(text: str, lang: Lang) -> str:
    paragraphs = [" ".join(one.split()) for one in text.strip().split("\n\n")]
    return paragraphs[-1 if lang == "th" else 0]
