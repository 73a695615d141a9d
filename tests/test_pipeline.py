"""From bytes to plans: told apart by content, errors in plain words, and what holds for any bytes and any table."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.errors import Exit, InputError, NoTableError, NoTextError, PlanparseError, UsageError
from planparse.pipeline import ReadOptions, load, page_numbers, pages, pdf_reading, read, read_bytes, require_table
from planparse.plan import Fault, Plan, Where
from planparse.report.plan_json import plan_json, schema_json
from plans import plan as plan_by_hand
from plans import project

SAMPLES = Path(__file__).parents[1] / "samples"
MONTHS = ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.")
HEAD = ("ที่", "โครงการ", "งบประมาณ", "สถานที่ดำเนินการ", "หน่วยงานรับผิดชอบ", *MONTHS)
ROW = ("1", "โครงการ ก", "1,000", "ลาน", "กองช่าง", "•", "", "→")
TEXT = "\t".join(HEAD) + "\n" + "\t".join(ROW) + "\n"
SCHEMA = jsonschema.Draft202012Validator(json.loads(schema_json()))
ONE = plan_by_hand(project("1"), name="one.pdf")
TWO = plan_by_hand(project("1"), project("2"), name="two \u2028.pdf")


def lines(*plans: Plan) -> str:
    """Return plans as JSON lines, with Thai and every other letter as it is."""
    return "".join(plan.model_dump_json() + "\n" for plan in plans)


# told apart by content ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp874"])
def test_a_text_is_read_in_any_encoding(encoding: str) -> None:
    data = (TEXT if encoding != "cp874" else TEXT.replace("→", "-")).replace("\n", "\r\n").encode(encoding)
    [plan] = load(data, "plan.txt")
    assert plan.source.model_dump() == {
        "name": "plan.txt",
        "format": "text",
        "sha256": hashlib.sha256(data).hexdigest(),
        "pages": 1,
    }
    assert [(one.number, one.name, one.budget.baht) for one in plan.projects] == [("1", "โครงการ ก", 1000)]
    assert [(span.start, span.end) for span in plan.projects[0].timeline.spans] == [("--10", "--12")]


def test_a_pdf_is_read_under_any_name() -> None:
    data = (SAMPLES / "faulty.pdf").read_bytes()
    [plan] = load(data, "-")
    assert (plan.source.name, plan.source.format) == ("-", "pdf")
    assert plan.source.sha256 == hashlib.sha256(data).hexdigest()
    assert plan.projects


@pytest.mark.parametrize(
    ("data", "plans"),
    [
        pytest.param(plan_json(ONE).encode(), [ONE], id="one on a line"),
        pytest.param(plan_json(ONE, indent=2).encode(), [ONE], id="one over lines"),
        pytest.param(b"\n  " + plan_json(ONE).encode("utf-8"), [ONE], id="white before it"),
        pytest.param(plan_json(ONE).encode("utf-8-sig"), [ONE], id="with a mark"),
        pytest.param(plan_json(ONE).encode("utf-16"), [ONE], id="utf-16"),
        pytest.param(lines(ONE, TWO).encode(), [ONE, TWO], id="json lines"),
        pytest.param(lines(ONE, TWO).replace("\n", "\r\n\r\n").encode(), [ONE, TWO], id="json lines with blank lines"),
    ],
)
def test_plan_json_is_read_back(data: bytes, plans: list[Plan]) -> None:
    assert load(data, "plan.pdf") == plans


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        pytest.param(b"", "plan.txt", "empty", id="nothing"),
        pytest.param(b" \r\n\t", "plan.txt", "empty", id="white only"),
        pytest.param(b"\xef\xbb\xbf\n", "plan.txt", "empty", id="a mark only"),
        pytest.param(" \n".encode("utf-16"), "plan.txt", "empty", id="white in utf-16"),
        pytest.param(
            b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "plan.png", "a picture; run it through an OCR program first", id="a picture"
        ),
        pytest.param(b"plan", "plan.PDF", "not a PDF, whatever its name says", id="text named pdf"),
        pytest.param(b"%PDF-1.7\n", "plan.pdf", "not a PDF, or a damaged or truncated one", id="a pdf cut short"),
        pytest.param(b"{}", "plan.json", "JSON, but no plan: source: Field required", id="another object"),
        pytest.param(plan_json(ONE).encode()[:-20], "plan.json", "line 1: no plan: Invalid JSON", id="json cut short"),
        pytest.param(plan_json(ONE, indent=2).encode()[:400], "p.json", "no plan: Invalid JSON", id="json over lines cut short"),
        pytest.param(b'\n{"a": 1,\n"b": ,\n}', "p.json", "line 3: no plan: Invalid JSON: expected value at column 6", id="a line"),
        pytest.param(lines(ONE).encode() + b'{"a":\n', "p", "line 2: no plan: Invalid JSON: EOF", id="json lines cut short"),
        pytest.param(b"[" + plan_json(ONE).encode() + b"]", "plans.json", "JSON, but no plan; several", id="a list of plans"),
        pytest.param(b" [] ", "plans.json", "JSON, but no plan", id="an empty list"),
        pytest.param(b"null\n", "plans.json", "JSON, but no plan", id="null"),
        pytest.param(lines(ONE).encode() + b"{}\n", "plans.jsonl", "line 2: no plan: source: Field required", id="another line"),
        pytest.param(
            plan_json(ONE).replace('"2012-01"', '"1.12"').encode(), "p", "projects.0.timeline.", id="a month that is none"
        ),
        pytest.param(plan_json(ONE).replace(":10000,", ":NaN,").encode(), "p", "finite number", id="a number that is none"),
        pytest.param(b'{"a": ' + b"1" * 5000 + b"}", "p", "Invalid JSON", id="a number without end"),
        pytest.param(b'{"a":' * 100_000, "p", "recursion limit", id="objects without end"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, name: str, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        load(data, name)
    assert caught.value.source == name
    assert reason in caught.value.reason
    assert caught.value.exit_code is Exit.UNREADABLE
    assert "\n" not in str(caught.value)


def test_a_text_that_begins_with_a_bracket_is_a_text() -> None:
    [made] = load(("[ร่าง]\n" + TEXT).encode(), "plan.txt")
    assert made.source.format == "text"
    assert made.tables


def test_a_file_is_read_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "แผน.txt"
    path.write_text(TEXT, encoding="utf-8")
    [plan] = read(str(path))
    assert plan.source.name == "แผน.txt"
    with pytest.raises(InputError, match="no such file"):
        read_bytes(tmp_path / "missing.pdf")
    with pytest.raises(InputError, match="a directory"):
        read_bytes(tmp_path)


@pytest.mark.parametrize(
    ("error", "reason"), [(PermissionError(13, "Permission denied"), "permission denied"), (OSError(), "cannot be read")]
)
def test_a_file_that_the_system_refuses_is_said(monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str) -> None:
    def refuse(_: Path) -> bytes:
        raise error

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError, match=reason):
        read_bytes(Path("plan.pdf"))


# pages -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chosen", "numbers"),
    [
        (None, [1, 2, 3, 4, 5, 6]),
        ("3", [3]),
        ("2-4", [2, 3, 4]),
        ("1,4", [1, 4]),
        ("5-", [5, 6]),
        ("4, 1-2 ,2", [1, 2, 4]),
        ("5-99", [5, 6]),
        ("6,9", [6]),
    ],
)
def test_a_list_of_pages(chosen: str | None, numbers: list[int]) -> None:
    assert page_numbers(chosen, 6, "plan.pdf") == numbers


@pytest.mark.parametrize("chosen", ["", "x", "0", "0-3", "4-2", "-3", "1,,2", "1-2-3", "๓", "²", "1.5", "--2", "+1"])
def test_no_list_of_pages(chosen: str) -> None:
    with pytest.raises(UsageError, match="--pages"):
        page_numbers(chosen, 6, "plan.pdf")


@pytest.mark.parametrize("chosen", ["7", "7-", "7-9", "8,9"])
def test_pages_that_the_input_does_not_have(chosen: str) -> None:
    with pytest.raises(InputError, match="has 6 pages, none of them in --pages"):
        page_numbers(chosen, 6, "plan.pdf")


def test_only_the_chosen_pages_are_read() -> None:
    data = "\f".join(TEXT.replace("1\tโครงการ", f"{number}\tโครงการ") for number in (1, 2, 3)).encode()
    [plan] = load(data, "plan.txt", ReadOptions(pages="2-"))
    assert ([one.number for one in plan.projects], plan.source.pages) == (["2", "3"], 3)
    assert [one.where for one in plan.projects] == [Where(page=2, line=4), Where(page=3, line=6)]
    [plan] = load((SAMPLES / "plan.pdf").read_bytes(), "plan.pdf", ReadOptions(pages="4"))
    assert {one.where.page for one in plan.projects} == {4}
    assert plan.source.pages == 4


def test_a_page_of_a_pdf_that_cannot_be_loaded_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    from planparse.readers.pdf import Document, PageError

    whole = Document.page

    def page(self: Document, number: int, following: int | None = None) -> object:
        if number == 1:
            raise PageError("page 1 cannot be loaded")
        return whole(self, number, following)

    monkeypatch.setattr(Document, "page", page)
    [plan] = load((SAMPLES / "plan.pdf").read_bytes(), "plan.pdf")
    assert ("page-without-text", "page 1 cannot be loaded", 1) in [
        (fault.rule, fault.message, fault.where.page) for fault in plan.faults
    ]
    assert {one.where.page for one in plan.projects} >= {2, 3, 4}


def test_pages_are_had_one_by_one() -> None:
    data = "\f".join([TEXT, "ก", TEXT]).encode()
    assert [(page.number, page.text) for page in pages(data, "x")] == [(1, True), (2, True), (3, True)]
    assert [page.number for page in pages(data, "x", ReadOptions(pages="2-"))] == [2, 3]
    data = (SAMPLES / "plan.pdf").read_bytes()
    assert [page.number for page in pages(data, "x", ReadOptions(pages="1,3"))] == [1, 3]
    with pytest.raises(InputError, match="empty"):
        next(pages(b" ", "x"))
    with pytest.raises(InputError, match="none of them"):
        next(pages(data, "x", ReadOptions(pages="9")))


def test_a_pdf_is_read_for_a_picture_of_it() -> None:
    assert [one.draft.where.page for one in pdf_reading((SAMPLES / "plan.pdf").read_bytes(), "x", ReadOptions(pages="4")).rows][
        :1
    ] == [4]
    with pytest.raises(InputError, match="not a PDF"):
        pdf_reading(TEXT.encode(), "x")


# a table is required -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rules", "error"),
    [
        (["no-table"], NoTableError),
        ([], NoTableError),
        (["page-without-text"], NoTextError),
        (["page-without-text", "no-table"], NoTableError),
    ],
)
def test_a_plan_without_a_table_is_refused(rules: list[str], error: type[InputError]) -> None:
    faults = [Fault(rule=rule, message="", project=None, where=Where(page=1)) for rule in rules]
    with pytest.raises(error) as caught:
        require_table(plan_by_hand(tables=[], faults=faults, name="x.pdf"))
    assert type(caught.value) is error
    assert caught.value.source == "x.pdf"


def test_a_plan_with_a_table_is_not() -> None:
    require_table(plan_by_hand(faults=[Fault(rule="page-without-text", message="", project=None, where=Where(page=1))]))
    [plan] = load(TEXT.encode(), "x")
    require_table(plan)


def test_text_without_a_table_is_a_plan_with_a_fault() -> None:
    [plan] = load(b"only words", "x.txt")
    assert (plan.tables, [fault.rule for fault in plan.faults]) == ([], ["no-table"])


# whatever is put in ------------------------------------------------------------------------------------------------

STARTS = (
    b"",
    b"%PDF-1.7\n",
    b"{",
    b'{"schema_version":"1",',
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    TEXT.encode(),
    plan_json(ONE).encode()[:-9],
)
WORDS = (
    "||||1|2.|๓|10,000|-|•|→|•-|x|ð|12|พ.ศ. 2568|พ.ศ.2569|พ|.ศ.25|68|W.ศ.2568|รวม|รวม 2 โครงการ|รวมทั้งสิ้น|"
    "แผนงานการศึกษา|ยุทธศาสตร์ที่ 1 ก|- อบรม|ชุมชน|ลำดับที่|รายละเอียด|ระยะเวลาดำเนินการ|ตลอดปี|15 วัน|ไตรมาส 1|"
    "ตลาคม|ລື.ຍ.|หมายเหตุ|จำนวนโครงการ|ยุทธศาสตร์|ไม่ใช้งบประมาณ|เเผน|จ านวน|{|[/b]|\u2028|\x1b[31m|%s"
)
CELLS = (*HEAD, *WORDS.split("|"), "9" * 5000)
cells = st.sampled_from(CELLS) | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\t\r\n\f"), max_size=8)
rows = st.lists(cells, min_size=1, max_size=20) | st.sampled_from([HEAD, HEAD, ROW, HEAD[:9], (*HEAD, "หมายเหตุ", "")])


def outcome(data: bytes) -> list[Plan] | PlanparseError:
    """Return the plans, or the error that says why there are none; any other exception is a fault of planparse."""
    try:
        return load(data, "x")
    except PlanparseError as error:
        return error


@given(st.sampled_from(STARTS), st.binary(max_size=120))
@settings(deadline=None, max_examples=300)
def test_any_bytes_are_plans_or_an_error(start: bytes, data: bytes) -> None:
    told = outcome(start + data)
    assert str(told).startswith("x: ") if isinstance(told, PlanparseError) else all(isinstance(plan, Plan) for plan in told)


@given(st.lists(rows, max_size=14), st.sampled_from(["\n", "\r\n", "\n\n"]), st.integers(0, 40))
@settings(deadline=None, max_examples=100)
def test_any_table_is_a_valid_plan_that_reads_back(table: list[Sequence[str]], end: str, feed: int) -> None:
    text = [("\f" if index == feed else "") + "\t".join(row) for index, row in enumerate(table)]
    data = ("แผนการดำเนินงาน" + end + end.join(text)).encode()
    [plan] = load(data, "plan.txt")
    for indent in (None, 2):
        written = plan_json(plan, indent=indent)
        assert load(written.encode(), "plan.json") == [plan]
    SCHEMA.validate(json.loads(written))
    assert load(data, "plan.txt") == [plan]
    for one in plan.projects:
        assert one.where.line is not None
        assert 1 <= one.where.line <= data.count(b"\n") + 1
