"""The baseline: what is known stays silent, and nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.baseline import compared, known_of, names_beside, read, written
from planparse.errors import PlanparseError
from planparse.plan import Finding
from planparse.rules import check
from plans import plan, project, where

LINES = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["place", "unit"]), st.integers(1, 50)), max_size=8)


def finding(
    name: str = "โครงการ ก", rule: str = "place-missing", line: int = 1, source: str = "a.pdf", message: str = "m"
) -> Finding:
    return Finding(
        code="PP306", rule=rule, severity="warning", message=message, source=source, project="1", where=where(1, line), name=name,
        field="place", value="",
    )  # fmt: skip


def test_moved_and_reworded_findings_stay_known() -> None:
    known = known_of([finding(line=3), finding("ข", line=5)])
    after = [finding("ข", line=90, message="ข้อความไทย"), finding("โครงการ\nก", line=80)]
    found = compared(after, known, ["a.pdf"])
    assert (list(found.new), found.known, found.mended) == ([], 2, 0)


def test_equal_rows_do_not_collide() -> None:
    known = known_of([finding(), finding(line=2)])
    found = compared([finding(line=n) for n in (1, 2, 3)], known, ["a.pdf"])
    assert (list(found.new), found.known) == ([2], 2)
    fewer = compared([finding()], known, ["a.pdf"])
    assert (fewer.known, fewer.mended, fewer.left) == (1, 1, known_of([finding()]))


@pytest.mark.parametrize(
    "other", [finding("ค"), finding(rule="unit-missing"), finding(source="b.pdf"), finding().model_copy(update={"value": "x"})]
)
def test_what_differs_is_new(other: Finding) -> None:
    assert list(compared([other], known_of([finding()]), ["a.pdf", "b.pdf"]).new) == [0]


def test_of_inputs_that_were_not_checked_everything_stays() -> None:
    known = known_of([finding(), finding(source="b.pdf")])
    found = compared([], known, ["a.pdf"])
    assert (found.mended, found.left) == (1, known_of([finding(source="b.pdf")]))


def test_a_row_that_is_put_in_before_makes_nothing_new() -> None:
    def rows(*names: str) -> list[Finding]:
        return check(plan(*(project(str(n), name, place="", at=where(1, n)) for n, name in enumerate(names, 1))))

    found = compared(rows("ใหม่", "ก", "ข"), known_of(rows("ก", "ข")), ["plan.pdf"])
    assert [rows("ใหม่", "ก", "ข")[place].name for place in found.new] == ["ใหม่"]


@given(LINES)
def test_a_baseline_knows_all_that_it_was_written_of(made: list[tuple[str, str, int]]) -> None:
    findings = [finding(name, rule, line) for name, rule, line in made]
    found = compared(findings[::-1], known_of(findings), ["a.pdf"])
    assert (list(found.new), found.known, found.mended) == ([], len(findings), 0)


def test_written_and_read_again(tmp_path: Path) -> None:
    known = known_of([finding(), finding(), finding("ข")])
    path = tmp_path / "known.json"
    path.write_text(written(known), encoding="utf-8")
    assert read(path) == known
    assert "โครงการก" in path.read_text(encoding="utf-8")
    assert written(known_of([finding("ข"), finding(), finding()])) == written(known)


def entry(count: str) -> str:
    return f'{{"source": "a", "rule": "b", "row": "c", "field": "d", "value": "e", "count": {count}}}'


@pytest.mark.parametrize("count", ["1e400", "-1", "0", "1.5", "null", '"2"'])
def test_a_count_that_is_none_is_said(count: str, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(f'{{"version": 1, "findings": [{entry(count)}]}}', encoding="utf-8")
    with pytest.raises(PlanparseError, match="JSON, but no baseline"):
        read(path)


def test_an_entry_that_a_merge_has_doubled_counts_twice(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(f'{{"version": 1, "findings": [{entry("1")}, {entry("2")}]}}', encoding="utf-8")
    assert read(path).total() == 3


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"version": 1}', '{"version": 2, "findings": []}', '{"version": 1, "findings": [{}]}', "5"]
)
def test_what_is_no_baseline_is_said(text: str, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PlanparseError, match=r"known\.json"):
        read(path)


def test_a_missing_baseline_is_said(tmp_path: Path) -> None:
    with pytest.raises(PlanparseError, match="cannot be read: no such file"):
        read(tmp_path / "none.json")


def test_sources_are_named_from_the_baselines_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.pdf").touch()
    monkeypatch.chdir(tmp_path / "sub")
    assert names_beside(["a.pdf", "-", "gone.pdf"], tmp_path / "known.json") == {"a.pdf": "sub/a.pdf"}
