"""Two books are read by their paragraphs until they have been cut into sentences."""

from threading import Event

import pytest

from tui_app.core.comparison import compare_files
from tui_app.core.model import Constraints
from tui_app.ui import preparation
from tui_app.ui.notes.desk import NotesDesk
from tui_app.ui.preparation import Later, later
from tui_app.ui.session import Cut

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


def _aligned(app):
    screen = app.screen
    return (
        hasattr(screen, "view")
        and not screen.view.provisional
        and screen.has_desk
        and screen.desk.notebook is not None
    )


def _rows(app):
    return [(row.left, row.right) for row in app.screen.comparison.rows]


async def test_the_rows_are_those_of_the_sentences_in_the_end(books, until, tmp_path):
    app = books()
    assert app.session.coarse
    assert len(app.session.left.units) == 9
    async with app.run_test(size=(110, 30)) as pilot:
        await until(pilot, lambda: _aligned(app))
        wanted = compare_files(tmp_path / "left.txt", tmp_path / "right.txt")
        assert _rows(app) == [(row.left, row.right) for row in wanted.rows]
        assert app.screen.comparison.left == wanted.left


async def test_a_link_by_hand_holds_though_the_texts_are_cut_later(books, until):
    app = books()
    async with app.run_test(size=(110, 30)) as pilot:
        await until(pilot, lambda: _aligned(app))
        await pilot.press("j", "x")
        await until(pilot, lambda: ((1,), ()) in _rows(app))
    again = books()
    async with again.run_test(size=(110, 30)) as pilot:
        await until(pilot, lambda: _aligned(again) and ((1,), ()) in _rows(again))


async def test_a_link_holds_though_the_notes_open_while_the_texts_are_cut(
    books, until, monkeypatch
):
    app = books()
    async with app.run_test(size=(110, 30)) as pilot:
        await until(pilot, lambda: _aligned(app))
        await pilot.press("j", "x")
        await until(pilot, lambda: ((1,), ()) in _rows(app))
    # The alignment knows of no notes, and they are open before it is shown.
    monkeypatch.setattr(NotesDesk, "settled", lambda *_: Constraints())
    again = books()
    opened = Event()
    again.session = again.session._replace(finer=lambda: opened.wait() and None)
    show = NotesDesk.refresh

    async def refresh(desk):
        await show(desk)
        opened.set()

    monkeypatch.setattr(NotesDesk, "refresh", refresh)
    async with again.run_test(size=(110, 30)) as pilot:
        await until(pilot, lambda: _aligned(again) and ((1,), ()) in _rows(again))


async def test_the_unit_that_is_remembered_is_the_one_asked_for(books):
    app = books()
    async with app.run_test(size=(110, 30)):
        assert app.screen.place.unit == "sentence"


def test_the_sentences_of_another_process_are_taken(books):
    session = books().session
    made = later(session)
    assert isinstance(made, Later)
    cut = Cut(session._replace(finer=lambda: made.documents))
    assert cut.documents() is made.documents
    assert cut.documents() == Cut(session._replace(finer=lambda: None)).documents()
    assert len(cut.documents()[0].units) == 27
