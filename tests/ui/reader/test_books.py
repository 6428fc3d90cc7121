"""Two books are read by their paragraphs until they have been cut into sentences."""

import pytest

from tui_app.core.comparison import compare_texts
from tui_app.core.search import Query
from tui_app.review import session as preparation
from tui_app.review.request import Request
from tui_app.review.resuming import place_of, review_of
from tui_app.review.session import Environment, prepare
from tui_app.settings.config_file import Configuration
from tui_app.settings.memory import Place

LEFT = "\n\n".join(
    f"The ship number {n} left the harbour. Its crew slept. The sea was calm."
    for n in range(9)
)
RIGHT = LEFT.replace("Its crew slept.", "All its crew were asleep.")


@pytest.fixture
def book(tmp_path, monkeypatch):
    """Return a session of two texts long enough to be cut later."""
    monkeypatch.setattr(preparation, "CUT_AT_ONCE", 10)
    paths = [tmp_path / name for name in ("left.txt", "right.txt")]
    for path, text in zip(paths, (LEFT, RIGHT), strict=True):
        path.write_text(text, encoding="utf-8")
    request = Request(*map(str, paths))
    made = prepare(request, Environment(Configuration.unread()))
    assert made.comparison is None
    assert len(made.left.units) == 9
    return made


@pytest.fixture
def reading(book, parts, align_beside):
    """Return a function that begins to read the book, at a place if there is one."""

    def make(place=None, **how):
        session = book._replace(place=place)
        made = align_beside(parts(session=session, **how))
        made.alignment.begin()
        return made

    return make


def at(made):
    side, offset = made.review.here
    return made.review.comparison.document(side).text[offset:][:15]


def shows_cursor(made):
    first, last = made.reader.window.panes.rows_in_sight()
    return first <= made.review.row <= last


def test_the_rows_are_those_of_the_sentences_in_the_end(reading):
    made = reading()
    assert made.review.provisional
    made.jobs.run()
    wanted = compare_texts(LEFT, RIGHT)
    assert made.rows == [(row.left, row.right) for row in wanted.rows]
    assert made.review.comparison.left.units[:] == wanted.left.units[:]


def test_the_unit_that_is_remembered_is_the_one_asked_for(book):
    assert place_of(review_of(book), book.settings.unit).unit == "sentence"


@pytest.mark.parametrize(
    "last",
    [
        Place("right", RIGHT.index("All its", 300)),
        Place("left", LEFT.index("Its crew", 200)),
    ],
)
def test_the_sentence_read_last_is_come_back_to(reading, last):
    made = reading(last, size=(110, 12))
    # Who quits now keeps the place as well.
    before = place_of(made.review, "sentence")
    assert (before.side, before.offset) == (last.side, last.offset)
    made.jobs.run()
    after = place_of(made.review, "sentence")
    assert (after.side, after.offset) == (last.side, last.offset)
    assert at(made) in {"All its crew we", "Its crew slept."}
    assert shows_cursor(made)


def test_a_hit_found_by_paragraphs_is_at_the_cursor_among_sentences(reading):
    made = reading()
    made.reader.search.begin()
    made.reader.search.look_for(Query("all its"))
    made.reader.search.settle()
    made.reader.do("next-hit")
    made.jobs.run()
    assert at(made) == "All its crew we"
    assert made.review.attention.hits.place == "2/9"


def test_scrolled_within_a_paragraph_one_goes_on_where_one_reads(reading):
    made = reading(size=(24, 8))
    made.reader.do("last-row")
    made.reader.window.scroll_lines(-1)
    made.jobs.run()
    assert shows_cursor(made)


def test_another_unit_asked_for_early_is_not_forgotten(reading):
    made = reading()
    made.alignment.next_unit()
    made.alignment.next_unit()
    made.jobs.run()
    assert made.unit == "line"
    assert len(made.review.comparison.left.units) == 9
    made.alignment.next_unit()
    made.jobs.run()
    assert made.unit == "sentence"
    assert len(made.review.comparison.left.units) == 27
