"""A folder becomes a shelf: texts, related pairs, what is left out."""

from tui_app.library.shelf_reading import read_shelf
from tui_app.review.samples import sample_files


def test_the_two_versions_of_one_briefing_come_first():
    *_, shelf = read_shelf(sample_files())
    best = shelf.pairs[0]
    assert [shelf.texts[n].path[-24:-21] for n in (best.left, best.right)] == [
        "001",
        "004",
    ]
    assert shelf.progress is None


def test_a_shelf_is_there_before_anything_is_read(tmp_path):
    assert next(read_shelf([tmp_path])).texts == ()
