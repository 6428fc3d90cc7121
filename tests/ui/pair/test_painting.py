import unicodedata
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual.color import Color

from tui_app.core.comparison import compare
from tui_app.core.layout.columns import one_column, two_columns
from tui_app.core.layout.folding import open_items
from tui_app.core.layout.set_lines import LinePiece, SetLine, TextLine
from tui_app.core.layout.typesetting import TextMeasure, Typesetter
from tui_app.core.segmentation import segment
from tui_app.review.cursor import Attention, Cursor
from tui_app.review.looks import LOOKS, Mark
from tui_app.review.options import MarkOptions
from tui_app.review.row_looks import RowLook, RowLooks
from tui_app.review.signs import ASCII, UNICODE
from tui_app.review.stops import Stop
from tui_app.ui.column_guard import FENCE, ColumnGuard
from tui_app.ui.pair.pages import Page
from tui_app.ui.pair.painter import WRAPPER, LineOfRow, Painter
from tui_app.ui.styles import Palette, mark_styles
from tui_app.ui.theme import THEMES, mark_variables

FAIR = settings(max_examples=40, deadline=None)
HOSTILE = [
    "A\x1b]52;c;UFdORUQ=\x07Z",
    "\x1b[6n\x1bc \u009b31m \u009d0;T\u009c",
    "HIDDEN\rSHOWN ab\b\bXY \x00\x0b\x0c\x7f",
    "abc\u202edef\u2066ghi\u200fjkl\ufeff",
    "[/] [bold]x[/bold] [@click=app.quit]q[/] [sic] [ \\[ $error :smile:",
    "tab\there\tand\tthere",
]
PLAIN = [
    "The minister spoke on Friday.",
    "人权高专，访问“中国”。",
    "שלום e\u0301 👩‍👧 end.",
]
TEXTS = st.lists(st.sampled_from(HOSTILE + PLAIN), max_size=6).map("\n\n".join)
VIEWS = ["side", "stacked", "merged", "original", "left", "right"]


def page(
    left: str,
    right: str,
    window: int,
    view: str,
    *,
    plain: bool = False,
    named=lambda _: Style(bold=True),
    cursor: Cursor | None = None,
) -> Page:
    comparison = compare(*(segment(text, None, "sentence") for text in (left, right)))
    make = two_columns if view == "side" else one_column
    columns = make(window, 84, 1)
    palette = Palette(Style(), named)
    signs = ASCII if plain else UNICODE
    set_off = "right" if view == "stacked" else None
    painter = Painter(columns, palette, signs, set_off=set_off)
    looks = RowLooks(comparison, MarkOptions(), signs, 0.4, provisional=False)
    attention = Attention(cursor or Cursor())
    only = view if view in {"left", "right"} else None
    setter = Typesetter(comparison, WRAPPER, TextMeasure(columns.text))
    return Page(
        setter,
        painter,
        view,
        open_items(len(comparison.rows)),
        lambda row: looks.row_look(row, attention, only),
    )


@FAIR
@given(TEXTS, TEXTS, st.integers(1, 130), st.sampled_from(VIEWS))
def test_every_line_has_exactly_the_cells_of_the_window(left, right, window, view):
    made = page(left, right, window, view)
    for place in made.visible(60):
        strip = made.strip(place)
        assert sum(cell_len(segment.text) for segment in strip) == window


@FAIR
@given(TEXTS, TEXTS, st.sampled_from(VIEWS))
def test_nothing_that_could_steer_the_terminal_is_painted(left, right, view):
    made = page(left, right, 100, view)
    for place in made.visible(200):
        for sign in made.strip(place).text:
            assert unicodedata.category(sign) not in {"Cc", "Cs", "Zl", "Zp"}
            assert sign not in "\u202e\u2066\u200f\ufeff"


def test_markup_in_a_text_is_shown_as_it_stands():
    made = page(HOSTILE[4], HOSTILE[4], 200, "side")
    shown = "".join(made.strip(place).text for place in made.visible(50))
    assert "[@click=app.quit]q[/]" in shown


