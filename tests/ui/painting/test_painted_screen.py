"""Only what differs is written, and every column stands where it is counted to."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui_app.ui.column_guard import MARGIN_STYLE
from tui_app.ui.painting.cell_looks import UNSTYLED, Look, blank, look_of
from tui_app.ui.painting.letter_cells import letter_cells
from tui_app.ui.painting.painted_screen import PaintedScreen

from .conftest import Terminal

RIGHT_TEXT, AFTER_BOX, EDGE, WIDTH = 25, 34, 47, 48
COLOURS = ColorSystem.TRUECOLOR
STYLES = [
    Style(),
    Style(color="red"),
    Style(bgcolor="#102030"),
    Style(bold=True, color="#f0e0d0", bgcolor="blue"),
    Style(underline=True),
    Style(reverse=True, italic=True),
]
# What terminals agree on, and what they do not: signs that East Asian fonts draw
# wide, a Hindi and a Tamil syllable, a heart, a keycap, a thumb with a tone, a flag.
PIECES = [
    "a",
    "bc",
    "  ",
    " ",
    "é",
    "中",
    "“",
    "—",
    "हिं",
    "ம்",
    "❤️",
    "1️⃣",
    "👍🏽",
    "🇩🇪",
    "👩‍🚀",
]

texts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
styled = st.lists(st.tuples(texts, st.sampled_from(STYLES)), max_size=4)


def strip_of(parts, width):
    """Return a strip of exactly so many cells."""
    strip = Strip([Segment(text, style) for text, style in parts])
    return strip.adjust_cell_length(width, Style(bgcolor="#101010"))


@st.composite
def sides(draw):
    """Two columns with a margin before the second, as a reader has them."""
    left = strip_of(draw(styled), 20)
    right = strip_of(draw(styled), 22)
    gutter = [Segment(draw(st.sampled_from(["   ", "  =", "  ✎"])), STYLES[1])]
    bar = Segment(draw(st.sampled_from(["  ", "▌ "])), STYLES[1] + MARGIN_STYLE)
    reader = Strip([*left, *gutter, bar, *right])
    edge = strip_of([(draw(st.sampled_from(["│", "▒", "|"])), STYLES[2])], 1)
    return [(0, reader), (47, edge)]


@st.composite
def boxed(draw):
    """A box over such columns, which are cut at its edges."""
    (_, reader), edge = draw(sides())
    inside = strip_of(draw(styled), 24)
    before, _, after = reader.divide([10, 34, 47])
    return [(0, before), (10, inside), (34, after), edge]


@st.composite
def one_piece(draw):
    """One of the widgets of the line, painted anew."""
    return [draw(st.sampled_from(draw(sides())))]


updates = st.lists(
    st.one_of(
        sides(),
        boxed(),
        one_piece(),
    ),
    max_size=6,
)


def painted(line, pieces):
    """Put the cells of the pieces into a line; blank ones have no colour of letters.

    Where rich cuts a keycap in two, the strip is shorter than it says that it is.
    """
    for at, strip in pieces:
        cells = []
        for segment in strip:
            look = look_of(segment.style, COLOURS)
            cells += [
                (text, blank(look) if text == " " else look)
                for text in letter_cells(segment.text).cells
            ]
        last = blank(cells[-1][1]) if cells else look_of(None, COLOURS)
        cells += [(" ", last)] * (strip.cell_length - len(cells))
        line[at : at + strip.cell_length] = cells[: strip.cell_length]


def seen(terminal):
    """Return the cells of its first line, as one sees them."""
    looks = ((text, Look(*look)) for text, look in terminal.rows[0])
    return [(text, blank(look) if text == " " else look) for text, look in looks]


@settings(max_examples=60)
@given(sides(), updates)
def test_a_terminal_that_counts_alike_shows_exactly_what_is_painted(first, more):
    screen, terminal, line = PaintedScreen(), Terminal(WIDTH, 1), [None] * WIDTH
    for pieces in (first, *more):
        terminal.write(screen.written([(0, pieces)], COLOURS))
        painted(line, pieces)
    assert seen(terminal) == line
    assert terminal.look == UNSTYLED


@st.composite
def counts(draw):
    """How a terminal counts the clusters that terminals do not agree on."""
    own = {}

    def cells_of(cluster, counted):
        letters = letter_cells(cluster)
        if not letters.doubts:
            return counted
        more = letters.doubts[0].more
        if cluster not in own:
            own[cluster] = draw(st.integers(min(counted, 1), counted + more))
        return own[cluster]

    return cells_of


@settings(max_examples=60)
@given(sides(), updates, counts())
def test_however_letters_are_counted_no_column_is_moved_or_cut(first, more, cells_of):
    screen, line = PaintedScreen(), [None] * WIDTH
    terminal = Terminal(WIDTH, 1, cells_of)
    for pieces in (first, *more):
        terminal.write(screen.written([(0, pieces)], COLOURS))
        painted(line, pieces)
    shown = seen(terminal)
    borders = screen._lines[0]._borders()
    right = AFTER_BOX if AFTER_BOX in borders else RIGHT_TEXT
    assert {0, right, EDGE, WIDTH} <= set(borders)
    for start, end in pairwise(borders):
        text = "".join(text for text, _ in line[start:end])
        if letter_cells(text).doubts:
            there = "".join(text for text, _ in shown[start:end]).rstrip()
            assert text.rstrip().startswith(there)
        else:
            assert shown[start:end] == line[start:end]
