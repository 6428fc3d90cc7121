"""What was aligned once is not aligned again, and gives the rows it gave."""

import random

import pytest

from tui_app.core.align.books import book as align_book
from tui_app.core.comparison import compare
from tui_app.core.model import Constraints
from tui_app.core.segmentation import segment
from tui_app.core.translation import Translation
from tui_app.disk.paths import alignments_folder
from tui_app.review import kept_alignments
from tui_app.review.kept_alignments import compare_as_kept, steps_as_kept

LETTERS = "bcdfghklmnprstvw"
NOTHING = Constraints()
BY_HAND = Constraints(fixed=(((40,), (42,)), ((41,), ())), parted=frozenset({(90, 90)}))


def words(chance, number):
    """Return so many made-up words."""
    return [
        "".join(chance.choice(LETTERS) + chance.choice("aeiou") for _ in range(3))
        for _ in range(number)
    ]


@pytest.fixture(scope="module")
def book():
    """Return two editions too long to be articles."""
    chance = random.Random(5)  # noqa: S311 - made-up texts, no secrets
    known = words(chance, 3000)
    left = [" ".join(chance.choices(known, k=9)) for _ in range(1600)]
    right = [
        " ".join(
            chance.choice(known) if chance.random() < 0.1 else w for w in one.split()
        )
        for one in left
        if chance.random() > 0.02
    ]
    return tuple(segment("\n".join(one), None, "line") for one in (left, right))


@pytest.fixture
def article():
    texts = "One thing. Two.", "One thing. Three."
    return tuple(segment(text, None, "sentence") for text in texts)


def steps(left, right, constraints=NOTHING, translation=None):
    return list(steps_as_kept(left, right, constraints, lambda _: None, 0, translation))


def aligning_fails(monkeypatch):
    def fail(*_, **__):
        raise AssertionError("aligned again")

    monkeypatch.setattr(kept_alignments, "compare", fail)
    monkeypatch.setattr(kept_alignments, "compare_in_steps", fail)


@pytest.mark.parametrize("constraints", [NOTHING, BY_HAND])
def test_a_book_opened_again_has_its_rows_without_being_aligned(
    book, constraints, monkeypatch
):
    aligned = compare(*book, constraints)
    assert compare_as_kept(*book, constraints, None).rows == aligned.rows
    aligning_fails(monkeypatch)
    again = compare_as_kept(*book, constraints, None)
    assert (again.rows, again.alignment.links) == (
        aligned.rows,
        aligned.alignment.links,
    )
    (only,) = steps(*book, constraints)
    assert only.rows == aligned.rows


def test_kept_is_what_the_texts_say_whatever_was_settled_then(book, monkeypatch):
    *_, last = steps(*book, BY_HAND)
    aligned = compare(*book)
    assert last.rows == compare(*book, BY_HAND).rows != aligned.rows
    aligning_fails(monkeypatch)
    assert compare_as_kept(*book, NOTHING, None).rows == aligned.rows


def test_what_was_aligned_about_links_is_not_aligned_again_either(book, monkeypatch):
    asked = []
    align_units = align_book.align_units
    monkeypatch.setattr(
        align_book,
        "align_units",
        lambda *some: asked.append(some) or align_units(*some),
    )
    compare_as_kept(*book, BY_HAND, None)
    first = len(asked)
    assert first
    compare_as_kept(*book, BY_HAND, None)
    assert len(asked) == first
    more = BY_HAND._replace(fixed=(*BY_HAND.fixed, ((900,), (902,))))
    again = compare_as_kept(*book, more, None)
    assert first < len(asked) <= first + 2  # about each end of the link
    assert again.rows == compare(*book, more).rows


def test_a_text_and_its_translation_is_kept_by_its_languages(article, monkeypatch):
    across = Translation(("en", "de"))
    aligned = compare_as_kept(*article, NOTHING, across)
    listed = Translation(("en", "de"), (("one", "eins"),))
    compare_as_kept(*article, NOTHING, listed)
    assert len(list(alignments_folder().iterdir())) == 2
    aligning_fails(monkeypatch)
    assert compare_as_kept(*article, NOTHING, across).rows == aligned.rows


def test_articles_are_not_kept(article):
    compare_as_kept(*article, NOTHING, None)
    assert not alignments_folder().exists()


def test_where_it_cannot_be_told_what_has_a_say_nothing_is_kept(book, monkeypatch):
    def untold(*_):
        raise kept_alignments.NotToldError

    monkeypatch.setattr(kept_alignments, "pair_key", untold)
    assert compare_as_kept(*book, NOTHING, None).rows == compare(*book).rows
    assert not alignments_folder().exists()


@pytest.mark.parametrize("damage", [lambda data: data[:-9], lambda data: data[:80]])
def test_what_is_damaged_is_aligned_anew(book, damage):
    made = compare_as_kept(*book, NOTHING, None)
    (path,) = alignments_folder().iterdir()
    path.write_bytes(damage(path.read_bytes()))
    assert compare_as_kept(*book, NOTHING, None).rows == made.rows
