"""The numbers of the status line are what they are called, and add up."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.comparison import Comparison, compare
from tui_app.core.likeness import likeness_by_words, row_likeness
from tui_app.core.model import Alignment, Bead
from tui_app.core.rows import build_rows
from tui_app.core.segmentation import segment
from tui_app.review.counts import tally
from tui_app.review.options import MarkOptions
from tui_app.review.outline import Outline
from tui_app.review.session import Session
from tui_app.review.signs import UNICODE
from tui_app.ui.app import DiptychApp
from tui_app.ui.reader import background
from tui_app.ui.reader.status_line import status_text

LEFT = [
    "The mayor opened the bridge on 3 May.",
    "It rained in the evening.",
    "Nobody had expected so many guests from the north.",
    "The river was calm.",
]
RIGHT = [
    "The mayor opened the bridge on 4 May.",
    "It rained in the evening.",
    "Nobody had awaited so many visitors from the south.",
    "A band played until midnight.",
]


def linked(*beads: tuple[int, int]) -> Comparison:
    """Return the comparison of the lines; every link is certain."""
    left, right = (segment("\n\n".join(text), None, "line") for text in (LEFT, RIGHT))
    made = tuple(Bead((ours,), (theirs,), 1.0) for ours, theirs in beads)
    alignment = Alignment(made, ())
    return Comparison(left, right, alignment, build_rows(left, right, alignment))


def reader() -> DiptychApp:
    made = linked((0, 0), (1, 1), (2, 2))
    return DiptychApp(Session(made.left, made.right, made))


async def counted(pilot, screen) -> None:
    for _ in range(400):
        if screen.status.info.to_go is not None:
            return
        await pilot.pause(0.02)
    raise AssertionError


def test_a_certain_link_does_not_make_passages_alike():
    made = linked((0, 0), (1, 1), (2, 2))
    assert row_likeness(made, 1) == 1
    assert 0.9 < row_likeness(made, 0) < 1
    assert 0.4 < row_likeness(made, 2) < 0.9
    assert row_likeness(made, 3) == 0


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), min_size=1, max_size=9)


@settings(max_examples=40, deadline=None)
@given(WORDS, WORDS)
def test_likeness_is_a_share(left, right):
    documents = [segment(" ".join(side), None, "line") for side in (left, right)]
    alignment = Alignment((Bead((0,), (0,), 0.5),), ())
    rows = build_rows(*documents, alignment)
    made = Comparison(*documents, alignment, rows)
    assert 0 <= row_likeness(made, 0) <= 1
    assert 0 <= likeness_by_words(made, 0) <= 1
    assert (likeness_by_words(made, 0) == 1) == (sorted(left) == sorted(right))


async def test_the_panel_says_certainty_in_words_and_likeness_in_numbers():
    app = reader()
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.press("i")
        (text,) = app.screen.query("DetailsPanel > Static")
        head = str(text.content).split("\n")[0]
        assert "link certain" in head
        assert "% alike" in head
        assert "100%" not in head


async def test_to_go_falls_by_one_at_each_difference_and_ends_at_none():
    app = reader()
    async with app.run_test(size=(160, 30)) as pilot:
        screen = app.screen
        await counted(pilot, screen)
        info = screen.status.info
        assert info.to_go == info.facts + info.rewordings + info.one_sided
        for left in range(info.to_go - 1, -1, -1):
            await pilot.press("]")
            assert screen.status.info.to_go == left
        await pilot.press("]")
        assert screen.status.info.to_go == 0


async def test_to_go_counts_only_facts_where_only_facts_are_visited():
    app = reader()
    async with app.run_test(size=(160, 30)) as pilot:
        screen = app.screen
        await counted(pilot, screen)
        await pilot.press("f")
        assert screen.status.info.to_go == screen.status.info.facts
        await pilot.press("]")
        assert screen.status.info.to_go == screen.status.info.facts - 1


async def test_differences_of_hidden_rows_are_neither_visited_nor_counted(until):
    app = reader()
    async with app.run_test(size=(160, 30)) as pilot:
        screen = app.screen
        await counted(pilot, screen)
        await pilot.press("j", "j", "r")
        await until(pilot, lambda: screen.view.review.attention.reviewed == {2})
        await pilot.press("F", "g")
        to_go = screen.status.info.to_go
        for left in range(to_go - 1, -1, -1):
            await pilot.press("]")
            assert screen.cursor_row != 2
            assert screen.status.info.to_go == left


async def test_the_counts_stay_while_new_ones_are_made():
    app = reader()
    async with app.run_test(size=(160, 30)) as pilot:
        screen = app.screen
        await counted(pilot, screen)
        info = screen.status.info
        screen.background.stop()
        again = compare(screen.comparison.left, screen.comparison.right)
        screen.view.show(again)
        screen.rows_changed(Outline(again, provisional=False), complete=False)
        now = screen.status.info
        assert (now.facts, now.rewordings) == (info.facts, info.rewordings)
        assert now.alike == info.alike
        assert now.to_go is None


async def test_of_a_book_the_likeness_is_estimated_until_it_is_counted(monkeypatch):
    monkeypatch.setattr(background, "MANY_ROWS", 1)
    monkeypatch.setattr(
        background.Background, "_wait_for_a_pause", lambda _, given_up: given_up.wait()
    )
    app = reader()
    async with app.run_test(size=(160, 30)) as pilot:
        for _ in range(400):
            if app.screen.status.info.alike is not None:
                break
            await pilot.pause(0.02)
        info = app.screen.status.info
        assert info.estimated
        assert info.facts is None
        assert 0.4 < info.alike < 0.9
        assert "~" in status_text(info, 160, UNICODE)


def test_facts_and_rewordings_make_up_the_changes():
    made = linked((0, 0), (1, 1), (2, 2))
    for row in (0, 2):
        found = tally(made.differences(row), MarkOptions(), made)
        assert found.facts + found.rewordings == found.changes
        assert found.unlike > 0
