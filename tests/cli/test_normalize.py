"""``planparse normalize``: what goes in, what comes out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import Run

from planparse.report.changes import GUARDED, RULES
from planparse.thai.clerk import Clerk, rule_names

READ = "โครงการ\tการพัฒuา\tประซาชน\r\n\n\tกรณ ีที่ [red]x[/red]\n  ท้าย"
RIGHT = "โครงการ\tการพัฒนา\tประชาชน\r\n\n\tกรณีที่ [red]x[/red]\n  ท้าย"


def test_a_text_comes_out_repaired_with_its_lines_and_tabs(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(READ, encoding="utf-8", newline="")
    for ran in (run("normalize", str(path)), run("normalize", stdin=READ.encode()), run("normalize", "-", stdin=READ.encode())):
        assert (ran.code, ran.out, ran.err) == (0, RIGHT, "")
    assert run("normalize", stdin=RIGHT.encode()).out == RIGHT


@pytest.mark.parametrize("text", ["", "\n", "plain ASCII\r\n", "\ufeffกอง\n", "ก\x0cข\u2028ค\x85ง"])
def test_what_needs_no_repair_comes_out_as_it_is(run: Run, text: str) -> None:
    ran = run("normalize", stdin=text.encode())
    assert (ran.code, ran.out) == (0, text.removeprefix("\ufeff"))


def test_other_encodings_come_out_as_utf_8(run: Run) -> None:
    assert run("normalize", stdin="เเผนงาน\r\n".encode("cp874")).out == "แผนงาน\r\n"


def test_diff_shows_each_change_with_its_line_and_rule(run: Run) -> None:
    ran = run("normalize", "--diff", stdin=READ.encode())
    assert ran.out.splitlines() == [
        "1: พัฒuา → พัฒนา  letter",
        "1: ประซาชน → ประชาชน  confusion",
        "3: กรณ ีที่ → กรณีที่  detached-mark",
    ]
    assert "\x1b[31m" not in ran.out
    assert "\x1b[31m" in run("normalize", "--diff", "--color", "always", stdin=READ.encode()).out
    assert run("normalize", "--diff", stdin=RIGHT.encode()).out == ""


def test_diff_shows_close_calls(run: Run) -> None:
    text = "การพัฒuา\nป้ายสือความหมาย\n".encode()
    assert run("normalize", "--diff", stdin=text).out.splitlines()[1:] == ["2: สือ →? สื่อ  close-call"]
    assert run("normalize", "--diff", "--level", "bold", stdin=text).out.splitlines()[1:] == ["2: สือ → สื่อ  lost-mark?"]


def test_json_has_the_text_and_each_change(run: Run) -> None:
    told = json.loads(run("normalize", "-f", "json", stdin=("การพัฒuา\nป้ายสือความหมาย".encode())).out)
    assert told == {
        "text": "การพัฒนา\nป้ายสือความหมาย",
        "changes": [{"line": 1, "rule": "letter", "before": "พัฒuา", "after": "พัฒนา"}],
        "close_calls": [{"line": 2, "before": "สือ", "after": "สื่อ"}],
    }


def test_only_the_rules_asked_for(run: Run) -> None:
    assert run("normalize", "--rules", "letter", stdin=READ.encode()).out == READ.replace("u", "น")
    assert run("normalize", "--rules", "detached-mark, sara-ae", stdin=READ.encode()).out == READ.replace("ณ ี", "ณี")
    ran = run("normalize", "--rules", "letter,nonsense", stdin=READ.encode())
    assert (ran.code, ran.out) == (2, "")
    assert "nonsense" in ran.err


def test_the_result_goes_into_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    assert run("normalize", "-o", str(path), stdin=READ.encode()).out == ""
    assert path.read_bytes().decode() == RIGHT


@pytest.mark.parametrize(("args", "data"), [(("missing.txt",), b""), ((), b"%PDF-1.7\n"), ((), bytes(range(256)))])
def test_what_is_no_text_is_said(run: Run, args: tuple[str, ...], data: bytes) -> None:
    ran = run("normalize", *args, stdin=data)
    assert (ran.code, ran.out, len(ran.errors)) == (2, "", 1)


def test_the_list_explains_every_rule(run: Run) -> None:
    assert list(RULES) == list(rule_names())
    lines = run("normalize", "--list").out.splitlines()
    assert [line.split()[0].rstrip("*") for line in lines[:-1]] == list(RULES)
    thai = run("normalize", "--list", "--lang", "th").out
    assert all(rule.th in thai for rule in RULES.values())
    assert all(rule.en in " ".join(lines) for rule in RULES.values())


@pytest.mark.parametrize("name", RULES)
def test_each_example_is_true(name: str) -> None:
    rule = RULES[name]
    clerk = Clerk(rules=frozenset({name}))
    assert clerk.mend(rule.before).text == (rule.before if name in GUARDED else rule.after)
    clerk.look(["การพัฒuา"])
    assert clerk.mend(rule.before).text == rule.after
    assert [change.rule for change in clerk.mend(rule.before).changes] == [name]


def test_extract_leaves_cells_unrepaired(run: Run, tmp_path: Path) -> None:
    months = "ต.ค.\tพ.ย.\tธ.ค.\tม.ค.\tก.พ.\tมี.ค.\tเม.ย.\tພ.ຄ.\tมิ.ย.\tก.ค.\tส.ค.\tก.ย."
    head = f"ที่\tโครงการ\tงบประมาณ\tสถานที่ดำเนินการ\tหน่วยงานรับผิดชอบ\t{months}"
    path = tmp_path / "plan.txt"
    path.write_text(f"{head}\n1\tโครงการจัดuิทรรศการ\t76O,000\tลาน\tสำนัnช่าง\to" + "\t" * 11 + "\n", encoding="utf-8")
    [safe] = json.loads(run("extract", str(path), "-f", "json").out)["projects"]
    assert (safe["name"], safe["unit"], safe["budget"]["baht"]) == ("โครงการจัดนิทรรศการ", "สำนักช่าง", 760_000)
    for args in (("--no-repair",), ("--repair", "none")):
        plan = json.loads(run("extract", str(path), "-f", "json", *args).out)
        [raw] = plan["projects"]
        assert (raw["name"], raw["unit"], raw["budget"]["baht"]) == ("โครงการจัดuิทรรศการ", "สำนัnช่าง", None)
        assert [mark["kind"] for mark in raw["timeline"]["marks"]] == ["unknown"]
        assert [told["rule"] for told in plan["repairs"]] == ["lookalike"]  # the month's label
