"""Two books are read by their paragraphs until they have been cut into sentences."""

from threading import Event

import pytest

from tui_app.core.comparison import compare_files
from tui_app.core.model import Constraints
from tui_app.review import new_rows
from tui_app.review import session as preparation
from tui_app.ui.notes_desk import NotesDesk
from tui_app.ui.reader.new_rows_part import NewRowsPart

LEFT = "\n\n".join(
    f"The ship number {n} left the harbour. Its crew slept. The sea was calm."
    for n in range(9)
)
RIGHT = LEFT.replace("Its crew slept.", "All its crew were asleep.")


@pytest.fixture
def books(open_reader, monkeypatch):
    """Return a function that opens two texts long enough to be cut later."""
    monkeypatch.setattr(preparation, "CUT_AT_ONCE", 10)
    return lambda: open_reader(LEFT, RIGHT)


@pytest.fixture
def cut_late(monkeypatch):
    """Let the texts be cut when the event that is returned is set."""
    cut, event = new_rows.recut, Event()
    monkeypatch.setattr(new_rows, "recut", lambda *how: event.wait() and cut(*how))
    return event


def _aligned(app):
    screen = app.screen
    return (
        hasattr(screen, "view")
        and not screen.review.provisional
        and screen.desk.notebook is not None
    )


def _rows(app):
    return [(row.left, row.right) for row in app.screen.review.comparison.rows]


async def test_the_rows_are_those_of_the_sentences_in_the_end(books, until, tmp_path):
    app = books()
    assert app.opened.session.settings.unit == "sentence"
    assert len(app.opened.session.left.units) == 9
    async with app.run_test(size=(110, 30)) as pilot:
        await until(pilot, lambda: _aligned(app))
        wanted = compare_files(tmp_path / "left.txt", tmp_path / "right.txt")
        assert _rows(app) == [(row.left, row.right) for row in wanted.rows]
        assert app.screen.review.comparison.left == wanted.left


async def test_a_link_by_hand_holds_though_the_texts_are_cut_later(books, until):
    app = books()
    async with app.run_test(size=(110, 30)) as pilot:
        await until(pilot, lambda: _aligned(app))
        assert ((1,), (1,)) in _rows(app)
        await pilot.press("j", "x")
        await until(pilot, lambda: ((1,), ()) in _rows(app))
    again = books()
    async with again.run_test(size=(110, 30)) as pilot:
        await until(pilot, lambda: _aligned(again) and ((1,), ()) in _rows(again))
        assert len(again.screen.review.comparison.left.units) == 27


async def test_a_link_holds_though_the_notes_open_while_the_texts_are_cut(
    books, until, monkeypatch, cut_late
):
    app = books()
    cut_late.set()
    async with app.run_test(size=(110, 30)) as pilot:
        await until(pilot, lambda: _aligned(app))
        assert ((1,), (1,)) in _rows(app)
        await pilot.press("j", "x")
        await until(pilot, lambda: ((1,), ()) in _rows(app))
    # The alignment knows of no notes, and they are open before it is shown.
    monkeypatch.setattr(NewRowsPart, "_ask", lambda *_: Constraints())
    again = books()
    cut_late.clear()
    show = NotesDesk.refresh

    async def refresh(desk):
        await show(desk)
        cut_late.set()

    monkeypatch.setattr(NotesDesk, "refresh", refresh)
    async with again.run_test(size=(110, 30)) as pilot:
        await until(pilot, lambda: _aligned(again) and ((1,), ()) in _rows(again))
        assert len(again.screen.review.comparison.left.units) == 27


async def test_what_needs_the_rows_says_that_they_are_not_there(books, cut_late):
    app = books()
    async with app.run_test(size=(110, 30)) as pilot:
        await pilot.press("i")
        assert "still being aligned" in app.screen.status.info.message
        assert not app.screen.query("DetailsPanel")
    cut_late.set()
