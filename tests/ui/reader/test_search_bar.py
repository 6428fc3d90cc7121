"""The line a search is typed into, in the whole reader."""

import pytest
from textual.events import Key
from textual.widgets import Input

from tui_app.core.comparison import compare
from tui_app.core.segmentation import segment
from tui_app.review.session import Session
from tui_app.settings.keys import ACTIONS
from tui_app.ui.app import DiptychApp
from tui_app.ui.reader.search_bar import Choice, SearchBar
from tui_app.ui.screens.concordance_list import ConcordanceScreen
from tui_app.ui.screens.witness_list import WitnessScreen
from tui_app.ui.widgets.hints import HintLine

LEFT = "\n\n".join(f"Passage {n} speaks of rivers. A Bridge stands." for n in range(30))
RIGHT = LEFT.replace("rivers", "streams")


def reader(left: str = LEFT, right: str = RIGHT) -> DiptychApp:
    documents = [segment(text, None, "sentence") for text in (left, right)]
    return DiptychApp(Session(*documents, compare(*documents)))


async def test_hits_show_while_typing_until_esc_which_returns():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        view = app.screen.view
        await pilot.press("/", *"streams")
        hits = app.screen.review.attention.hits
        assert len(hits.found) == 30
        assert {hit.side for hit in hits.found} == {"right"}
        assert hits.place == "1/30"
        shown = [app.screen.review.looks.row_look(0, app.screen.review.attention, None)]
        names = {mark.name for mark in shown[0].right}
        assert names & {"hit", "hit-current"}
        await pilot.press(*["backspace"] * 7, *"passage 29")
        assert view.review.cursor.row == 58
        await pilot.press("escape")
        assert (view.review.cursor.row, view.review.attention.hits) == (0, None)
        assert not app.screen.search.is_typing


async def test_what_is_sought_and_how_to_go_on_are_told_until_the_search_is_left():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        footer = app.screen.query_one(HintLine)
        await pilot.press("/", *"bridge")
        assert "Next hit" not in footer.render().plain
        await pilot.press("enter")
        assert footer.render().plain.startswith("n Next hit  N Hit before  Esc")
        assert "/ bridge 1/60" in app.screen.status.render().plain
        await pilot.press("escape")
        assert "Next hit" not in footer.render().plain
        assert "bridge" not in app.screen.status.render().plain


async def test_an_earlier_search_comes_back_with_the_arrow_a_broken_one_is_said():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("/", *"bridge", "enter", "escape", "/", "up")
        assert app.screen.query_one(Input).value == "bridge"
        await pilot.press("escape", "/", "alt+r", "(", "a")
        assert app.screen.review.attention.hits is None
        await pilot.press("alt+r", "enter", "n")
        assert app.screen.review.attention.hits.found == []


async def test_whole_words_capitals_and_expressions_can_be_asked_for():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("/", *"river", "alt+w")
        assert app.screen.review.attention.hits.found == []
        await pilot.press("alt+w", "alt+c")
        assert len(app.screen.review.attention.hits.found) == 30
        await pilot.press("alt+c", *["backspace"] * 5, *"ri.er")
        assert app.screen.review.attention.hits.found == []
        app.post_message(Key("alt+r", "r"))  # as terminals send it: no letter
        await pilot.pause()
        await pilot.pause()
        assert app.screen.query_one(Input).value == "ri.er"
        assert len(app.screen.review.attention.hits.found) == 30


async def test_opened_again_while_it_is_open_it_gives_the_keys_back_all_the_same():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("/", *"riv")
        app.perform("search")
        await pilot.pause()
        await pilot.press("escape", "j")
        assert app.screen.focused is app.screen.view
        assert app.screen.review.row == 1


async def test_accents_can_be_ignored():
    app = reader(LEFT.replace("rivers", "rivièrs"), LEFT)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("/", *"riviers")
        assert app.screen.review.attention.hits.found == []
        await pilot.press("alt+a")
        assert len(app.screen.review.attention.hits.found) == 30
        await pilot.press("alt+a")
        assert app.screen.review.attention.hits.found == []


async def test_it_takes_the_line_of_the_hints_and_moves_no_text():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        region = app.screen.view.region
        await pilot.press("/", "b")
        assert app.screen.view.region == region
        assert not app.screen.query_one(HintLine).display
        await pilot.press("enter")
        assert app.screen.query_one(HintLine).display
        assert app.screen.view.region == region


async def test_no_key_reaches_the_text_behind_while_a_search_is_typed():
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("/", *"rRivers")
        done = []
        app.screen.acts = {
            name: lambda name=name: done.append(name) for name in app.screen.acts
        }
        for action in ACTIONS:
            if action.scope == "reader" and action.id not in MEANT_FOR_THE_LINE:
                await pilot.press(*action.keys)
                assert not done
                assert app.screen.query_one(Input).has_focus, action.keys


MEANT_FOR_THE_LINE = {"leave", "note"}
"""Esc closes the line, Enter lets the search stand."""


@pytest.mark.parametrize(
    ("key", "alt", "asked"),
    [
        ("f2", "alt+c", lambda query: query.case),
        ("f3", "alt+w", lambda query: query.whole_words),
        ("f4", "alt+r", lambda query: query.regex),
        ("f5", "alt+a", lambda query: not query.accents),
    ],
)
async def test_how_to_search_is_chosen_without_alt_and_by_a_click(key, alt, asked):
    app = reader()
    async with app.run_test(size=(130, 30)) as pilot:
        await pilot.press("/")
        bar = app.screen.query_one(SearchBar)
        for press in (key, alt):
            await pilot.press(press)
            assert asked(bar._query)
            await pilot.press(*[press] * (2 if key == "f2" else 1))
            assert not asked(bar._query)
        words = {one.content.plain.split()[0]: one for one in bar.query(Choice)}
        await pilot.click(words[key])
        assert asked(bar._query)
        assert app.screen.query_one(Input).has_focus


async def test_every_key_with_alt_has_one_without_and_a_name():
    for action in ACTIONS:
        if any(key.startswith("alt+") for key in action.keys):
            assert not action.keys[0].startswith("alt+"), action.id
    for screen in (SearchBar, ConcordanceScreen, WitnessScreen, DiptychApp):
        for bound in screen.BINDINGS:
            assert not bound.key.startswith("alt+"), bound
