"""Words are learnt once, when first asked for; what went wrong is told."""

from types import SimpleNamespace

import pytest

from tui_app.core.comparison import compare_texts
from tui_app.core.model import Progress
from tui_app.ui.reader.learnt_words import LearntWords


class Lessons:
    """Stands for the background: a lesson is taken when the test says so."""

    def __init__(self):
        self.given = []

    def learn(self, lesson, pupil):
        self.given.append((lesson, pupil))

    def take(self):
        lesson, pupil = self.given.pop()
        try:
            pupil.took(lesson(pupil.told))
        except ValueError as error:
            pupil.failed(str(error))


@pytest.fixture
def lessons():
    return Lessons()


@pytest.fixture
def words(lessons):
    """Return a function that makes the words of a reading; with what is told."""

    def make(learn):
        told = []
        review = SimpleNamespace(comparison=compare_texts("A lamp.", "Eine Lampe."))
        return (
            LearntWords(review, lessons, learn, told.append, told.append),
            told,
            review,
        )

    return make


def test_what_was_asked_for_comes_when_it_is_learnt_and_then_at_once(words, lessons):
    made, told, _ = words(lambda *_: "links")
    got = []
    assert not made.of_shown(got.append)
    assert not made.of_shown(got.append)
    assert got == []
    lessons.take()
    assert got == ["links", "links"]
    assert made.of_shown(got.append)
    assert len(got) == 3
    assert not lessons.given
    assert told == ["learning the words", ""]


def test_how_far_it_is_and_what_went_wrong_is_told_and_it_is_tried_again(
    words, lessons
):
    def learn(_comparison, report):
        report(Progress(1, 4))
        raise ValueError("no good")

    made, told, _ = words(learn)
    made.of_shown(told.append)
    lessons.take()
    assert told == [
        "learning the words",
        "learning the words 25%",
        "",
        "The words could not be learnt. no good",
    ]
    made.of_shown(told.append)
    assert len(lessons.given) == 1


def test_other_rows_of_the_texts_have_the_same_words_other_texts_do_not(words, lessons):
    made, _, review = words(lambda comparison, _: comparison.left.text)
    got = []
    made.of_shown(got.append)
    lessons.take()
    review.comparison = review.comparison.forgetful()
    assert made.of_shown(got.append)
    review.comparison = compare_texts("The sea.", "Das Meer.")
    assert not made.of_shown(got.append)
    lessons.take()
    assert got == ["A lamp.", "A lamp.", "The sea."]
