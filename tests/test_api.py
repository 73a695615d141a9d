"""The Python API: ``read`` and ``check``."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

import planparse
from planparse.errors import InputError
from planparse.report.plan_json import plan_json
from plans import plan, project


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "plan.json"
    path.write_text(plan_json(plan(project("1"), project("3"))), encoding="utf-8")
    return path


def test_read_takes_a_path_or_a_stream(saved: Path) -> None:
    expected = plan(project("1"), project("3"))
    assert planparse.read(saved) == expected
    assert planparse.read(str(saved)) == expected
    assert planparse.read(io.BytesIO(saved.read_bytes())) == expected
    with saved.open("rb") as stream:
        assert planparse.read(stream) == expected


def test_read_of_several_plans_is_an_error(saved: Path) -> None:
    saved.write_text(saved.read_text(encoding="utf-8") * 2, encoding="utf-8")
    with pytest.raises(InputError, match="2 plans"):
        planparse.read(saved)


def test_read_of_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        planparse.read(tmp_path / "missing.pdf")


def test_check_says_what_is_wrong_in_both_languages(saved: Path) -> None:
    thai, english = (planparse.check(planparse.read(saved), lang=lang) for lang in ("th", "en"))
    assert [finding.rule for finding in thai] == [finding.rule for finding in english] == ["number-gap"]
    assert thai[0].message != english[0].message
