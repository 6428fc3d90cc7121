"""A place to go on reading at is followed into an edited text, and never lost."""

from hypothesis import given
from hypothesis import strategies as st

from tui_app.notes.anchoring.moved_offset import MovedOffsets

OLD = (
    "The harbour was closed for five years after the flood of that spring. "
    "Engineers said that the work must be finished before winter comes again. "
    "The mayor walked along the quay and spoke to the owners of the boats."
)


def at(old, new, words):
    """Return what stands in the new text where these words stood in the old one."""
    return new[MovedOffsets(old, new).new(old.index(words)) :]


def test_what_is_put_in_before_moves_the_place():
    new = "Somebody wrote a line here.\n\n" + OLD
    assert at(OLD, new, "must be").startswith("must be finished")


def test_a_place_within_a_word_stays_within_it():
    new = OLD.replace("The harbour", "In that town the old harbour")
    assert at(OLD, new, "ayor walked").startswith("ayor walked")


def test_what_was_told_anew_is_come_to_and_not_what_follows():
    new = OLD.replace("Engineers said that the work must be finished", "Builders hoped")
    assert at(OLD, new, "Engineers").startswith("Builders hoped before winter")


def test_where_the_passage_is_gone_one_is_at_what_follows():
    gone = OLD[OLD.index("Engineers") : OLD.index("The mayor")]
    assert at(OLD, OLD.replace(gone, ""), "work must").startswith("The mayor")


def test_a_passage_that_moved_is_followed():
    cut = OLD.index("The mayor")
    new = OLD[cut:] + " " + OLD[:cut]
    assert at(OLD, new, "Engineers").startswith("Engineers said")


@given(st.text(max_size=60), st.text(max_size=60), st.integers(0, 60))
def test_every_place_has_one_in_every_other_text(old, new, offset):
    found = MovedOffsets(old, new).new(min(offset, len(old)))
    assert 0 <= found <= len(new)


@given(st.text(max_size=200), st.integers(0, 200))
def test_in_the_same_text_every_place_is_near_where_it_is(text, offset):
    offset = min(offset, len(text))
    found = MovedOffsets(text, text).new(offset)
    between = text[min(found, offset) : max(found, offset)]
    assert found == offset or len(between.split()) <= 1
