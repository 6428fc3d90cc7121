"""A reading goes on in texts that changed: at its place, and only in those."""

import pytest

from tui_app.core.extract import BEFORE_AND_AFTER
from tui_app.errors import UserError
from tui_app.review import rereading
from tui_app.review.journey import Stay
from tui_app.review.request import Request
from tui_app.review.rereading import reread
from tui_app.review.session import Environment, prepare
from tui_app.settings.config_file import Configuration
from tui_app.settings.memory import Place
from tui_app.settings.this_run import ThisRun

LEFT = """The harbour was closed for five years after the flood of that spring.

Engineers said that the work must be finished before winter comes. The mayor walked.

A boat lay upside down on the quay.
"""
RIGHT = LEFT.replace("five", "seven").replace("must", "should")


@pytest.fixture
def paths(tmp_path):
    found = tmp_path / "left.txt", tmp_path / "right.txt"
    for path, text in zip(found, (LEFT, RIGHT), strict=True):
        path.write_text(text)
    return found


def opened(paths, asked=None, **how):
    environment = Environment(Configuration.unread(), asked=asked or ThisRun())
    return prepare(Request(*map(str, paths), **how), environment)


def place(words, side="left", text=LEFT, **how):
    return Place(side, text.index(words), **how)


def test_texts_that_did_not_change_are_not_read_again(paths, monkeypatch):
    session = opened(paths)
    monkeypatch.setattr(rereading.WatchedSource, "documents", None)
    assert reread(session, Place("left", 0)) is None


def test_texts_that_say_the_same_are_no_others(paths):
    session = opened(paths)
    paths[0].write_text(LEFT)
    assert reread(session, Place("left", 0)) is None


def test_the_reading_goes_on_at_its_passage(paths):
    session = opened(paths)
    paths[0].write_text("A line above.\n\n" + LEFT.replace("spring", "year"))
    found = reread(session, place("Engineers", folded=True))
    made = found.session
    assert made.left.text.startswith("A line above.")
    assert made.right.text == RIGHT
    assert made.left.text[made.place.offset :].startswith("Engineers said")
    assert made.place.folded
    rows = [made.left.unit_text(row.left[0]) for row in made.comparison.rows]
    assert rows[0] == "A line above."
    back = found.stay(Stay("left", LEFT.index("A boat")))
    assert made.left.text[back.offset :].startswith("A boat lay")
    assert found.stay(Stay("right", 7)) == Stay("right", 7)


def test_who_goes_on_reading_meanwhile_is_not_led_back(paths):
    session = opened(paths)
    paths[0].write_text("A line above.\n\n" + LEFT)
    found = reread(session, place("Engineers"))
    begun = found.at(place("A boat"))
    assert begun.left.text[begun.place.offset :].startswith("A boat lay")


@pytest.mark.parametrize("unit", ["sentence", "paragraph", "line"])
def test_the_rows_are_in_the_unit_they_were_in(paths, unit):
    session = opened(paths)
    paths[1].write_text(RIGHT + "\nOne more. And another.\n")
    made = reread(session, Place("left", 0, unit=unit)).session
    assert {made.left.granularity, made.right.granularity} == {unit}
    assert made.settings.unit == unit
    again = opened(paths, unit=unit)
    assert made.left.units[:] == again.left.units[:]
    assert made.comparison.rows == again.comparison.rows


def test_a_change_is_loaded_once(paths):
    session = opened(paths)
    paths[1].write_text(RIGHT + "One more.")
    made = reread(session, Place("left", 0)).session
    assert reread(made, Place("left", 0)) is None


def test_a_layout_asked_for_one_run_is_none_that_was_chosen(paths):
    session = opened(paths, ThisRun(layout="stacked"))
    paths[1].write_text(RIGHT + "One more.")
    found = reread(session, Place("left", 0, layout="stacked"))
    begun = found.at(Place("left", 0, layout="stacked"))
    assert (begun.layout, begun.place.layout) == ("stacked", None)
    begun = found.at(Place("left", 0, layout="side"))
    assert (begun.layout, begun.place.layout) == (None, "side")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda path: path.unlink(), "is gone"),
        (lambda path: path.write_text(""), "is empty"),
        (lambda path: (path.unlink(), path.mkdir()), "is a folder by now"),
    ],
)
def test_what_cannot_be_read_leaves_the_reading(paths, change, why):
    session = opened(paths)
    change(paths[1])
    with pytest.raises(UserError) as caught:
        reread(session, Place("left", 0))
    assert caught.value.why == why


def test_a_file_is_not_taken_while_somebody_writes_it(paths, monkeypatch):
    monkeypatch.setattr(rereading, "_BETWEEN", 0)
    session, texts = opened(paths), iter(["One.", "One. Two.", "One. Two. Three."])
    read = rereading.WatchedSource.documents

    def being_written(source, unit):
        found = read(source, unit)
        paths[1].write_text(next(texts, "One. Two. Three."))
        return found

    paths[1].write_text("O")
    monkeypatch.setattr(rereading.WatchedSource, "documents", being_written)
    with pytest.raises(UserError) as caught:
        reread(session, Place("left", 0))
    assert "without a pause" in caught.value.why
    monkeypatch.undo()
    made = reread(session, Place("left", 0)).session
    assert made.right.text == "One. Two. Three."


def test_one_document_is_read_again_before_and_after_its_changes(tracked_file):
    name = tracked_file("It was {-five-}{+six+} o'clock in the morning.")
    session = opened((name, name), changes=BEFORE_AND_AFTER)
    tracked_file("It was {-five-}{+seven+} o'clock in the morning.")
    made = reread(session, Place("left", 0)).session
    assert (made.left.state, made.right.state) == ("before", "after")
    assert (made.left.text.strip(), made.right.text.strip()) == (
        "It was five o'clock in the morning.",
        "It was seven o'clock in the morning.",
    )
