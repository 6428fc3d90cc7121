"""Words that answer each other across languages: learnt, shown, stepped to, listed."""

import re

import pytest

from tui_app.core.align.translations.translation_lexicon import WordLink
from tui_app.core.comparison import Comparison
from tui_app.core.model import Alignment, Bead, Span
from tui_app.core.rows import build_rows
from tui_app.core.segmentation import segment
from tui_app.core.translation import Translation
from tui_app.review.session import Session
from tui_app.ui.reader import screen as reader_screen
from tui_app.ui.screens.concordance_list import ConcordanceScreen
from tui_app.ui.screens.terms_list import TermsScreen

KNOWN = {
    "lamp": {"Lampe", "Leuchte"},
    "keeper": {"Wärter"},
    "house": {"Haus"},
    "sea": {"Meer"},
    "night": {"Nacht"},
}
ENGLISH = [
    f"The keeper lit the lamp of house {n} in the night and he went to the sea."
    for n in range(12)
]
GERMAN = [
    f"Der Wärter zündete die {'Leuchte' if n % 3 == 0 else 'Lampe'} von Haus {n} in "
    "der Nacht an und er ging zu dem Meer."
    for n in range(12)
]


def links_of(left, right):
    """Tell the links of the words above, as they stand in the passages."""
    for ours in re.finditer(r"\w+", left):
        for theirs in re.finditer(r"\w+", right):
            if theirs[0] in KNOWN.get(ours[0], ()):
                yield WordLink(Span(*ours.span()), Span(*theirs.span()), 0.9)


@pytest.fixture
def translated(open_reader, monkeypatch):
    """Return an App with two texts in two languages, of which the words are known."""
    monkeypatch.setattr(reader_screen, "learn_words", lambda *_: links_of)
    left, right = (
        segment("\n\n".join(text), None, "paragraph") for text in (ENGLISH, GERMAN)
    )
    beads = tuple(Bead((n,), (n,), 0.9) for n in range(len(ENGLISH)))
    alignment, translation = Alignment(beads, ()), Translation(("en", "de"))
    rows = build_rows(left, right, alignment)
    made = Comparison(left, right, alignment, rows, translation=translation)
    app = open_reader()
    app.opened.session = Session(left, right, made, translation=translation)
    return app


def marked(screen, row, side, name):
    look = screen.review.row_look(row, None)
    text = screen.review.comparison.document(side).text
    return [text[m.start : m.end] for m in look.marks(side) if m.name == name]


async def test_w_shows_the_words_of_the_row_that_answer_each_other(translated, until):
    app = translated
    async with app.run_test(size=(120, 30)) as pilot:
        screen = app.screen
        row = 3
        screen.jumps.go(row)
        await pilot.press("w")
        await until(pilot, lambda: screen.review.attention.linked)
        assert set(marked(screen, row, "left", "answered-left")) == set(KNOWN)
        assert "Wärter" in marked(screen, row, "right", "answered-right")
        assert not marked(screen, row + 1, "left", "answered-left")
        await pilot.press("j")
        assert not marked(screen, row, "left", "answered-left")
        await pilot.press("w")
        assert screen.review.attention.linked is None


async def test_the_keys_of_the_sides_step_from_linked_word_to_linked_word(
    translated, until
):
    app = translated
    async with app.run_test(size=(120, 30)) as pilot:
        screen = app.screen
        row = screen.review.row
        await pilot.press("w")
        await until(pilot, lambda: screen.review.attention.linked)
        await pilot.press("right")
        assert marked(screen, row, "left", "answered") == ["keeper"]
        assert marked(screen, row, "right", "answered") == ["Wärter"]
        await pilot.press("l", "l")
        assert marked(screen, row, "left", "answered") == ["house"]
        await pilot.press("left", "left", "left")
        assert marked(screen, row, "left", "answered") == ["sea"]
        await pilot.press("w", "l")
        assert screen.review.cursor.side == "right"


async def test_a_word_that_is_selected_has_its_counterpart_marked(translated, until):
    app = translated
    async with app.run_test(size=(120, 30)) as pilot:
        screen = app.screen
        row = screen.review.row
        await pilot.press("w", "v", "l")
        await until(pilot, lambda: screen.review.attention.linked)
        assert [
            one.text(screen.review.comparison.left) for one in screen.review.selected
        ] == ["The keeper"]
        assert marked(screen, row, "right", "answered") == ["Wärter"]


async def test_the_concordance_marks_what_a_word_is_linked_with(translated, until):
    app = translated
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("v", "l", "h", "C")
        await until(pilot, lambda: isinstance(app.screen, ConcordanceScreen))
        await pilot.press("shift+tab", *["end", *["backspace"] * 9], *"lamp", "enter")
        told = app.screen.query_one("#instead")
        await until(pilot, lambda: "lampe" in str(told.content))
        assert "right: lampe" in str(told.content)


async def test_terms_said_in_two_ways_are_listed_and_lead_to_their_places(
    translated, until, screen_lines
):
    app = translated
    async with app.run_test(size=(100, 30)) as pilot:
        screen = app.screen
        await pilot.press("W")
        await until(pilot, lambda: isinstance(app.screen, TermsScreen))
        await until(pilot, lambda: app.screen.picks.entries)
        line = next(one for one in screen_lines(app) if "lamp" in one)
        assert re.search(r"left +lamp +12 → Lampe 8, Leuchte 4", line)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ConcordanceScreen))
        await pilot.pause()
        places = [entry.value for entry in app.screen.picks.entries if entry.value]
        assert len(places) == 12
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, TermsScreen))
        await until(pilot, lambda: app.screen.picks.current)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ConcordanceScreen))
        await pilot.pause()
        await pilot.press(*"leuchte", "enter")
        await until(pilot, lambda: app.screen is screen)
        (chosen,) = screen.review.selected
        assert chosen.text(screen.review.comparison.left) == "lamp"


async def test_within_one_language_there_are_levels_and_no_terms(open_reader, until):
    app = open_reader()
    async with app.run_test(size=(100, 30)) as pilot:
        screen = app.screen
        await until(pilot, lambda: not screen.review.provisional)
        await pilot.press("w")
        assert screen.review.marks.words == "letters"
        await pilot.press("W")
        assert app.screen is screen
        assert screen.review.attention.linked is None
