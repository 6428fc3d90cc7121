"""A number is told where the other language says it in no form, and not otherwise."""

from __future__ import annotations

import pytest

from tui_app.core.facts.across.number_marks import number_marks
from tui_app.core.facts.across.said_numbers import said_numbers
from tui_app.core.facts.across.translated_row import TranslatedRow


def marked(
    left: str, right: str, languages: tuple[str, str], around: str = ""
) -> list[tuple[str, str | None, str | None]]:
    """Return kind and words of what is told of a row."""
    row = TranslatedRow(left, right, "", around)
    return [
        (
            str(one.kind),
            left[slice(*one.left)] if one.left else None,
            right[slice(*one.right)] if one.right else None,
        )
        for one in number_marks(row, languages)
    ]


SAME = """
de | Es waren 1.234,5 Meter.            | en | It was 1,234.5 metres.
de | Rund 1,3 Milliarden Menschen.      | zh | 约13亿人。
fr | Il a 45 000 habitants.             | en | It has 45,000 inhabitants.
fr | quatre-vingt-dix-sept hommes       | de | siebenundneunzig Männer
en | Some 1.2 million people            | zh | 大约120万人
en | ten thousand soldiers of the 12th  | zh | 第十二军的一万士兵
en | It costs 12,34,567 rupees.         | de | Es kostet 1.234.567 Rupien.
ar | كان هناك ٤٥ رجلا                    | en | There were 45 men.
hi | वहाँ १२३ लोग थे                      | en | There were 123 people.
th | มี ๒๕๐ คน                           | en | There were 250 people.
hu | Ezer éve, 1526-ban                 | en | A thousand years ago, in 1526
de | Beide kamen um 14 Uhr.             | en | The two came at 2 pm.
de | in den achtziger Jahren            | en | in the 80s
de | der letzte Achttausender           | fr | le dernier « 8000 »
en | four decades of rain               | zh | 四十年的雨
en | a dozen eggs                       | ru | 12 яиц
en | in the 18th century                | it | nel XVIII secolo
en | It was 2½ metres deep.             | fr | Il y avait 2,5 mètres d'eau.
en | In 1914-18 they fought.            | de | 1914 bis 1918 kämpften sie.
en | On 5/28/1956 it rained.            | de | Am 28. Mai 1956 regnete es.
zh | 五十两银子                          | en | fifty taels of silver
zh | 一百多亿年前                        | en | more than ten billion years ago
en | sixty feet high                    | de | 18 Meter hoch
zh | 三二十个孩子                        | en | some twenty or thirty children
zh | 体重六十公斤                        | en | a weight of 132 pounds
zh | 二十英尺的天线                      | en | the six-meter antenna
en | one of the men                     | de | ein Mann von ihnen
en | [12] As he says                    | de | Wie er sagt
"""


@pytest.mark.parametrize("line", SAME.strip().splitlines())
def test_one_value_in_two_languages_is_no_difference(line: str) -> None:
    ours, left, theirs, right = map(str.strip, line.split("|"))
    assert marked(left, right, (ours, theirs)) == []
    assert marked(right, left, (theirs, ours)) == []


DIFFERENT = """
de en, number, 13, 30       | Es waren 13 Häuser.    | There were 30 houses.
de fr, number, Sechs, Cinq  | Sechs Männer kamen.    | Cinq hommes vinrent.
de fr, date, 1938, 1937     | seit 1938 so genannt   | appelé ainsi depuis 1937
zh en, number, 三百二十一, 312 | 他有三百二十一本书。 | He has 312 books.
en zh, date, 28, 26         | They met on 28 May.    | 他们5月26日见面。
hu en, number, 7422, 7242   | A 7422 méteres csúcs   | the peak of 7242 metres
ar en, number, ٤٥, 54       | كان هناك ٤٥ رجلا        | There were 54 men.
en de, number, 2 million, 2 Milliarden | He paid 2 million. | Er zahlte 2 Milliarden.
"""


@pytest.mark.parametrize("line", DIFFERENT.strip().splitlines())
def test_another_value_is_told_with_both_sides(line: str) -> None:
    told, left, right = map(str.strip, line.split("|"))
    languages, kind, here, there = map(str.strip, told.split(","))
    ours, theirs = languages.split()
    assert marked(left, right, (ours, theirs)) == [(kind, here, there)]
    assert marked(right, left, (theirs, ours)) == [(kind, there, here)]


def test_a_figure_that_one_side_alone_has_is_told() -> None:
    assert marked("Der Makalu (8481 m)", "Le Makalu", ("de", "fr")) == [
        ("number", "8481", None)
    ]


def test_what_stands_in_the_next_passage_is_no_difference() -> None:
    left, right = "Er kam 1956 an.", "Il arriva."
    assert marked(left, right, ("de", "fr"))
    assert not marked(left, right, ("de", "fr"), around="C'était en 1956.")


def test_a_small_number_in_a_language_not_read_tells_nothing() -> None:
    assert marked("Három ember jött.", "3 people came.", ("hu", "en")) == []
    assert marked("Sok ember jött.", "40 people came.", ("hu", "en")) == []


def test_characters_that_guess_are_no_number() -> None:
    assert marked("七八个人来了。", "Some people came.", ("zh", "en")) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1.234", {1234.0, 1.234}),
        ("1,234,567", {1234567.0}),
        ("12.5", {12.5}),
        ("1'000", {1000.0}),
        ("1 000 000", {1000000.0}),
        ("1.234,56", {1234.56}),
        ("0,5", {0.5}),
    ],
)
def test_figures_mean_all_they_may(text: str, values: set[float]) -> None:
    (number,) = said_numbers(text, "und")
    assert number.readings == values
