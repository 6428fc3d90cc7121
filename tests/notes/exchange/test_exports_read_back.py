"""What went out of a comparison gives its notes back to another reader's copy."""

import csv
import io
import json
import zipfile

import pytest

from tui_app.core.comparison import compare, compare_texts
from tui_app.core.exports.forms import BY_NAME, written
from tui_app.core.model import Span
from tui_app.core.segmentation import segment
from tui_app.errors import UserError
from tui_app.notes.anchoring.new_anchors import gap_anchor, row_anchors, span_anchor
from tui_app.notes.exchange.note_files import NoteForm, form_of, read_notes
from tui_app.notes.note import NoteKind, State
from tui_app.notes.notebook import Notebook
from tui_app.notes.report_with_notes import report_with_notes

from .arrived_anchors import anchors_of

LEFT = (
    "Five came on Monday to the mill.\n\n"
    "The mayor spoke to them all.\n\n"
    "Nobody asked why, and nobody stayed."
)
RIGHT = (
    "Six came on Monday to the mill.\n\n"
    "The mayor talked to them all.\n\n"
    "A lamp burned in the window all night."
)

FORMS = ["html", "md", "csv", "json", "docx"]

HOSTILE = (
    "=cmd()\n</script><script>alert(1)</script>\n<!-- diptych: {} --> -->\n"
    '"quoted", ; semicolon\t*bold* [x](y) \\ {>>x<<} ]]> &lt; \x1b[31m\x07\u202e'
)


@pytest.fixture
def notebook(tmp_path):
    return Notebook.open(
        segment(LEFT, "a.txt", "sentence"),
        segment(RIGHT, "b.txt", "sentence"),
        notes_path=tmp_path / "mine.jsonl",
    )


@pytest.fixture
def pair():
    return compare(
        segment(LEFT, "a.txt", "sentence"), segment(RIGHT, "b.txt", "sentence")
    )


def write(notebook, pair):
    """Write a note of every kind, with what may stand in one."""
    notebook.add("Who counted?", row_anchors(pair, 0), tags=["numbers", "to-do"])
    words = span_anchor(pair.left, "left", Span(37, 42))
    gap = gap_anchor(pair.right, "right", 30)
    notebook.add("Which mayor?", [words], kind=NoteKind.QUESTION)
    notebook.resolve(notebook.add("Missing here.", [gap]))
    notebook.add("On all of it.")
    notebook.add(HOSTILE, row_anchors(pair, 1))


def sent(notebook, pair, name):
    form = BY_NAME[name]
    data = b"".join(written(report_with_notes(pair, notebook), form))
    return read_notes(data, form_of(f"out{form.endings[0]}"))


def other_copy(tmp_path, left=LEFT, right=RIGHT):
    documents = (
        segment(left, "theirs-a.txt", "sentence"),
        segment(right, "theirs-b.txt", "sentence"),
    )
    return Notebook.open(*documents, notes_path=tmp_path / "theirs.jsonl")


def told(notebook, comparison):
    return {
        one.note.id: (
            one.note.kind,
            one.note.body,
            one.note.tags,
            one.note.status,
            one.state,
            one.rows,
            one.left,
            one.right,
        )
        for one in notebook.placed(comparison)
    }


@pytest.mark.parametrize("name", FORMS)
def test_every_form_gives_all_notes_to_another_copy(notebook, pair, tmp_path, name):
    write(notebook, pair)
    theirs = other_copy(tmp_path)
    arrivals = sent(notebook, pair, name)
    assert theirs.import_notes(arrivals).new == 5
    assert told(theirs, pair) == told(notebook, pair)
    assert len(told(theirs, pair)) == 5


@pytest.mark.parametrize("name", FORMS)
def test_what_is_read_twice_is_there_once(notebook, pair, tmp_path, name):
    write(notebook, pair)
    theirs = other_copy(tmp_path)
    theirs.import_notes(sent(notebook, pair, name))
    again = theirs.import_notes(sent(notebook, pair, name))
    assert (again.new, again.known) == (0, 5)


