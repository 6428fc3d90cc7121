"""A redline holds both texts: accepted it gives the right one, rejected the left."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.comparison import Comparison, compare, compare_texts
from tui_app.core.exports.carried_notes import PART_SPACE
from tui_app.core.exports.redline import redline
from tui_app.core.exports.report import Choice, Remark, Report
from tui_app.core.extract import Changes, Extract, Part
from tui_app.core.formats.taking import Taking, Wanted
from tui_app.core.formats.word_document import read_word
from tui_app.core.model import Document, Span
from tui_app.core.segmentation.segment import segment_extract

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CHANGES: tuple[tuple[Changes, str], ...] = (("reject", "left"), ("accept", "right"))
MADE = "2024-05-01T12:00:00+02:00"


def written(comparison: Comparison, **more) -> bytes:
    return b"".join(redline(Report(comparison, **more)))


def member(data: bytes, name: str) -> Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return fromstring(archive.read(name))  # noqa: S314  # made here


def changed(element: Element, changes: Changes) -> list[str]:
    """Return the paragraphs of a body, the changes in it accepted or rejected."""
    gone = {"accept": ("del", "moveFrom"), "reject": ("ins", "moveTo")}[changes]
    paragraphs, begun = [], False
    for paragraph in element.iter(f"{WORD}p"):
        words = "".join(text_of(run) for run in kept_runs(paragraph, gone))
        if begun:
            paragraphs[-1] += words
        else:
            paragraphs.append(words)
        marks = [paragraph.find(f"{WORD}pPr/{WORD}rPr/{WORD}{name}") for name in gone]
        begun = any(mark is not None for mark in marks)
    return paragraphs


def kept_runs(element: Element, gone) -> list[Element]:
    runs = []
    for child in element:
        if child.tag == f"{WORD}r":
            runs.append(child)
        elif child.tag not in {f"{WORD}{name}" for name in gone}:
            runs += kept_runs(child, gone)
    return runs


def text_of(run: Element) -> str:
    signs = {"tab": "\t", "br": "\n"}
    return "".join(signs.get(one.tag.removeprefix(WORD), one.text or "") for one in run)


def paragraphs(document: Document) -> list[str]:
    found: dict[int, list[int]] = {}
    for unit in document.units:
        found.setdefault(unit.paragraph, []).extend((unit.start, unit.end))
    return [document.text[min(ends) : max(ends)] for ends in found.values()]


def assert_both_texts(comparison: Comparison, data: bytes) -> None:
    body = member(data, "word/document.xml")
    for changes, side in CHANGES:
        document = comparison.document(side)
        told = changed(body, changes)
        exact = paragraphs(document)
        unwrapped = [re.sub(r"\s*\n\s*", " ", one) for one in exact]
        assert (told if told != [""] else []) in (exact, unwrapped)
        read = read_word(data, Wanted("r.docx", changes)).text
        assert [one.split() for one in read.split("\n\n") if one] == [
            one.split() for one in exact
        ]


LEFT = (
    "The old mill\n\nThe mill stood by the river for five years.\n\n"
    "The owner of the mill never came back to the valley.\n\n"
    "Nobody worked there. The wheel was still.\n\nIt was sold in 1901.\n\n"
    "The family from the coast began to run it again.\n\nThe river was low."
)
RIGHT = (
    "The old mill\n\nThe mill stood by the river for seven years.\n\n"
    "Nobody worked there.\n\nThe wheel was still.\n\nIt was sold in 1905.\n\n"
    "The family from the coast began to run it again. The river was low.\n\n"
    "The owner of the mill never came back to the valley.\n\nSo it ended."
)


def test_accepted_it_is_the_right_text_and_rejected_the_left():
    comparison = compare_texts(LEFT, RIGHT)
    assert_both_texts(comparison, written(comparison, made=MADE))


TEXTS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "The mill stood by the river for five years.",
                "The mill stood  by the river\nfor seven years!",
                "“Nobody,” he said, “worked there.”",
                "Nobody\tworked there, he said.",
                "A <river> ran & ran through it: slowly.",
                "Yes.",
            ]
        ),
        st.sampled_from([" ", "\n\n", "\n", "\n\n\t"]),
    ),
    max_size=7,
).map(lambda pairs: "".join(sentence + space for sentence, space in pairs))


@given(TEXTS, TEXTS)
@settings(max_examples=100)
def test_any_two_texts_come_back(left, right):
    comparison = compare_texts(left, right)
    assert_both_texts(comparison, written(comparison, made=MADE))


@pytest.mark.parametrize("pair", [("001", "004"), ("000", "001"), ("002", "003")])
def test_the_sample_articles_come_back(pair, request):
    seeds = request.config.rootpath / "seeds"
    texts = [next(seeds.glob(f"{name}*")).read_text("utf-8") for name in pair]
    comparison = compare_texts(*texts)
    assert_both_texts(comparison, written(comparison))


def test_changes_tell_whose_they_are_and_since_when():
    comparison = compare_texts("It was five.", "It was six.")
    body = member(written(comparison, made=MADE), "word/document.xml")
    change = next(body.iter(f"{WORD}ins"))
    assert change.get(f"{WORD}author") == "Diptych"
    assert change.get(f"{WORD}date") == "2024-05-01T10:00:00Z"
    body = member(written(comparison, author="Ann Lee"), "word/document.xml")
    change = next(body.iter(f"{WORD}del"))
    assert change.get(f"{WORD}author") == "Ann Lee"
    assert change.get(f"{WORD}date") is None


def test_numbers_of_changes_are_not_given_twice():
    comparison = compare_texts(LEFT, RIGHT)
    body = member(written(comparison, made=MADE), "word/document.xml")
    kinds = ("ins", "del", "moveFrom", "moveTo", "moveFromRangeStart")
    numbers = [
        one.get(f"{WORD}id") for kind in kinds for one in body.iter(f"{WORD}{kind}")
    ]
    assert len(numbers) == len(set(numbers)) > 10


def test_a_passage_that_moved_as_it_was_is_tracked_as_moved():
    comparison = compare_texts(LEFT, RIGHT)
    body = member(written(comparison, made=MADE), "word/document.xml")
    names = [
        [one.get(f"{WORD}name") for one in body.iter(f"{WORD}{kind}RangeStart")]
        for kind in ("moveFrom", "moveTo")
    ]
    assert names[0] == names[1] != []
    for kind in ("moveFrom", "moveTo"):
        ids = [
            [one.get(f"{WORD}id") for one in body.iter(f"{WORD}{kind}Range{end}")]
            for end in ("Start", "End")
        ]
        assert ids[0] == ids[1]
        words = [text_of(run) for one in body.iter(f"{WORD}{kind}") for run in one]
        assert words == ["The owner of the mill never came back to the valley."]


def test_a_passage_that_moved_and_changed_is_taken_out_and_put_in():
    right = RIGHT.replace("never came back to", "never came again to")
    comparison = compare_texts(LEFT, right)
    assert any(row.moved for row in comparison.rows)
    data = written(comparison, made=MADE)
    assert not [*member(data, "word/document.xml").iter(f"{WORD}moveFrom")]
    assert_both_texts(comparison, data)


def test_without_a_date_no_move_is_tracked_as_word_wants_one():
    data = written(compare_texts(LEFT, RIGHT))
    assert not [*member(data, "word/document.xml").iter(f"{WORD}moveFrom")]


def test_the_same_report_gives_the_same_bytes():
    comparisons = [compare_texts(LEFT, RIGHT) for _ in range(2)]
    first, second = (written(one, made=MADE) for one in comparisons)
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def extract(*passages: tuple[str, Part, int]) -> Extract:
    taking = Taking()
    for passage in passages:
        taking.add(*passage)
    return taking.extract("a format")


def test_what_passages_are_stays():
    said = (
        ("The mill", Part.TITLE, 0),
        ("How it began", Part.HEADING, 2),
        ("It stood by the river.", Part.PARAGRAPH, 0),
        ("a wheel", Part.LIST_ITEM, 1),
        ("a door", Part.LIST_ITEM, 2),
        ("Two roads went\u2028there at night.", Part.PARAGRAPH, 0),
        ("A picture of it", Part.CAPTION, 0),
    )
    document = segment_extract(extract(*said), None, "sentence")
    read = read_word(written(compare(document, document)), Wanted("r.docx"))
    assert [(one.part, one.level) for one in read.passages] == [
        (part, level) for _, part, level in said
    ]
    assert read.text == document.text


def test_a_paragraph_that_became_a_heading_is_tracked_so():
    before = extract(("How it began", Part.PARAGRAPH, 0), ("It stood.", Part.TITLE, 0))
    after = extract(("How it began", Part.HEADING, 1), ("It stood.", Part.TITLE, 0))
    sides = [segment_extract(one, None, "sentence") for one in (before, after)]
    data = written(compare(*sides))
    for changes, parts in (
        ("reject", [Part.PARAGRAPH, Part.TITLE]),
        ("accept", [Part.HEADING, Part.TITLE]),
    ):
        read = read_word(data, Wanted("r.docx", changes))
        assert [one.part for one in read.passages] == parts


def test_what_xml_cannot_hold_is_shown_as_a_picture():
    comparison = compare_texts("Odd \x1b and \ufffe here.", "Odd \x00 or \ud800 here.")
    body = member(written(comparison), "word/document.xml")
    assert changed(body, "reject") == ["Odd ␛ and � here."]
    assert changed(body, "accept") == ["Odd ␀ or � here."]


def test_the_file_says_what_the_left_text_is_called():
    comparison = compare_texts(LEFT, RIGHT)
    read = read_word(written(comparison, made=MADE), Wanted("r.docx"))
    assert read.metadata.title == "The old mill"
    assert read.metadata.date == "2024-05-01"


REMARK = Remark(
    "n1",
    "why <so>?\nask again",
    rows=(1,),
    left=(Span(LEFT.index("five"), LEFT.index("five") + 4),),
    right=(Span(RIGHT.index("seven"), RIGHT.index("seven") + 5),),
    tags=("figures", "ask"),
    by="Ann Lee",
    created="2024-05-01T10:00:00.123Z",
)


def commented(data: bytes, number: str) -> str:
    """Return the words a comment is on, those that come and go alike."""
    inside, words = False, ""
    for element in member(data, "word/document.xml").iter():
        if element.get(f"{WORD}id") == number:
            if element.tag == f"{WORD}commentRangeStart":
                inside = True
            elif element.tag == f"{WORD}commentRangeEnd":
                inside = False
        elif inside and element.tag in {f"{WORD}t", f"{WORD}delText"}:
            words += f"{element.text}|"
    return words


def test_a_note_is_a_comment_on_its_words():
    data = written(compare_texts(LEFT, RIGHT), remarks=(REMARK,))
    assert commented(data, "0") == "five|seven|"
    (comment,) = member(data, "word/comments.xml")
    assert comment.get(f"{WORD}author") == "Ann Lee"
    assert comment.get(f"{WORD}initials") == "AL"
    assert comment.get(f"{WORD}date") == "2024-05-01T10:00:00Z"
    lines = ["".join(map(text_of, line)) for line in comment]
    assert lines == ["why <so>?", "ask again", "#figures #ask"]
    (left_out,) = [
        one
        for one in read_word(data, Wanted("r.docx")).left_out
        if one.why.startswith("comment by Ann Lee")
    ]
    assert left_out.text.startswith("why <so>?")


def test_a_note_without_words_is_on_its_row_and_one_without_a_place_in_front():
    remarks = (
        Remark("n1", "a row", rows=(1,)),
        Remark("n2", "the whole"),
        Remark("n3", "lost", left_quotes=("gone words",), state="orphan"),
    )
    data = written(compare_texts(LEFT, RIGHT), remarks=remarks)
    assert commented(data, "0") == (
        "The mill stood by the river for |five|seven| years.|"
    )
    bodies = [
        ["".join(map(text_of, line)) for line in comment]
        for comment in member(data, "word/comments.xml")
    ]
    assert bodies == [["a row"], ["the whole"], ["“gone words”", "lost"]]
    first = next(member(data, "word/document.xml").iter(f"{WORD}p"))
    assert len([*first.iter(f"{WORD}commentReference")]) == 2


def test_a_note_within_a_passage_that_moved_leaves_the_move_whole():
    comparison = compare_texts(LEFT, RIGHT)
    (number,) = [at for at, row in enumerate(comparison.rows) if row.moved]
    at = RIGHT.index("never")
    remark = Remark("n1", "b", rows=(number,), right=(Span(at, at + 5),))
    data = written(comparison, remarks=(remark,), made=MADE)
    assert len([*member(data, "word/document.xml").iter(f"{WORD}moveTo")]) == 3
    assert commented(data, "0") == "never|"
    assert_both_texts(comparison, data)


def test_the_notes_go_along_whole():
    remark = REMARK._replace(annotation='{"id": "urn:uuid:1"}')
    data = written(compare_texts(LEFT, RIGHT), remarks=(remark,))
    root = member(data, "customXml/item1.xml")
    assert root.tag == f"{{{PART_SPACE}}}notes"
    assert '"urn:uuid:1"' in (root.text or "")


def test_only_rows_that_go_out_are_in_it_whole():
    comparison = compare_texts(LEFT, RIGHT)
    data = written(comparison, choice=Choice().facts())
    body = member(data, "word/document.xml")
    assert changed(body, "reject") == [
        "The mill stood by the river for five years.",
        "It was sold in 1901.",
    ]
    assert changed(body, "accept") == [
        "The mill stood by the river for seven years.",
        "It was sold in 1905.",
    ]


_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"
 "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub Settle(source As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim target(0) As New com.sun.star.beans.PropertyValue
  target(0).Name = "FilterName"
  target(0).Value = "MS Word 2007 XML"
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  For Each order In Array("Accept", "Reject")
    text = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
    helper.executeDispatch(text.CurrentController.Frame, _
      ".uno:" &amp; order &amp; "AllTrackedChanges", "", 0, Array())
    text.storeToURL(source &amp; "." &amp; LCase(order) &amp; ".docx", target())
    text.close(True)
  Next
End Sub
</script:module>
"""


