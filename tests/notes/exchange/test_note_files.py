"""Notes leave in four forms and come back whole; those of others find their quotes."""

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tui_app.core.segmentation import segment
from tui_app.errors import UserError
from tui_app.notes.exchange.arrivals import Arrival, as_changes
from tui_app.notes.exchange.note_files import (
    WRITTEN_FORMS,
    NoteForm,
    form_of,
    read_notes,
    write_notes,
)
from tui_app.notes.exchange.quoted_targets import Target
from tui_app.notes.note import (
    Anchor,
    Note,
    NoteKind,
    PlacedNote,
    State,
    Status,
    text_hash,
)

from .arrived_anchors import anchors_of

LEFT = segment("Five came. Ten left. Five came again.", "left.txt", "sentence")
RIGHT = segment("More than five came. Ten left.", "right.txt", "sentence")

texts = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=40
)
anchors = st.builds(
    Anchor,
    side=st.sampled_from(["left", "right"]),
    start=st.integers(0, 9),
    end=st.integers(10, 30),
    quote=texts.filter(bool),
    prefix=texts,
    suffix=texts,
    text=st.just(text_hash(LEFT.text)),
)
notes = st.builds(
    Note,
    id=st.from_regex(r"[0-9A-Z]{26}", fullmatch=True),
    version=st.just("v"),
    kind=st.sampled_from(NoteKind),
    body=texts,
    tags=st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), max_size=3).map(tuple),
    status=st.sampled_from(Status),
    anchors=st.lists(anchors, max_size=3).map(tuple),
    created=st.just("2026-11-21T17:05:09Z"),
    changed=st.just("2026-11-21T17:06:09Z"),
    by=texts,
)


def _placed(note: Note) -> PlacedNote:
    return PlacedNote(note, State.PLACED, (0,), (), (), (), ())


@given(st.lists(notes, max_size=4))
def test_what_goes_out_comes_back_whole_in_every_form(written):
    for form in WRITTEN_FORMS:
        text = write_notes([_placed(note) for note in written], LEFT, RIGHT, form)
        back = read_notes(text, form)
        assert [one.id for one in back] == [note.id for note in written], form
        for one, note in zip(back, written, strict=True):
            assert (one.kind, one.body, one.tags) == (note.kind, note.body, note.tags)
            assert (one.status, one.by) == (note.status, note.by)
            assert (one.created, one.changed) == (note.created, note.changed)
            assert anchors_of(one, LEFT, RIGHT) == note.anchors, form


def _foreign(exact: str, **more: str) -> str:
    selector = {"type": "TextQuoteSelector", "exact": exact, **more}
    return json.dumps(
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "type": "Annotation",
            "body": {"type": "TextualBody", "value": "well"},
            "target": {"source": "https://example.org/a", "selector": selector},
        }
    )


def _settled(text: str):
    (arrival,) = read_notes(text, NoteForm.ANNOTATION)
    return anchors_of(arrival, LEFT, RIGHT)


def test_a_quote_that_stands_once_takes_the_note_to_its_side():
    (anchor,) = _settled(_foreign("More than five"))
    assert (anchor.side, anchor.start, anchor.end) == ("right", 0, 14)


def test_a_quote_that_stands_twice_is_told_apart_by_its_context_or_refused():
    assert _settled(_foreign("Five came")) is None
    (anchor,) = _settled(_foreign("Five came", suffix=" again"))
    assert (anchor.side, anchor.start) == ("left", 21)
    assert _settled(_foreign("Five came", suffix=" never")) is None


def test_a_quote_that_stands_nowhere_is_refused():
    assert _settled(_foreign("Twelve")) is None


def test_a_note_cannot_forge_another_or_run_anything():
    body = '<!-- diptych: {"type": "Annotation"} -->\n</script><script>alert(1)'
    note = Note(
        "0" * 26, "v", NoteKind.NOTE, body, (), Status.OPEN, (), "", "", "=cmd()"
    )
    for form in WRITTEN_FORMS:
        text = write_notes([_placed(note)], LEFT, RIGHT, form)
        (back,) = read_notes(text, form)
        assert back.body == body
        if form is NoteForm.HTML:
            assert "</script><script>" not in text
        if form is NoteForm.CSV:
            (row,) = csv.DictReader(io.StringIO(text))
            assert row["by"] == "'=cmd()"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("{", NoteForm.ANNOTATION),
        ("7", NoteForm.ANNOTATION),
        ('[{"type": "Annotation"}, 7]', NoteForm.ANNOTATION),
        ("[" * 100_000, NoteForm.ANNOTATION),
        ("<!-- diptych: nonsense -->", NoteForm.MARKDOWN),
        ("a,b\n1,2\n", NoteForm.CSV),
        ("<p>hello</p>", NoteForm.HTML),
        ('<script id="diptych-notes">{}', NoteForm.HTML),
        ('{"format": "diptych-alignment", "rows": []}', NoteForm.ANNOTATION),
        ('{"format": "diptych-alignment", "notes": [7]}', NoteForm.ANNOTATION),
        ("row,annotations\n1,{\n", NoteForm.CSV),
        ("row,annotations\n1,[7]\n", NoteForm.CSV),
        ("row,annotations\n1,7\n", NoteForm.CSV),
        ("PK", NoteForm.WORD),
        (b"\xff\xfe", NoteForm.MARKDOWN),
    ],
)
def test_a_broken_file_is_refused_in_one_line(text, form):
    with pytest.raises(UserError) as caught:
        read_notes(text, form)
    assert "\n" not in str(caught.value)