@pytest.mark.parametrize("name", FORMS)
def test_in_an_edited_copy_notes_find_their_place_or_are_listed_as_lost(
    notebook, pair, tmp_path, name
):
    write(notebook, pair)
    left = "A new beginning.\n\n" + LEFT.replace("The mayor spoke to them all.\n\n", "")
    theirs = other_copy(tmp_path, left)
    theirs.import_notes(sent(notebook, pair, name))
    copy = compare_texts(left, RIGHT)
    placed = {one.note.body: one for one in theirs.placed(copy)}
    assert len(placed) == 5
    assert placed["Who counted?"].state is State.PLACED
    (row,) = placed["Who counted?"].rows
    assert "Five came" in copy.left.unit_text(copy.rows[row].left[0])
    assert placed["Which mayor?"].state is State.ORPHAN


@pytest.mark.parametrize("name", FORMS)
def test_a_lost_note_goes_out_and_comes_back_with_its_quote(
    notebook, pair, tmp_path, name
):
    write(notebook, pair)
    left = LEFT.replace("The mayor spoke to them all.", "It rained.")
    edited = Notebook.open(
        segment(left, "a.txt", "sentence"),
        segment(RIGHT, "b.txt", "sentence"),
        notes_path=tmp_path / "mine.jsonl",
    )
    comparison = compare_texts(left, RIGHT)
    arrivals = sent(edited, comparison, name)
    (lost,) = [one for one in arrivals if one.body == "Which mayor?"]
    assert [one.exact for one in lost.targets] == [LEFT[37:42]]


# Spreadsheets ---------------------------------------------------------------------


def table(notebook, pair, edit=list, delimiter=","):
    data = b"".join(written(report_with_notes(pair, notebook), BY_NAME["csv"]))
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    edit(rows)
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys(), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return read_notes(out.getvalue(), NoteForm.CSV)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_saved_by_a_spreadsheet_is_read(notebook, pair, delimiter):
    write(notebook, pair)
    arrivals = table(notebook, pair, delimiter=delimiter)
    assert sorted(one.body for one in arrivals) == sorted(
        one.body for one in notebook.notes
    )


def test_a_note_written_beside_a_variant_is_one_on_its_words(notebook, pair):
    def write_note(rows):
        (row,) = [one for one in rows if one["kind"] == "number"]
        row["note"] = "five or six?"

    (note,) = table(notebook, pair, write_note)
    assert note.body == "five or six?"
    anchors = anchors_of(note, pair.left, pair.right)
    assert [(one.side, one.quote) for one in anchors] == [
        ("left", "Five"),
        ("right", "Six"),
    ]


# Word -----------------------------------------------------------------------------

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_file(body, comments, more=()):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        )
        if comments:
            archive.writestr(
                "word/comments.xml",
                f'<w:comments xmlns:w="{W}">{comments}</w:comments>',
            )
        for name, text in more:
            archive.writestr(name, text)
    return data.getvalue()


def run(text, kind="t"):
    return f'<w:r><w:{kind} xml:space="preserve">{text}</w:{kind}></w:r>'


def comment(number, *lines):
    paragraphs = "".join(f"<w:p>{run(line)}</w:p>" for line in lines)
    return (
        f'<w:comment w:id="{number}" w:author="Ben" w:date="2026-11-22T10:00:00Z">'
        f"{paragraphs}</w:comment>"
    )


CHANGED = (
    f"<w:p>{run('It was so. ')}"
    '<w:commentRangeStart w:id="0"/>'
    f"<w:del>{run('Five', 'delText')}</w:del><w:ins>{run('Six')}</w:ins>"
    f"{run(' came')}"
    '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    f"{run(' on Monday')}</w:p>"
)


def test_a_comment_added_in_word_stands_on_its_words_in_both_texts(pair):
    (note,) = read_notes(
        word_file(CHANGED, comment(0, "Who counted?", "Not I.")), NoteForm.WORD
    )
    assert (note.body, note.by) == ("Who counted?\nNot I.", "Ben")
    assert note.created == "2026-11-22T10:00:00Z"
    anchors = anchors_of(note, pair.left, pair.right)
    assert [(one.side, one.quote) for one in anchors] == [
        ("left", "Five came"),
        ("right", "Six came"),
    ]


def test_a_comment_on_words_that_only_one_text_has_stands_there(pair):
    body = CHANGED.replace("Six", "Seven")
    (note,) = read_notes(word_file(body, comment(0, "so?")), NoteForm.WORD)
    (anchor,) = anchors_of(note, pair.left, pair.right)
    assert (anchor.side, anchor.quote) == ("left", "Five came")


