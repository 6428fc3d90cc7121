"""The bilingual table: both texts are in it exactly, and every cell is text."""

from __future__ import annotations

import csv
import gc
import io
import re
import shutil
import subprocess
import sys
import zipfile
from itertools import groupby
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.comparison import compare, compare_texts
from tui_app.core.exports import workbook
from tui_app.core.exports.bilingual_table import bilingual_table
from tui_app.core.exports.report import Choice, Remark, Report
from tui_app.core.exports.xml_writing import holdable
from tui_app.core.extract import Extract, PlaceMark
from tui_app.core.kinds import Kind
from tui_app.core.segmentation.segment import segment_extract
from tui_app.core.text.display import pasteable

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

ROW, LEFT, RIGHT, STANDS, FACTS, CHANGES, LEFT_PLACE, RIGHT_PLACE, NOTE, REVIEWED = (
    "ABCDEFGHIJ"
)


def written(report: Report) -> bytes:
    return b"".join(bilingual_table(report))


def member(data: bytes, name: str) -> Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return fromstring(archive.read(name))  # noqa: S314  # made here


def lines(data: bytes, sheet: int = 1) -> list[dict[str, str]]:
    """Return the text of the cells of each line by the letters of their columns."""
    root = member(data, f"xl/worksheets/sheet{sheet}.xml")
    return [
        {re.sub(r"\d", "", cell.attrib["r"]): text_of(cell) for cell in line}
        for line in root.iter(f"{MAIN}row")
    ]


def text_of(cell: Element) -> str:
    number = cell.findtext(f"{MAIN}v")
    parts = (as_excel_reads(one.text or "") for one in cell.iter(f"{MAIN}t"))
    return "".join(parts) if number is None else number