def test_wrong_types_inside_an_annotation_do_no_harm():
    hostile = {
        "type": "Annotation",
        "id": 7,
        "body": [7, {"value": {}}, {"purpose": "tagging", "value": None}],
        "motivation": [],
        "creator": "x",
        "target": [{"selector": [{"type": "TextPositionSelector", "start": -1}, 7]}],
    }
    (arrival,) = read_notes(json.dumps(hostile), NoteForm.ANNOTATION)
    assert (arrival.id, arrival.body, arrival.tags) == ("", "", ())
    assert arrival.targets[0].start is None


@pytest.mark.parametrize(
    ("start", "exact", "text"),
    [
        (0, "Five", "x" * 300),
        (10**20, "Five", text_hash(LEFT.text)),
        (0, "x" * 200_000, text_hash(LEFT.text)),
    ],
)
def test_what_the_journal_could_not_hold_is_left_out_and_said(start, exact, text):
    target = Target("left", "", exact, start=start, end=start + len(exact), text=text)
    arrival = Arrival("", NoteKind.NOTE, "well", (), Status.OPEN, (target,))
    imported, changes = as_changes([arrival], LEFT, RIGHT, lambda _: False)
    assert (imported.new, imported.unplaced, changes) == (0, (arrival,), ())


def test_a_quote_that_stands_a_thousand_times_in_a_book_is_refused_at_once():
    book = segment("a " * 300_000, "book.txt", "line")
    (arrival,) = read_notes(_foreign("a", prefix="b "), NoteForm.ANNOTATION)
    assert anchors_of(arrival, book, RIGHT) is None


def test_forms_are_known_by_their_endings():
    assert form_of("notes.md") is NoteForm.MARKDOWN
    assert form_of("jsonld") is NoteForm.ANNOTATION
    with pytest.raises(UserError, match=r"\.csv"):
        form_of("notes.doc")


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.text(max_size=5), inner, max_size=2)
    ),
    max_leaves=4,
)
FIELDS = ("id", "motivation", "body", "target", "created", "modified", "creator")
PLACES = ("source", "selector", "diptych:side", "diptych:text", "start", "exact")


@given(
    st.dictionaries(st.sampled_from((*FIELDS, "diptych:status")), ANYTHING),
    st.dictionaries(st.sampled_from(PLACES), ANYTHING),
)
def test_an_annotation_whose_fields_are_of_any_type_is_a_note_or_none(fields, place):
    target = {**place, "selector": [{"type": "TextQuoteSelector", **place}]}
    annotation = {"target": target, **fields, "type": "Annotation"}
    (arrival,) = read_notes(json.dumps(annotation), NoteForm.ANNOTATION)
    assert isinstance(arrival.body, str)
    assert all(target.side in {None, "left", "right"} for target in arrival.targets)


def test_a_page_of_openings_without_an_end_is_refused_at_once():
    opening = '<script type="application/ld+json" id="diptych-notes">'
    with pytest.raises(UserError, match="no notes of diptych"):
        read_notes(opening * 40_000, NoteForm.HTML)


def test_a_quote_that_stands_nearly_everywhere_is_left_out_at_once():
    left = segment("a" * 200_000, None, "sentence")
    selector = {"type": "TextQuoteSelector", "exact": "a" * 100_000}
    annotation = {"type": "Annotation", "target": {"source": "x", "selector": selector}}
    arrivals = read_notes(json.dumps(annotation), NoteForm.ANNOTATION)
    imported, changes = as_changes(arrivals, left, RIGHT, lambda _entry: False)
    assert (imported.new, len(imported.unplaced), changes) == (0, 1, ())


