"""Rows that come while one reads: which are shown, how the next job begins."""

import pytest

from tui_app.core.comparison import Comparison
from tui_app.core.model import Alignment, Constraints, Progress
from tui_app.core.rows import build_rows
from tui_app.review import new_rows
from tui_app.review.text_map import TextMap
from tui_app.ui.reader.background import Aligned

TEXT = "\n\n".join(f"Passage {n} tells of day {n}. It rained." for n in range(9))
RULES = [Constraints(parted=frozenset({(n, n)})) for n in range(3)]


@pytest.fixture
def aligning(parts, align_beside):
    return lambda *settled, **how: align_beside(
        parts(TEXT, TEXT, **how), "sentence", *settled
    )


def test_what_is_not_aligned_is_aligned_and_shown_and_told(aligning):
    made = aligning(aligned=False)
    made.alignment.begin()
    assert made.told == [("progress", "aligning")]
    made.jobs.run()
    shown = made.review.comparison
    assert not made.review.provisional
    assert shown.alignment.beads
    assert made.told[1:] == [("coming", shown), ("progress", ""), ("complete",)]


def test_watchers_know_of_the_rows_before_those_who_follow_the_window(aligning):
    made = aligning(aligned=False)
    changes = []
    made.reader.window._changed = lambda _: changes.append(list(made.told))
    made.alignment.begin()
    made.jobs.run()
    assert all(told[-1][0] == "coming" for told in changes)


def test_rows_that_come_late_are_not_taken_for_those_asked_for(aligning, monkeypatch):
    made, begun = aligning(), []
    monkeypatch.setattr(
        new_rows,
        "compare_again",
        lambda shown, rules, _report: begun.append(rules) or shown,
    )
    _, second, third = RULES
    made.alignment.realign(second)
    # The rows of the job before, which were on their way already.
    shown = made.review.comparison
    text_map = TextMap(shown, provisional=False)
    made.alignment.take(Aligned(shown, text_map, complete=True))
    made.alignment.realign(third)
    made.jobs.run()
    assert begun == [third]


def test_before_the_first_rows_are_complete_all_is_aligned_under_what_is_settled(
    aligning,
):
    made = aligning(lambda *_: RULES[0], aligned=False)
    made.alignment.begin()
    made.alignment.realign(RULES[0])
    made.jobs.run()
    assert ((0,), (0,)) not in made.rows
    assert ((0,), ()) in made.rows


def test_under_what_is_settled_already_nothing_is_aligned_again(aligning):
    made = aligning()
    made.alignment.realign(Constraints())
    assert not made.jobs.begun
    for _ in range(2):
        made.alignment.realign(RULES[0])
    assert len(made.jobs.begun) == 1


def test_u_goes_from_sentences_to_paragraphs_to_lines_and_round(aligning):
    made = aligning()
    made.reader.window.go_to(7)
    at = made.review.here
    seen = []
    for _ in range(3):
        made.alignment.next_unit()
        made.jobs.run()
        seen.append(made.unit)
    assert seen == ["paragraph", "line", "sentence"]
    assert made.review.here == at


def test_another_unit_asked_for_early_is_not_forgotten(aligning):
    made = aligning(aligned=False)
    made.alignment.begin()
    made.alignment.next_unit()
    made.alignment.next_unit()
    made.alignment.realign(RULES[0])  # as when the notes are open at last
    made.jobs.run()
    assert made.unit == "line"
    made.alignment.next_unit()
    made.jobs.run()
    assert made.unit == "sentence"


def test_rows_on_the_way_are_shown_only_where_those_about_the_eye_are_linked(aligning):
    made = aligning(aligned=False)
    shown = made.review.comparison
    none = Alignment((), ())
    rows = build_rows(shown.left, shown.right, none)
    unlinked = Comparison(shown.left, shown.right, none, rows)
    text_map = TextMap(unlinked, provisional=False)
    early = Aligned(unlinked, text_map, complete=False)
    made.alignment.take(early)
    assert made.review.comparison is shown
    made.alignment.take(early._replace(complete=True))
    assert made.review.comparison is unlinked


def test_how_far_it_is_is_told_in_words_and_per_cent(aligning):
    made = aligning(aligned=False)
    made.alignment.begin()
    _, listener = made.jobs.begun[-1]
    listener.told(Progress(1, 4))
    listener.told(Progress(0, 0))
    assert made.told[1:] == [("progress", "aligning 25%"), ("progress", "aligning")]


def test_a_failure_is_said_and_another_unit_is_not_waited_for(aligning):
    made = aligning()
    made.alignment.next_unit()
    _, listener = made.jobs.begun[-1]
    listener.failed("MemoryError: ")
    assert made.reader.said == ["The alignment failed. MemoryError: "]
    assert made.told[-1] == ("progress", "")
    made.alignment.next_unit()
    made.jobs.run()
    assert made.unit == "paragraph"