def as_excel_reads(text: str) -> str:
    """Return the text with its escaped characters (ECMA-376, 22.9.2.19)."""
    return re.sub("_x([0-9a-fA-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def runs(data: bytes, place: str) -> list[tuple[str, set[str]]]:
    """Return the runs of a cell, each with the names of its properties."""
    root = member(data, "xl/worksheets/sheet1.xml")
    (cell,) = [one for one in root.iter(f"{MAIN}c") if one.attrib["r"] == place]
    return [
        (
            run.findtext(f"{MAIN}t") or "",
            {one.tag.removeprefix(MAIN) for one in run.find(f"{MAIN}rPr") or ()},
        )
        for run in cell.iter(f"{MAIN}r")
    ]


def sides(data: bytes) -> list[tuple[str, str, str]]:
    """Return number and both sides of each row, continued lines joined."""
    found = [line for line in lines(data)[1:] if ROW in line]
    return [
        (number, *("".join(one.get(side, "") for one in these) for side in "BC"))
        for number, group in groupby(found, key=lambda line: line[ROW])
        for these in (list(group),)
    ]


def expected(comparison) -> list[tuple[str, str, str]]:
    return [
        (
            str(number),
            *(
                passage(comparison.document(side), row.units(side))
                for side in ("left", "right")
            ),
        )
        for number, row in enumerate(comparison.rows, 1)
    ]


def passage(document, numbers) -> str:
    words = ""
    for place, number in enumerate(numbers):
        unit = document.units[number]
        if place and numbers[place - 1] == number - 1:
            words += document.text[document.units[number - 1].end : unit.start]
        elif place:
            words += " "
        words += document.text[unit.start : unit.end]
    return holdable(pasteable(words))


def test_each_row_is_a_line_with_both_sides_as_they_are(report, comparison):
    assert sides(written(report())) == expected(comparison)


def test_a_line_tells_how_its_row_stands_and_which_facts_differ(report):
    first, *others = lines(written(report(reviewed=frozenset({0}))))[1:]
    assert (first[STANDS], first[FACTS]) == ("changed", "number: five → seven")
    assert first[REVIEWED] == "yes"
    assert {"only left", "only right"} <= {one[STANDS] for one in others}
    assert any("moved" in one[STANDS] for one in others)
    assert not any(REVIEWED in one for one in others)


def test_words_that_differ_have_a_font_of_their_own(report):
    data = written(report())
    assert [text for text, _ in runs(data, "B2")] == [
        "The mill stood by the river for ",
        "five",
        " years.",
    ]
    plain, fact, _ = (set(names) for _, names in runs(data, "C2"))
    assert {"b", "u"} <= fact
    assert not {"b", "u"} & plain


def test_a_passage_of_one_text_alone_is_in_colour_and_not_bold(report):
    data = written(report())
    number = next(
        place
        for place, line in enumerate(lines(data), 1)
        if line[STANDS] == "only left"
    )
    styles = member(data, "xl/styles.xml")
    (cell,) = (
        one
        for one in member(data, "xl/worksheets/sheet1.xml").iter(f"{MAIN}c")
        if one.attrib["r"] == f"B{number}"
    )
    shape = list(styles.find(f"{MAIN}cellXfs"))[int(cell.attrib["s"])]
    font = list(styles.find(f"{MAIN}fonts"))[int(shape.attrib["fontId"])]
    assert "rgb" in font.find(f"{MAIN}color").attrib
    assert font.find(f"{MAIN}b") is None


def test_other_words_are_told_by_kind_and_are_no_facts():
    pair = compare_texts("The boat sailed at dawn.", "The ship sailed at dawn.")
    (line,) = lines(written(Report(pair)))[1:]
    assert line[CHANGES] == "other words"
    assert FACTS not in line


def test_only_the_kinds_and_rows_asked_for_are_marked_and_told(report):
    dates = written(report(choice=Choice(frozenset({Kind.DATE}), changed_only=True)))
    (line,) = lines(dates)[1:]
    assert line[FACTS] == "date: Monday → Tuesday"
    assert [
        line[ROW] for line in lines(written(report(choice=Choice(rows=range(2)))))[1:]
    ] == ["1", "2"]


def test_notes_stand_beside_their_rows_and_lost_ones_in_front(report, remark):
    data = written(report(remark("well?"), remark("lost", ())))
    lost, first, *_ = lines(data)[1:]
    assert lost == {LEFT: "five", STANDS: "note", NOTE: "lost\n#numbers\n— Ana"}
    assert first[NOTE] == "well?\n#numbers\n— Ana"


def test_the_place_of_a_passage_stands_beside_it():
    def document(words):
        found = Extract(words, places=(PlaceMark(0, "page 7"),))
        return segment_extract(found, None, "paragraph")

    pair = compare(document("The boat sailed."), document("The boat sank."))
    (line,) = lines(written(Report(pair)))[1:]
    assert (line[LEFT_PLACE], line[RIGHT_PLACE]) == ("page 7", "page 7")


HOSTILE = (
    "=1+1",
    "=HYPERLINK(1)",
    "+5 degrees",
    "-5 degrees",
    "@SUM(A1)",
    "{=1+1}",
    "http://localhost/",
    "0012",
    "<r><t>bold</t></r>",
    "_x0041_ and _x0041_x0042_ stay",
    "]]> & <b>",
    "\x1b[31mred\x1b[0m",
    "a\ufffeb\uffffc",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_a_passage_or_a_note_holds_is_text(words):
    pair = compare_texts(f"{words}\n\nfive men", f"{words} then\n\nsix men")
    data = written(Report(pair, (Remark("", words, (1,)), Remark("", words))))
    assert sides(data) == expected(pair)
    told = [line[NOTE] for line in lines(data)[1:] if NOTE in line]
    assert told == [holdable(pasteable(words))] * 2
    root = member(data, "xl/worksheets/sheet1.xml")
    assert not list(root.iter(f"{MAIN}f"))
    assert not list(root.iter(f"{MAIN}hyperlink"))
    for cell in root.iter(f"{MAIN}c"):
        is_number = cell.attrib["r"].startswith("A") and cell.attrib["r"] != "A1"
        assert cell.attrib.get("t") == (None if is_number else "inlineStr")


def test_text_that_looks_like_a_formula_stays_text_when_it_is_edited(report):
    data = written(report())
    shapes = member(data, "xl/styles.xml").find(f"{MAIN}cellXfs")
    used = {
        int(cell.attrib["s"])
        for cell in member(data, "xl/worksheets/sheet1.xml").iter(f"{MAIN}c")
    }
    assert all(list(shapes)[one].attrib.get("quotePrefix") == "1" for one in used)


def test_control_characters_are_pictures_and_invisible_letters_stay():
    pair = compare_texts("a\x1bb\u200fc\u200cd", "a\x1bb\u200fc\u200ce")
    assert sides(written(Report(pair)))[0][1] == "a␛b\u200fc\u200cd"


def test_right_to_left_writing_is_read_from_the_right_also_after_a_latin_name():
    pair = compare_texts("NATO אמרה שהגשר סגור.", "NATO said the bridge is closed.")
    data = written(Report(pair))
    shapes = list(member(data, "xl/styles.xml").find(f"{MAIN}cellXfs"))
    order = {}
    for cell in member(data, "xl/worksheets/sheet1.xml").iter(f"{MAIN}c"):
        alignment = shapes[int(cell.attrib["s"])].find(f"{MAIN}alignment")
        order[cell.attrib["r"]] = alignment.attrib.get("readingOrder")
    left = [order[name] for name in order if re.fullmatch("B[2-9]", name)]
    right = [order[name] for name in order if re.fullmatch("C[2-9]", name)]
    assert set(left) == {"2"}
    assert set(right) == {None}


def test_the_header_stays_in_sight_columns_are_wide_and_text_is_wrapped(report):
    root = member(written(report()), "xl/worksheets/sheet1.xml")
    pane = root.find(f".//{MAIN}pane")
    assert (pane.attrib["state"], pane.attrib["ySplit"]) == ("frozen", "1")
    widths = {
        one.attrib["min"]: float(one.attrib["width"]) for one in root.iter(f"{MAIN}col")
    }
    assert widths["2"] > 50
    assert root.find(f"{MAIN}autoFilter").attrib["ref"].startswith("A1:J")
    shapes = member(written(report()), "xl/styles.xml").find(f"{MAIN}cellXfs")
    assert all(
        shape.find(f"{MAIN}alignment").attrib["wrapText"] == "1"
        for shape in list(shapes)[1:]
    )


def test_a_line_is_as_high_as_its_longest_passage_needs():
    pair = compare_texts("the boat " * 100 + "sailed.", "The boat sailed.")
    root = member(written(Report(pair)), "xl/worksheets/sheet1.xml")
    first = list(root.iter(f"{MAIN}row"))[1]
    words = pair.left.units[0].end - pair.left.units[0].start
    assert float(first.attrib["ht"]) >= 15 * words / 60


@pytest.mark.parametrize("letter", ["a", "🐟", "ab ", "é"])
def test_a_passage_too_long_for_a_cell_goes_on_in_the_next_line(letter):
    long = letter * 70_000
    pair = compare_texts(f"{long}.", "Short.")
    data = written(Report(pair))
    assert sides(data) == expected(pair)
    for line in lines(data):
        for text in line.values():
            assert len(text.encode("utf-16-le")) // 2 <= workbook.LONGEST_CELL
    whole = [line for line in lines(data)[1:] if line.get(STANDS)]
    assert len(whole) == len(pair.rows)


def test_what_is_cut_is_cut_at_a_space():
    pair = compare_texts("boat " * 10_000, "Short.")
    first = lines(written(Report(pair)))[1]
    assert first[LEFT].endswith("boat ")


def test_rows_that_a_sheet_cannot_hold_stand_in_the_next(monkeypatch, report):
    monkeypatch.setattr(workbook, "MOST_LINES", 4)
    data = written(report())
    first, second = lines(data), lines(data, 2)
    assert len(first) == 4
    assert second[0] == first[0]
    numbers = [line[ROW] for line in first[1:] + second[1:]]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert len(numbers) == len(report().comparison.rows)


def test_texts_without_a_word_make_a_table_without_a_row():
    assert len(lines(written(Report(compare_texts("", ""))))) == 1


def test_what_writes_workbooks_is_not_loaded_before_one_is_written():
    program = (
        "import sys, tui_app.cli.main, tui_app.core.exports.bilingual_table;"
        "sys.exit('xlsxwriter' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False)
    assert done.returncode == 0


def test_a_table_broken_off_leaves_no_file_behind(report, monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    pieces = bilingual_table(report())
    next(pieces)
    assert list(tmp_path.iterdir())
    pieces.close()
    gc.collect()
    assert not list(tmp_path.iterdir())


def test_a_full_disk_is_told_as_such(report, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("xlsxwriter.workbook.ZipFile", full)
    with pytest.raises(OSError, match="No space left"):
        written(report())


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_any_texts_and_notes_make_a_table_that_gives_them_back(left, right, body):
    pair = compare_texts(left, right)
    remarks = (Remark("", body), Remark("", body, (0,)))
    assert sides(written(Report(pair, remarks))) == expected(pair)


def test_libreoffice_reads_every_cell_as_it_was_written(remark, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: what it makes of it is not tested")
    words = "\n\n".join(one for one in HOSTILE if "\ufffe" not in one)
    pair = compare_texts(f"{words}\n\nfive men", f"{words}\n\nsix men")
    data = written(Report(pair, (remark("=1+1"),)))
    (tmp_path / "table.xlsx").write_bytes(data)
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nologo"),
            *("--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76"),
            *("--outdir", str(tmp_path), str(tmp_path / "table.xlsx")),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    made = tmp_path / "table.csv"
    if not made.exists():
        pytest.skip("LibreOffice has no Calc: what it makes of it is not tested")
    read = list(csv.reader(io.StringIO(made.read_text("utf-8"), newline="")))
    letters = "ABCDEFGHIJ"
    assert read == [
        [line.get(letter, "") for letter in letters] for line in lines(data)
    ]