def test_plain_signs_are_ascii():
    made = page("One. Two.", "One. Three is new here.", 80, "side", plain=True)
    assert all(made.strip(place).text.isascii() for place in made.visible(50))
    for look in (RowLook(), RowLook(cursor="left"), RowLook(empty="left")):
        assert made.painter.folded(9, look).text.isascii()


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("view", ["side", "stacked", "merged"])
def test_the_row_one_is_on_has_a_bar_from_either_side(view, side):
    texts = "It rained.\n\nShe left.", "It rained.\n\nShe stayed.\n\nHe came."
    for row in range(3):
        made = page(*texts, 100, view, cursor=Cursor(side, row, row))
        lines = [made.strip(place).text for place in made.visible(20)]
        assert any(UNICODE.bar in line for line in lines), row


@pytest.mark.parametrize("view", VIEWS)
def test_what_is_under_the_pointer_is_the_character_painted_there(view):
    text = "The minister spoke on Friday about the harbour. 人权高专访问中国。"
    made = page(text, text.replace("Friday", "Monday"), 100, view)
    columns = made.painter.columns
    for place in made.visible(20):
        painted = made.strip(place).text
        for cell in range(columns.left, columns.left + columns.text):
            spot = made.spot(place, cell)
            if spot is None or cell_len(painted) != len(painted):
                continue
            document = (
                made._setter.comparison.left
                if spot.side == "left"
                else made._setter.comparison.right
            )
            if painted[cell] != " " and spot.offset < len(document.text):
                assert document.text[spot.offset] == painted[cell]


def test_a_mark_does_not_tear_a_character_from_its_joiners():
    text = "Family 👩‍👩‍👧 here."
    made = page(text, text, 60, "side")
    line = SetLine(left=TextLine((LinePiece(text, "left", 0),)))
    for at in range(len(text)):
        look = RowLook(left=(Mark(at, at + 1, "hit"),))
        parts = [part.text for part in made.painter.paint(line, look)]
        assert any("👩‍👩‍👧" in part for part in parts), at


@pytest.mark.parametrize("window", [58, 77, 116])
@pytest.mark.parametrize("view", ["side", "stacked", "merged", "original"])
def test_narrow_windows_spend_their_cells_on_the_texts(window, view):
    made = page("One.", "Two.", window, view)
    columns = made.painter.columns
    texts = (1 + columns.apart) * columns.text
    assert texts >= min(window - 11 if columns.apart else window - 6, 84)


def test_a_rule_beside_the_text_does_not_touch_it():
    left = "It rained on all the days of the week."
    made = page(left, left.replace("rained", "snowed"), 77, "stacked")
    lines = [made.strip(place).text for place in made.visible(9)]
    assert any(f" {UNICODE.rule}   It snowed" in line for line in lines), lines


ALL_SIGNS = tuple((sign, "gutter") for sign in "≈↑!✎✓")


@pytest.mark.parametrize("lines", [1, 2, 3])
@pytest.mark.parametrize("window", [40, 77, 90, 116, 200])
@pytest.mark.parametrize("make", [one_column, two_columns])
def test_signs_without_room_stand_on_the_next_lines(make, window, lines):
    columns = make(window, 76, 1)
    painter = Painter(columns, Palette(Style(), lambda _: Style()), UNICODE)
    look = RowLook(signs=ALL_SIGNS)
    shown = [
        painter.paint(SetLine(first=not nth), look, LineOfRow(nth, lines)).text
        for nth in range(lines)
    ]
    room = lines * columns.signs
    told = "".join(shown).replace(UNICODE.nothing, "")
    assert "".join(told.split()) == "≈↑!✎✓"[-room:]
    starts = {len(line) - len(line.lstrip()) for line in shown if line.strip()}
    assert len(starts) == 1


PASSAGES = (
    "The mayor opened the harbour on Friday after five years of work on the quay.",
    (
        "The mayor, who had been ill for most of the winter and had not been seen by "
        "anybody in the town hall, opened the harbour on Friday after six years of "
        "toil on the quay."
    ),
)


def test_of_a_long_change_only_the_first_words_and_the_last_are_reversed():
    comparison = compare(*(segment(text, None, "sentence") for text in PASSAGES))
    looks = RowLooks(comparison, MarkOptions(), UNICODE, 0.4, provisional=False)
    reversed_, rest = {}, {}
    for number in range(3):
        look = looks.row_look(0, Attention(Cursor(), stop=Stop(0, number)), None)
        for side in ("left", "right"):
            text = comparison.document(side).text
            for mark in look.marks(side):
                into = {f"current-{side}": reversed_, f"current-rest-{side}": rest}
                if mark.name in into:
                    found = into[mark.name]
                    words = text[mark.start : mark.end]
                    found.setdefault((number, side), []).append(words)
    assert rest
    assert any("most of the winter" in words for (words,) in rest.values())
    for at, words in reversed_.items():
        if at in rest:
            first, last = words
            assert len(first) <= 24
            assert " " not in last
        else:
            assert len("".join(words)) <= 48
    assert {("five",), ("six",)} <= {*map(tuple, reversed_.values())}


