"""``planparse forms`` and ``--form`` with a file of the user's own, right and wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import Run

MINE = 'name = "mine"\n[columns]\nname = ["เรื่อง"]\n'


def test_a_form_of_ones_own_is_shown(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(MINE, encoding="utf-8")
    ran = run("forms", path)
    assert (ran.code, ran.out, ran.err) == (0, MINE, "")


@pytest.mark.parametrize("command", [("forms",), ("extract", "plan.pdf", "--form")], ids=["forms", "extract"])
@pytest.mark.parametrize(
    "text", [None, "x = [", MINE + 'colour = ["สี"]', "[columns]\nname = []"], ids=["none", "toml", "field", "name"]
)
def test_a_wrong_form_is_one_line_that_names_its_file(run: Run, tmp_path: Path, command: tuple[str, ...], text: str | None) -> None:
    path = tmp_path / "mine.toml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.4")
    ran = run(command[0], *(tmp_path / "plan.pdf" if word == "plan.pdf" else word for word in command[1:]), path)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith(f"error: the form {path}: ")
