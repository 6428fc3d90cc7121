"""Hits are numbered in the order of the rows, and found again among others."""

from tui_app.core.comparison import compare
from tui_app.core.provisional_rows import provisional
from tui_app.core.row_places import RowPlaces
from tui_app.core.search import Query
from tui_app.core.segmentation import segment
from tui_app.review import hits as hits_of
from tui_app.review.hits import Hits


def read(text: str):
    return segment(text, None, "sentence")


def test_the_hit_one_is_at_stays_it_among_other_rows():
    documents = read("One day.\n\nA day."), read("Another day.\n\nOne day.")
    before, after = provisional(*documents), compare(*documents)
    hits = Hits(before, RowPlaces(before), Query("day"))
    again = Hits(after, RowPlaces(after), Query("day"))
    for number, hit in enumerate(hits.found):
        again.return_to(hit)
        assert again.at is not None
        assert (again.at.side, again.at.start) == (hit.side, hit.start), number
    again.return_to(None)
    assert again.at is None


def test_only_hits_that_are_left_out_make_the_count_inexact(monkeypatch):
    monkeypatch.setattr(hits_of, "MOST", 3)
    documents = read("A day, a day."), read("A day, a day.")
    comparison = compare(*documents)
    hits = Hits(comparison, RowPlaces(comparison), Query("day"))
    hits.current = 0
    assert hits.place == "1/4"
    hits = Hits(comparison, RowPlaces(comparison), Query("a"))
    hits.current = 0
    assert hits.place == "1/6+"
