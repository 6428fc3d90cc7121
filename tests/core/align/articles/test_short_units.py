"""Short units meet their edited counterparts where they stand, and stay there."""

from __future__ import annotations

import pytest

from tui_app.core.align.articles.placed_links import placed_links
from tui_app.core.align.settled import Settled
from tui_app.core.comparison import compare_texts
from tui_app.core.segmentation import segment


@pytest.fixture(name="rows")
def _rows():
    """Return the rows of two texts as pairs of what their units say."""

    def rows_of(left, right, unit="sentence"):
        found = compare_texts(left, right, unit)

        def said(document, numbers):
            return " / ".join(document.unit_text(number) for number in numbers)

        assert not any(row.moved for row in found.rows)
        return [
            (said(found.left, row.left), said(found.right, row.right))
            for row in found.rows
        ]

    return rows_of


def test_lines_of_a_programme_meet_though_all_hours_changed(rows):
    left = "School fête\n\n9:00 Welcome\n9:15 Choir\n10:00 Races\n10:30 Cake and tea"
    right = "School fête\n\n9:15 Welcome\n9:30 Choir\n10:15 Races\n10:45 Cake and tea"
    assert rows(left, right) == list(
        zip(left.split("\n")[:1] + left.split("\n")[2:], _lines(right), strict=True)
    )


def _lines(text):
    return [line for line in text.split("\n") if line]


def test_a_dateline_and_a_byline_meet_what_was_made_of_them(rows):
    story = "A storm tore the roofs from {} houses on the coast in the night to Friday."
    left = ["Storm on the coast", "By Mia Holm", "4 June 2021", story.format("forty")]
    right = ["Storm on the coast", "By Mia Holm and Per Dahl", "5 June 2021"]
    right.append(story.format("fifty"))
    found = rows("\n\n".join(left), "\n\n".join(right))
    assert found == list(zip(left, right, strict=True))


def test_a_date_is_no_counterpart_of_a_byline(rows):
    story = "A storm tore the roofs from forty houses on the coast in the night."
    found = rows(
        f"Storm on the coast\n\nBy Mia Holm\n\n{story}",
        f"Storm on the coast\n\n5 June 2021\n\n{story}",
    )
    assert ("By Mia Holm", "") in found
    assert ("", "5 June 2021") in found


def test_an_answer_of_a_word_meets_the_other_answer(rows):
    left = "“Is he in?”\n\n“No.”\n\n“Where is he then?”\n\n“Out.”"
    right = "“Is he in?”\n\n“Yes.”\n\n“Where is he then?”\n\n“Upstairs.”"
    assert rows(left, right) == list(zip(_lines(left), _lines(right), strict=True))


def test_a_line_between_two_pairs_of_linked_lines_is_in_one_bead():
    said = "Ada. Yes. Ben. Ada. No. Ben.", "Ada. Now. Ben."
    documents = tuple(segment(text, None, "sentence") for text in said)
    texts = tuple(
        [document.unit_text(unit) for unit in range(len(document.units))]
        for document in documents
    )
    links = {(0, 0), (2, 2), (3, 0), (5, 2)}
    placed = placed_links(documents, texts, links, Settled())
    assert placed == {(1, 1): 0.6}


def test_a_line_said_again_keeps_its_place_and_takes_no_other_with_it(rows):
    left = ["Rain fell.", "The road was wet.", "The car slid.", "Nobody spoke."]
    right = [*left[:2], "Rain fell.", *left[2:]]
    found = rows(" ".join(left), " ".join(right))
    assert found == [
        *((line, line) for line in left[:2]),
        ("", "Rain fell."),
        *((line, line) for line in left[2:]),
    ]


def test_a_refrain_makes_a_row_of_its_own_each_time(rows):
    left = ["Row, row.", "The boat is old.", "Row, row.", "The lake is wide."]
    right = [*left[:3], "The oar is broken.", *left[2:]]
    found = rows("\n".join(left), "\n".join(right), "line")
    assert sorted(found) == sorted(
        [*((line, line) for line in left), ("", left[2]), ("", "The oar is broken.")]
    )


@pytest.mark.parametrize("number", ["Table {}. ", "{}) ", "Step {}: ", "({}) "])
def test_an_inserted_numbered_line_does_not_take_the_next_one(rows, number):
    old = ["Rain by month.", "Snow by month.", "Storms."]
    new = [old[0], "Frost.", *old[1:]]
    left, right = (
        [number.format(place) + line for place, line in enumerate(lines, 1)]
        for lines in (old, new)
    )
    assert rows("\n".join(left), "\n".join(right), "line") == [
        (left[0], right[0]),
        ("", right[1]),
        (left[1], right[2]),
        (left[2], right[3]),
    ]


def test_headings_that_are_numbers_only_meet_by_their_numbers(rows):
    left = "CHAPTER I.\n\nThe ship sailed.\n\nCHAPTER II.\n\nThe storm broke."
    right = left.replace(
        "CHAPTER II", "CHAPTER II.\n\nThe cook fell ill.\n\nCHAPTER III"
    )
    found = rows(left, right)
    assert ("CHAPTER II.", "CHAPTER II.") in found
    assert ("", "CHAPTER III.") in found


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            ["Tea 2.50", "Coffee 3.00", "Cake 4.20", "Water 1.00"],
            ["Tea 2.80", "Coffee 3.20", "Cake 4.20", "Juice 2.00", "Water 1.20"],
        ),
        (
            ["Mon 9:00 Latin", "Mon 10:00 Greek", "Mon 11:00 Logic", "Tue 9:00 Art"],
            [
                *("Mon 9:00 Latin", "Mon 10:00 Greek", "Mon 11:00 Logic"),
                *("Mon 12:00 Chemistry", "Tue 10:00 Art"),
            ],
        ),
    ],
)
def test_prices_and_hours_that_lines_share_do_not_tie_them(rows, left, right):
    found = rows("\n".join(left), "\n".join(right), "line")
    assert found == [
        *zip(left[:3], right[:3], strict=True),
        ("", right[3]),
        (left[3], right[4]),
    ]
