"""A page as a picture: what was read stands where the page has it."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from pypdfium2 import raw

from planparse.cli import main
from planparse.errors import InputError
from planparse.picture import MARK, RESOLUTION, ROW, _covered, picture
from planparse.pipeline import ReadOptions, pdf_reading, read_bytes

PLAN = Path(__file__).parents[1] / "samples" / "plan.pdf"
SCALE = RESOLUTION / 72
WIDTH, HEIGHT = 842, 595


def across(turn: int) -> bytes:
    """Return the sample's first page, laid across a page that does not say that it is turned."""
    made, source = pypdfium2.PdfDocument.new(), pypdfium2.PdfDocument(PLAN)
    copied = raw.FPDF_NewFormObjectFromXObject(raw.FPDF_NewXObjectFromPage(made.raw, source.raw, 0))
    page = made.new_page(HEIGHT, WIDTH)
    matrix = {1: (0, 1, -1, 0, HEIGHT, 0), 3: (0, -1, 1, 0, 0, WIDTH)}[turn]
    raw.FPDFPageObj_SetMatrix(copied, raw.FS_MATRIX(*matrix))
    raw.FPDFPage_InsertObject(page.raw, copied)
    raw.FPDFPage_GenerateContent(page.raw)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def drawn(data: bytes) -> Image.Image:
    """Return the first page with what was read of it."""
    reading = pdf_reading(data, "plan.pdf", ReadOptions(pages="1"))
    return Image.open(io.BytesIO(picture(data, "plan.pdf", 1, reading))).convert("RGB")


def boxes(data: bytes) -> list[tuple[float, float, float, float]]:
    """Return where the rows of the first page were read."""
    found = [row.draft.where.bbox for row in pdf_reading(data, "plan.pdf", ReadOptions(pages="1")).rows]
    return [box for box in found if box is not None]


def test_rows_and_marks_are_drawn_where_they_stand() -> None:
    data = read_bytes(PLAN)
    image = drawn(data)
    assert abs(image.width - WIDTH * SCALE) < 2
    colours = {colour for _, colour in image.getcolors(1 << 24) or ()}
    assert {ROW, MARK} <= colours
    for x0, top, x1, bottom in boxes(data):
        edge = [image.getpixel((round((x0 + x1) / 2 * SCALE), round(top * SCALE) + off)) for off in (-1, 0, 1)]
        assert ROW in edge
        assert bottom * SCALE < image.height


def ink(data: bytes, top: float, bottom: float, blue: int) -> int:
    """Return how many dots of the page's own dark ink between two heights are drawn over in blue; ``blue`` is how much of it."""
    bare = pypdfium2.PdfDocument(data)[0].render(scale=SCALE).to_pil().convert("L")
    image = drawn(data)
    return sum(
        bare.getpixel((x, y)) < 100 and image.getpixel((x, y))[2] - image.getpixel((x, y))[0] > blue
        for y in range(round(top * SCALE), round(bottom * SCALE))
        for x in range(min(bare.width, image.width))
    )


@pytest.mark.parametrize("name", ["plan.pdf", "tungsong.pdf"])
def test_no_label_stands_on_the_words_above_a_table(name: str) -> None:
    data = read_bytes(PLAN.with_name(name))
    tops = [layout.table.ys[layout.header.rows.start] for layout in pdf_reading(data, name, ReadOptions(pages="1")).layouts]
    for top in tops:
        assert ink(data, top - 24, top - 1, blue=60) == 0


def test_a_label_takes_the_first_room_that_is_free() -> None:
    image = Image.new("RGB", (100, 100), "white")
    free, edge = (20, 20, 40, 30), (-5, 20, 15, 30)
    assert _covered(image, free) == 0
    assert _covered(image, edge) > 0
    image.paste((210, 230, 220), (0, 0, 100, 100))  # a fill is ground, however dark
    assert _covered(image, free) == 0
    image.putpixel((41, 25), (0, 0, 0))  # a dot too near
    assert _covered(image, free) == 1
    image.putpixel((46, 25), (0, 0, 0))
    assert _covered(image, free) == 1


@pytest.mark.parametrize("turn", [1, 3])
def test_a_page_laid_across_is_drawn_as_it_is_read(turn: int) -> None:
    data = across(turn)
    assert boxes(data) == [pytest.approx(box, abs=0.5) for box in boxes(read_bytes(PLAN))]
    image, upright = drawn(data), drawn(read_bytes(PLAN))
    assert abs(image.width - upright.width) <= 1
    assert image.width > image.height
    for x0, top, x1, _ in boxes(data):
        edge = [image.getpixel((round((x0 + x1) / 2 * SCALE), round(top * SCALE) + off)) for off in (-1, 0, 1)]
        assert ROW in edge


def test_a_page_that_is_not_there_is_said() -> None:
    data = read_bytes(PLAN)
    with pytest.raises(InputError, match="no page 9"):
        picture(data, "plan.pdf", 9, pdf_reading(data, "plan.pdf"))


@pytest.mark.parametrize("words", ["x", "0", "-1", "1-2", "๑", "1.0", ""])
def test_inspect_takes_one_page_and_says_so(words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "out.png"
    assert main(["inspect", str(PLAN), "--page", words, "-o", str(target)]) == 2
    assert f"{words}: not the number of a page, such as 3" in capsys.readouterr().err
    assert not target.exists()


def test_inspect_writes_the_picture_and_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "page.png"
    assert main(["inspect", str(PLAN), "--page", "1", "-o", str(target)]) == 0
    assert capsys.readouterr().out == f"{target}\n"
    assert target.read_bytes().startswith(b"\x89PNG")
    assert main(["inspect", str(tmp_path / "missing.pdf")]) == 2
    assert "no such file" in capsys.readouterr().err


def test_a_dash_is_stdout_and_a_file_is_replaced_whole_or_not_at_all(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["inspect", str(PLAN), "-o", "-"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"\x89PNG")
    folder = tmp_path / "folder"
    folder.mkdir()
    assert main(["inspect", str(PLAN), "-o", str(folder)]) == 2
    assert b"cannot be written: is a directory" in capfdbinary.readouterr().err
    assert list(tmp_path.iterdir()) == [folder]


def test_a_page_without_text_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "scan.pdf", tmp_path / "scan.png"
    Image.new("RGB", (400, 300), "grey").save(source)
    assert main(["inspect", str(source), "-o", str(target)]) == 0
    assert capsys.readouterr().err.startswith(f"warning: {source}: page 1: ")
    assert target.exists()
