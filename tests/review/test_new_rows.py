"""Jobs that make rows: they report, ask what is settled, and yield what they obey."""

import pytest

from tui_app.core.comparison import Comparison, compare, compare_again
from tui_app.core.extract import Extract
from tui_app.core.model import Alignment, Bead, Constraints
from tui_app.core.provisional_rows import provisional
from tui_app.core.rows import build_rows
from tui_app.core.segmentation import segment
from tui_app.review import new_rows
from tui_app.review.journey import Stay
from tui_app.review.new_rows import as_settled, in_unit, recut, worth_showing

LEFT = "\n\n".join(
    f"Passage {n} tells of day {n}. It rained in the evening." for n in range(9)
)
RIGHT = LEFT.replace("tells of", "speaks of")
PARTED = Constraints(parted=frozenset({(0, 0)}))


@pytest.fixture
def documents():
    return tuple(segment(text, None, "sentence") for text in (LEFT, RIGHT))


def rows(comparison):
    return [(row.left, row.right) for row in comparison.rows]


def run(job):
    """Return what the job makes last, and what it has reported."""
    reports = []
    *_, made = job(reports.append)
    return made, reports


def test_the_last_rows_are_those_of_comparing_at_once(documents):
    shown = provisional(*documents)
    job = in_unit(shown, "sentence", 0, lambda *_: Constraints())
    made, reports = run(job)
    assert rows(made) == rows(compare(*documents))
    assert all(one.done <= one.total for one in reports if one.total)


def test_what_is_settled_by_hand_is_asked_for_the_texts_as_they_are_cut(documents):
    asked = []

    def settled(*cut):
        asked.append(cut)
        return PARTED

    made, _ = run(in_unit(compare(*documents), "sentence", 0, settled))
    assert asked == [documents]
    assert ((0,), (0,)) not in rows(made)


def test_nothing_is_cut_or_asked_before_the_job_runs(documents, monkeypatch):
    calls = []
    monkeypatch.setattr(new_rows, "recut", lambda *_: calls.append(1))
    job = in_unit(compare(*documents), "line", 0, lambda *_: calls.append(1))
    assert callable(job)
    assert not calls


def test_again_obeys_what_has_been_settled_since(documents):
    shown = compare(*documents)
    made, _ = run(as_settled(shown, PARTED))
    wanted = compare_again(shown, PARTED)
    assert rows(made) == rows(wanted)


@pytest.mark.parametrize(("unit", "count"), [("paragraph", 9), ("line", 9)])
def test_in_another_unit_both_texts_are_cut_anew(documents, unit, count):
    made, _ = run(in_unit(compare(*documents), unit, 0, lambda *_: Constraints()))
    for document in (made.left, made.right):
        assert document.granularity == unit
        assert len(document.units) == count


def test_a_text_cut_anew_keeps_its_title_and_its_remarks(documents):
    extract = Extract(LEFT, remarks=("odd",))
    left = documents[0].__class__(
        LEFT, "left.txt", "A title", "sentence", documents[0].units, extract
    )
    cut = recut(left, "paragraph")
    assert (cut.title, cut.source, cut.text) == ("A title", "left.txt", LEFT)
    assert cut.remarks == left.remarks == ("odd",)


def test_steps_that_link_too_little_are_held_back_but_the_last_never(documents):
    whole = compare(*documents)
    none = whole.__class__(*documents, whole.alignment._replace(beads=()), whole.rows)
    assert list(new_rows._mostly_linked([none, whole, none])) == [whole, none]
    assert list(new_rows._mostly_linked([none, whole])) == [whole]


def test_a_text_that_is_cut_so_already_is_taken_as_it_is(documents):
    assert recut(documents[0], "sentence") is documents[0]


def read(text: str):
    return segment(text, None, "sentence")


def test_rows_are_worth_showing_where_those_about_the_eye_are_linked():
    document = read("\n\n".join(f"Passage {n}." for n in range(200)))
    linked = [n for n in range(200) if not 50 <= n < 80]
    alignment = Alignment(tuple(Bead((n,), (n,), 1.0) for n in linked), ())
    rows = build_rows(document, document, alignment)
    comparison = Comparison(document, document, alignment, rows)
    for side in ("left", "right"):
        at = [document.units[n].start for n in (60, 150)]
        assert not worth_showing(comparison, Stay(side, at[0]))
        assert worth_showing(comparison, Stay(side, at[1]))
