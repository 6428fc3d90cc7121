"""A term said in two ways is told with both and their rows."""

from __future__ import annotations

from tui_app.core.facts.across.terms import (
    LinkedRow,
    Rendering,
    Term,
    terms_said_otherwise,
)


def rows(*words: tuple[str, str]) -> list[LinkedRow]:
    """Return a row for each pair of words."""
    return [LinkedRow(number, [pair]) for number, pair in enumerate(words)]


ONE_WAY = [("Gletscher", "glacier")] * 6


def test_a_term_with_one_way_is_not_told() -> None:
    assert terms_said_otherwise(rows(*ONE_WAY), ("de", "fr")) == ()


def test_a_term_with_two_ways_is_told_with_its_rows() -> None:
    linked = rows(*ONE_WAY, *[("Gletscher", "névé")] * 3)
    assert terms_said_otherwise(linked, ("de", "fr")) == (
        Term(
            "left",
            "Gletscher",
            9,
            (
                Rendering("glacier", tuple(range(6)), {("gletscher", "glacier")}),
                Rendering("névé", (6, 7, 8), {("gletscher", "névé")}),
            ),
        ),
    )


def test_it_is_told_from_the_other_side_too() -> None:
    linked = rows(*[("Grat", "arête")] * 4, *[("Kamm", "arête")] * 3)
    (term,) = terms_said_otherwise(linked, ("de", "fr"))
    assert (term.side, term.words) == ("right", "arête")
    assert [way.words for way in term.renderings] == ["Grat", "Kamm"]


def test_forms_of_a_word_are_one_way() -> None:
    linked = rows(
        *ONE_WAY, *[("Gletschern", "glaciers")] * 4, *[("Gletschers", "glaciers")] * 3
    )
    assert terms_said_otherwise(linked, ("de", "fr")) == ()


def test_a_slip_is_no_way() -> None:
    linked = rows(*ONE_WAY, *[("Gletscher", "névé")] * 2)
    assert terms_said_otherwise(linked, ("de", "fr")) == ()


def test_a_word_for_many_things_is_no_way() -> None:
    linked = rows(
        *ONE_WAY,
        *[("Gletscher", "endroit")] * 3,
        *[("Platz", "endroit")] * 3,
        *[("Ort", "endroit")] * 3,
    )
    told = terms_said_otherwise(linked, ("de", "fr"))
    assert [term.words for term in told if term.side == "left"] == []


def test_small_words_are_no_terms() -> None:
    linked = rows(*[("und", "et")] * 6, *[("und", "puis")] * 6)
    assert terms_said_otherwise(linked, ("de", "fr")) == ()


def test_terms_of_scripts_without_spaces() -> None:
    linked = rows(*[("山", "mountain")] * 5, *[("山", "peak")] * 4)
    (term,) = terms_said_otherwise(linked, ("zh", "en"))
    assert [len(way.rows) for way in term.renderings] == [5, 4]
