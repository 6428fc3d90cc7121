"""Two books are read by their paragraphs until they have been cut into sentences."""

from threading import Event

import pytest

from tui_app.core.comparison import compare, compare_files
from tui_app.core.model import Constraints
from tui_app.review import alignments
from tui_app.review import session as preparation
from tui_app.settings.memory import Place
from tui_app.ui.note_screens.desk import NotesDesk

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


def cutting_waits(monkeypatch):
    """Have the texts cut only when the event that is returned is set."""
    cut, event = alignments.recut, Event()
    monkeypatch.setattr(alignments, "recut", lambda *how: event.wait() and cut(*how))
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
    assert app.session.settings.unit == "sentence"
    assert len(app.session.left.units) == 9
    async with app.run_test(size=(110, 30)) as pilot:
        await until(pilot, lambda: _aligned(app))
        wanted = compare_files(tmp_path / "left.txt", tmp_path / "right.txt")
        assert _rows(app) == [(row.left, row.right) for row in wanted.rows]
        assert app.screen.review.comparison.left == wanted.left


async def test_a_link_by_hand_holds_though_the_texts_are_cut_later(books, until):
    app = books()
    async with app.run_test(size=(110, 30)) as pilot:
        await until(pilot, lambda: _aligned(app))
        await pilot.press("j", "x")
        await until(pilot, lambda: ((1,), ()) in _rows(app))
    again = books()
    async with again.run_test(size=(110, 30)) as pilot:
        await until(pilot, lambda: _aligned(again) and ((1,), ()) in _rows(again))
        assert len(again.screen.review.comparison.left.units) == 27


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
    cut = cutting_waits(monkeypatch)
    show = NotesDesk.refresh

    async def refresh(desk):
        await show(desk)
        cut.set()

    monkeypatch.setattr(NotesDesk, "refresh", refresh)
    async with again.run_test(size=(110, 30)) as pilot:
        await until(pilot, lambda: _aligned(again) and ((1,), ()) in _rows(again))
        assert len(again.screen.review.comparison.left.units) == 27


async def test_the_unit_that_is_remembered_is_the_one_asked_for(books):
    app = books()
    async with app.run_test(size=(110, 30)):
        assert app.screen.place.unit == "sentence"


def _at(app) -> str:
    side, offset = app.screen.review.here
    return app.screen.review.comparison.document(side).text[offset:][:15]


def _shows_cursor(app) -> bool:
    screen = app.screen
    first, last = screen.window.panes.rows_in_sight()
    return first <= screen.review.row <= last


async def _read_at(app, place, until):
    app.session = app.session._replace(place=place)
    async with app.run_test(size=(110, 12)) as pilot:
        await until(pilot, lambda: _aligned(app))
        assert _shows_cursor(app)
        return _at(app), app.screen.place


async def test_the_sentence_read_last_is_come_back_to(books, until):
    last = Place("right", RIGHT.index("All its", 300))
    said, place = await _read_at(books(), last, until)
    assert said == "All its crew we"
    assert (place.side, place.offset) == (last.side, last.offset)


async def test_quitting_before_the_sentences_are_there_keeps_the_place(
    books, monkeypatch
):
    last, cut = Place("left", LEFT.index("Its crew", 200)), cutting_waits(monkeypatch)
    app = books()
    app.session = app.session._replace(place=last)
    async with app.run_test(size=(110, 30)):
        assert app.screen.review.provisional
        assert app.screen.place.offset == last.offset
    cut.set()


async def test_a_hit_found_by_paragraphs_is_at_the_cursor_among_sentences(
    books, until, monkeypatch
):
    app, cut = books(), cutting_waits(monkeypatch)
    async with app.run_test(size=(110, 30)) as pilot:
        await pilot.press("/", *"all its", "enter", "n")
        cut.set()
        await until(pilot, lambda: _aligned(app))
        assert _at(app) == "All its crew we"
        assert app.screen.review.attention.hits.place == "2/9"


async def test_scrolled_within_a_paragraph_one_goes_on_where_one_reads(
    books, until, monkeypatch
):
    app, cut = books(), cutting_waits(monkeypatch)
    async with app.run_test(size=(24, 8)) as pilot:
        await pilot.press("G")
        app.screen.window.scroll_lines(-1)
        cut.set()
        await until(pilot, lambda: _aligned(app))
        assert _shows_cursor(app)


async def test_another_unit_asked_for_early_is_not_forgotten(books, until, monkeypatch):
    app, cut = books(), cutting_waits(monkeypatch)
    async with app.run_test(size=(110, 30)) as pilot:
        await pilot.press("u", "u")
        # As when the notes are open at last.
        app.screen.alignment.realign(Constraints())
        cut.set()
        await until(pilot, lambda: app.screen.place.unit == "line" and _aligned(app))
        assert len(app.screen.review.comparison.left.units) == 9
        await pilot.press("u")
        await until(pilot, lambda: app.screen.place.unit == "sentence")


@pytest.mark.parametrize("key", ["i", "m", "I", "]", "r", "x", "S"])
async def test_what_needs_the_rows_says_that_they_are_not_there(
    books, key, monkeypatch
):
    app, cut = books(), cutting_waits(monkeypatch)
    async with app.run_test(size=(110, 30)) as pilot:
        await pilot.press(key)
        assert "still being aligned" in app.screen.status.info.message
    cut.set()


async def test_the_same_sentence_is_come_back_to_through_all_units(books, until):
    app = books()
    async with app.run_test(size=(110, 30)) as pilot:
        await until(pilot, lambda: _aligned(app))
        await pilot.press(*"jjjjjjj")
        before = app.screen.review.here
        for unit in ("paragraph", "line", "sentence"):
            await pilot.press("u")
            await until(pilot, lambda u=unit: app.screen.place.unit == u)
        assert app.screen.review.here == before


async def test_no_other_rows_are_hidden_while_the_reviewed_ones_are_looked_for(
    books, until
):
    app = books()
    async with app.run_test(size=(110, 30)) as pilot:
        await until(pilot, lambda: _aligned(app))
        screen = app.screen
        await pilot.press("j", "r")
        await until(pilot, lambda: screen.review.attention.reviewed == {1})
        await pilot.press("F")
        assert screen.review.hidden.__contains__(1)
        screen.window.show(compare(*screen.session[:2]))
        rows = range(len(screen.review.comparison.rows))
        assert not any(map(screen.review.hidden.__contains__, rows))