def test_a_comment_on_words_that_neither_text_has_is_not_placed(pair):
    body = CHANGED.replace("came", "went")
    (note,) = read_notes(word_file(body, comment(0, "so?")), NoteForm.WORD)
    assert anchors_of(note, pair.left, pair.right) is None


def test_a_comment_over_two_paragraphs_is_found_across_the_break(pair):
    body = (
        f'<w:p>{run("on Monday ")}<w:commentRangeStart w:id="0"/>'
        f"{run('to the mill.')}</w:p>"
        f'<w:p>{run("The mayor")}<w:commentRangeEnd w:id="0"/>{run(" spoke")}</w:p>'
    )
    (note,) = read_notes(word_file(body, comment(0, "so?")), NoteForm.WORD)
    anchors = anchors_of(note, pair.left, pair.right)
    assert [one.quote for one in anchors] == ["to the mill.\n\nThe mayor"] * 2


def test_a_reply_in_word_comes_with_the_notes_that_went_out(notebook, pair, tmp_path):
    write(notebook, pair)
    data = b"".join(written(report_with_notes(pair, notebook), BY_NAME["docx"]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    comments = members["word/comments.xml"].decode()
    reply = comment(99, "I did.").replace("<w:p>", f'<w:p xmlns:w="{W}">')
    members["word/comments.xml"] = comments.replace(
        "</w:comments>", f"{reply}</w:comments>"
    ).encode()
    members["word/document.xml"] = (
        members["word/document.xml"]
        .decode()
        .replace(
            '<w:commentRangeStart w:id="0"',
            '<w:commentRangeStart w:id="99"/><w:commentRangeStart w:id="0"',
            1,
        )
        .replace(
            '<w:commentRangeEnd w:id="0"',
            '<w:commentRangeEnd w:id="99"/><w:commentRangeEnd w:id="0"',
            1,
        )
        .encode()
    )
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    arrivals = read_notes(changed.getvalue(), NoteForm.WORD)
    assert sorted(one.body for one in arrivals) == sorted(
        ["I did.", *(one.body for one in notebook.notes)]
    )
    theirs = other_copy(tmp_path)
    assert theirs.import_notes(arrivals).new == 6
    assert theirs.import_notes(arrivals).new == 0


def test_a_bomb_and_entities_are_refused_in_one_line():
    entity = f'<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="{W}">&a;</w:document>'
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", entity)
    with pytest.raises(UserError, match="entities"):
        read_notes(data.getvalue(), NoteForm.WORD)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<" * 9_000_000)
    with pytest.raises(UserError, match="notes: "):
        read_notes(data.getvalue(), NoteForm.WORD)


# Others ---------------------------------------------------------------------------


def test_a_page_saved_anew_by_a_browser_is_read():
    page = json.dumps({"items": [{"type": "Annotation", "body": {"value": "x"}}]})
    text = f"<p>hi</p><SCRIPT id=diptych-notes type=application/ld+json>{page}</script>"
    (note,) = read_notes(text, NoteForm.HTML)
    assert note.body == "x"


def test_a_quote_whose_white_space_was_folded_is_found(pair):
    annotation = {
        "type": "Annotation",
        "body": {"value": "x"},
        "target": {
            "source": "",
            "selector": {
                "type": "TextQuoteSelector",
                "exact": "the mill. The mayor spoke",
            },
        },
    }
    (note,) = read_notes(json.dumps(annotation), NoteForm.ANNOTATION)
    (anchor,) = anchors_of(note, pair.left, pair.right)
    assert anchor.quote == "the mill.\n\nThe mayor spoke"


def test_a_table_that_was_cut_off_is_refused_and_named():
    table = 'row,note,annotations\r\n1,"who cou'
    with pytest.raises(UserError, match=r"sent\.csv: cannot be read as csv"):
        read_notes(table, NoteForm.CSV, "sent.csv")


@pytest.mark.parametrize(
    ("form", "data"),
    [
        (NoteForm.HTML, b"<p>no notes</p>"),
        (NoteForm.HTML, b"\xff"),
        (NoteForm.WORD, b"PK no archive"),
        (NoteForm.ANNOTATION, b'{"format": "diptych-alignment"}'),
    ],
)
def test_a_file_without_notes_is_named(form, data):
    with pytest.raises(UserError) as error:
        read_notes(data, form, "theirs.bin")
    assert str(error.value).startswith("theirs.bin: ")