@pytest.fixture
def settled_by_office(tmp_path):
    """Return a function that has LibreOffice settle all changes and save it anew."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: what it makes of it is not tested")
    profile = tmp_path / "profile"
    start = [
        office,
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--nologo"),
    ]

    def settle(data: bytes) -> dict[Changes, bytes]:
        # The first start makes the profile, and its libraries of macros anew.
        subprocess.run([*start, "--terminate_after_init"], check=True, timeout=120)
        macros = profile / "user" / "basic" / "Standard"
        (macros / "Module1.xba").write_text(_MACRO, "utf-8")
        source = tmp_path / "redline.docx"
        source.write_bytes(data)
        command = f'macro:///Standard.Module1.Settle("{source.as_uri()}")'
        subprocess.run([*start, command], check=True, timeout=120)
        return {
            changes: Path(f"{source}.{changes}.docx").read_bytes()
            for changes, _ in CHANGES
        }

    return settle


def test_libreoffice_accepts_it_to_the_right_text_and_rejects_it_to_the_left(
    settled_by_office,
):
    comparison = compare_texts(LEFT, RIGHT)
    settled = settled_by_office(written(comparison, remarks=(REMARK,), made=MADE))
    for changes, side in CHANGES:
        read = read_word(settled[changes], Wanted("r.docx"))
        document = comparison.document(side)
        assert [one.split() for one in read.text.split("\n\n")] == [
            one.split() for one in paragraphs(document)
        ]
        assert any(one.text.startswith("why <so>?") for one in read.left_out)