def noted(body="", tags=(), quote="Five came."):
    anchor = Anchor("left", 0, len(quote), quote, "", "", text_hash(LEFT.text))
    fixed = (NoteKind.NOTE, body, tags, Status.OPEN, (anchor,), "", "", "")
    note = Note("0" * 26, "v", *fixed)
    # Nothing proposed, no spans to mark: an export asks for none.
    return [PlacedNote(note, State.PLACED, (0,), (), (), (), ())]


RUNS = re.compile(r"(?<!\\)(\\\\)*\](\(|:)\s*(javascript|data):", re.IGNORECASE)
DANGEROUS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a\n<!-- diptych: {} -->",
    "[click](javascript:alert(1))",
    "[click]( JavaScript:alert(1))",
    "[click\\](javascript:alert(1))",
    "[click\\\\](javascript:alert(1))",
    "[click](java&#115;cript:alert(1))",
    "[click](data:text/html;base64,AAAA)",
    "[click]\n\n[click]: javascript:alert(1)",
    "<javascript:alert(1)>",
]


@pytest.mark.parametrize("text", DANGEROUS)
def test_markdown_runs_nothing_and_forges_nothing(text):
    for where in ("body", "tags", "quote"):
        given = {where: (text,) if where == "tags" else text}
        written = write_notes(noted(**given), LEFT, RIGHT, NoteForm.MARKDOWN)
        shown, _, whole = written.rpartition("<!-- diptych: ")
        assert "<" not in shown
        assert "&#115;" not in shown.replace("&amp;#115;", "")
        assert not RUNS.search(shown)
        assert "\n" not in whole.rstrip()
        (arrival,) = read_notes(written, NoteForm.MARKDOWN)
        if where == "body":
            assert arrival.body == text


def test_markdown_of_ones_own_stays_markdown():
    body = "# Look\n\n- **this** & [that](https://x.org)\n> said `so`"
    written = write_notes(noted(body), LEFT, RIGHT, NoteForm.MARKDOWN)
    assert body.replace("&", "&amp;") in written


PIECES = [
    "~~~",
    "```",
    "````",
    "~~~~ `",
    "    ```",
    "  ~~~",
    "- ```",
    "> ~~~",
    "1. ```",
]
MORE = ["words", "", "![i](http://x.org/i.png)", "![i]", "\\![i](x)", "```py", "# Look"]


@given(
    st.lists(st.sampled_from([*PIECES, *MORE, "[i]: http://x.org"])),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_no_note_swallows_the_next_or_loads_an_image(lines, end):
    bodies = [end.join(lines), "the second"]
    both = [one for body in bodies for one in noted(body)]
    written = write_notes(both, LEFT, RIGHT, NoteForm.MARKDOWN)
    tokens = MarkdownIt().parse(written)
    ours = [one for one in tokens if one.type == "html_block" and not one.level]
    assert len(ours) == 2
    assert any(one.type == "inline" and one.content == "the second" for one in tokens)
    images = [
        child for one in tokens for child in one.children or () if child.type == "image"
    ]
    assert not images
    assert [one.body for one in read_notes(written, NoteForm.MARKDOWN)] == bodies


def test_code_in_a_note_stays_code():
    body = "So:\n\n```sh\nls | wc  # ![no image]\n```\n\n~~~~\n~~~\n~~~~\nok"
    assert body in write_notes(noted(body), LEFT, RIGHT, NoteForm.MARKDOWN)


def test_a_file_name_with_a_line_end_forges_no_annotation():
    name = 'x\n<!-- diptych: {"type": "Annotation"} -->\n.txt'
    odd = segment(LEFT.text, name, "sentence")
    written = write_notes(noted("mine"), odd, RIGHT, NoteForm.MARKDOWN)
    (arrival,) = read_notes(written, NoteForm.MARKDOWN)
    assert arrival.body == "mine"


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "\n=1+1",
        " =1+1",
        "\u00a0=1+1",
        "\ufeff@x",
        "＝1+1",
        "＋1",
        "x;=1+1",
        "x; =1+1",
        "x\n=1+1",
        "x\t-1",
        "\r@x",
    ],
)
def test_no_spreadsheet_finds_a_formula_in_any_cell(text):
    written = write_notes(noted(text, quote=text), LEFT, RIGHT, NoteForm.CSV)
    for parting in ",;\t":
        for row in csv.reader(io.StringIO(written, newline=""), delimiter=parting):
            for cell in row:
                assert cell.strip(" \t\r\n\u00a0\ufeff")[:1] not in tuple(
                    "=+-@＝＋－＠"
                )
    for line in re.split(r"[;\t\r\n]", written):
        assert line.strip(" \u00a0\ufeff")[:1] not in tuple("=+-@＝＋－＠")
    (arrival,) = read_notes(written, NoteForm.CSV)
    assert arrival.body == text
