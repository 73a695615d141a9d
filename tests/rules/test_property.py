"""Whatever a plan says, the checks answer, the same each time, with messages that a line can hold."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.plan import (
    Activity,
    Budget,
    Column,
    Doubt,
    Fault,
    Finding,
    Heading,
    HeadingRef,
    Mark,
    MonthLabel,
    Plan,
    Project,
    Source,
    Span,
    TableHeader,
    Timeline,
    Total,
    Where,
)
from planparse.rules import RULES, check

WORDS = (
    "",
    " ",
    "1",
    "2",
    "1.1",
    "รวม",
    "รวมทั้งสิ้น",
    "โครงการ",
    "ลຸน",
    "ก\u0430ก",
    "{0}{x!r:>9}",
    "[/b]\x1b[0m",
    "ปีงบประมาณ 2556",
    "ม.ค. 55 - ต.ค. 54",
)
TEXT = st.sampled_from(WORDS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
MAYBE = st.none() | TEXT
MONTHS = st.from_regex(r"\A(20(1[0-3])-|--)(0[1-9]|1[0-2])\Z")
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
AMOUNTS = st.none() | st.integers() | FLOATS | st.sampled_from([0, 10_000, 0.1, 238613.38])
SMALL = {"max_size": 3}

WHERE = st.builds(
    Where,
    page=st.integers(1, 3),
    line=st.none() | st.integers(1, 9),
    bbox=st.none() | st.tuples(*[FLOATS] * 4),
)
TIMELINE = st.builds(
    Timeline,
    marks=st.lists(st.builds(Mark, month=MONTHS, text=TEXT), **SMALL),  # type: ignore[arg-type]  # max_size
    spans=st.lists(st.builds(Span, start=MONTHS, end=MONTHS), **SMALL),  # type: ignore[arg-type]  # max_size
)
BUDGET = st.builds(Budget, baht=AMOUNTS, text=TEXT)
REF = st.none() | st.builds(HeadingRef, number=MAYBE, title=TEXT)
PROJECT = st.builds(
    Project,
    number=MAYBE,
    name=MAYBE,
    details=MAYBE,
    place=MAYBE,
    unit=MAYBE,
    activities=st.lists(st.builds(Activity, text=TEXT, budget=st.none() | BUDGET, timeline=TIMELINE), max_size=1),
    budget=BUDGET,
    timeline=TIMELINE,
    strategy=REF,
    guideline=REF,
    program=REF,
    extra=st.dictionaries(TEXT, TEXT, max_size=1),
    doubts=st.lists(st.builds(Doubt, field=TEXT, reason=TEXT, where=WHERE), max_size=1),
    where=WHERE,
)
TABLE = st.builds(
    TableHeader,
    form=TEXT,
    years=st.lists(st.integers(2550, 2557) | st.integers(), **SMALL),  # type: ignore[arg-type]  # max_size
    columns=st.lists(st.builds(Column, header=TEXT), max_size=2),
    months=st.lists(st.builds(MonthLabel, label=TEXT | st.sampled_from(["ต.ค.", "ม.ค.-มี.ค."]), month=MONTHS), max_size=14),
    where=WHERE,
)
RULE_NAMES = st.sampled_from([rule.name for rule in RULES]) | TEXT
PLAN = st.builds(
    Plan,
    schema_version=st.just("1"),
    source=st.builds(Source, name=TEXT, format=st.just("pdf"), sha256=st.just(""), pages=st.just(1)),
    title=MAYBE,
    organization=MAYBE,
    fiscal_year=st.none() | st.integers(2550, 2560),
    headings=st.lists(st.builds(Heading, number=MAYBE, title=TEXT, page=st.integers(1, 3)), max_size=2),
    projects=st.lists(PROJECT, max_size=5),
    totals=st.lists(
        st.builds(Total, label=TEXT, projects=st.none() | st.integers(), baht=AMOUNTS, extra=st.just({}), where=WHERE), max_size=4
    ),
    tables=st.lists(TABLE, max_size=2),
    faults=st.lists(st.builds(Fault, rule=RULE_NAMES, message=TEXT, project=MAYBE, where=WHERE), max_size=3),
    repairs=st.just([]),
)


@settings(deadline=None, max_examples=300)
@given(PLAN)
def test_any_plan_is_checked(made: Plan) -> None:
    findings = check(made)
    assert findings == check(made)
    known = {(rule.code, rule.name, rule.severity) for rule in RULES}
    assert all((finding.code, finding.rule, finding.severity) in known for finding in findings)
    assert all(finding.source == made.source.name for finding in findings)


@settings(deadline=None, max_examples=200)
@given(PLAN)
def test_messages_are_single_lines_in_both_languages(made: Plan) -> None:
    english, thai = check(made), check(made, lang="th")
    for finding in (*english, *thai):
        assert finding.message == " ".join(finding.message.split("\n"))
        assert "\x1b" not in finding.message
        assert len(finding.message) < 500
    assert [without_message(finding) for finding in thai] == [without_message(finding) for finding in english]


def without_message(finding: Finding) -> str:
    return finding.model_copy(update={"message": ""}).model_dump_json()