DOCUMENTED = {
    "fact-right": {"bold", "underline"},
    "added": {"underline"},
    "word-right": {"italic"},
}


def test_without_colours_words_have_the_attributes_that_are_documented():
    styles = mark_styles(
        mark_variables(THEMES[0]) | {"foreground": "#ffffff", "background": "#000000"},
        no_color=True,
    )
    seen: dict[str, set[str]] = {}
    made = page(*PASSAGES, 200, "side", named=styles.__getitem__)
    for segment_ in chain.from_iterable(map(made.strip, made.visible(20))):
        for word in segment_.text.split():
            on = {
                name
                for name in ("bold", "underline", "italic", "reverse", "strike")
                if getattr(segment_.style, name)
            }
            seen.setdefault(word.strip(",."), set()).update(on)
    assert seen["six"] == DOCUMENTED["fact-right"]
    assert seen["winter"] == DOCUMENTED["added"]
    assert seen["toil"] == DOCUMENTED["word-right"]
    assert seen["harbour"] == set()
    table = {look: set(LOOKS[look].plain.split()) for look in DOCUMENTED}
    assert table == DOCUMENTED


LEFT = "In May a tired old committee met for five hours in the hall."
RIGHT = "In May a council met for six hours of talk about money in hall."


def marked(view: str, left: str = LEFT, right: str = RIGHT) -> dict[str, set[str]]:
    """Return which marks each word of a row has in the view."""
    made = page(left, right, 200, view, named=lambda name: Style(meta={name: True}))
    names: dict[str, set[str]] = {}
    for segment_ in chain.from_iterable(map(made.strip, made.visible(20))):
        for word in segment_.text.split():
            found = names.setdefault(word, set())
            found |= {*segment_.style.meta} - {"text", "cursor", "cursor-other"}
    return names


def test_merged_words_have_the_marks_they_have_side_by_side():
    apart, together = marked("side"), marked("merged")
    assert "fact-left" in together["five"]
    assert "word-right" in together["council"]
    assert "added" in together["money"]
    for word in ("council", "six", "talk", "about", "money"):
        assert together[word] == apart[word], word
    for word in ("met", "May", "hall."):
        assert not together[word], word


def test_merged_words_that_both_have_are_plain_though_within_a_change():
    left = "In May the council of the city met for five hours in the old hall."
    right = "In May the committee of the town met for six hours in the old hall."
    assert not marked("merged", left, right)["of"]
    assert marked("side", left, right)["of"]


def test_what_is_gone_is_struck_out_and_marked_as_far_as_it_matters():
    gone = marked("merged")
    assert gone["committee"] == {"merged-removed", "merged-left"}
    assert gone["five"] == {"merged-removed", "fact-left"}
    assert gone["the"] == {"merged-removed"}


TURNED = st.lists(
    st.sampled_from(
        ["כל בני האדם נולדו (1948).", "قال ذلك مرتين.", "UNESCO הוקם ב-16.", "One."]
    ),
    min_size=1,
    max_size=4,
).map("\n\n".join)


@FAIR
@given(TURNED, TURNED, st.integers(50, 130))
def test_a_letter_keeps_columns_set_from_the_right_apart(left, right, window):
    made = page(left, right, window, "side")
    columns = made.painter.columns
    for place in made.visible(40):
        strip = made.strip(place)
        line = "".join(
            part.text for part in ColumnGuard().apply(list(strip), Color(0, 0, 0))
        )
        between = line[columns.left + columns.text : columns.right]
        halves = line[: columns.right], line[columns.right :]
        if cell_len(line) == len(line) and all(map(_turns, halves)):
            edge = line[columns.right :]
            start = between + edge[: len(edge) - len(edge.lstrip(f" {FENCE}"))]
            assert FENCE in start


def _turns(text: str) -> bool:
    return any(unicodedata.bidirectional(one) in {"R", "AL"} for one in text)
