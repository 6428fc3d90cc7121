"""What is shown of a row between two languages: few marks, each worth a look."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.facts.across.pair_of_languages import (
    PairOfLanguages,
    pair_of_languages,
)
from tui_app.core.facts.across.row_across import differences_across
from tui_app.core.facts.across.translated_row import TranslatedRow

Shown = list[tuple[str, str | None, str | None]]


def shown(left: str, right: str, pair: PairOfLanguages) -> Shown:
    """Return kind and words of what is told of a row."""
    return [
        (
            str(one.kind),
            left[slice(*one.left)] if one.left else None,
            right[slice(*one.right)] if one.right else None,
        )
        for one in differences_across(TranslatedRow(left, right), pair)
    ]


NOTHING_KNOWN = PairOfLanguages(("de", "en"))

# Forty rows in which everything is kept, as a careful translator does.
KEPT = [
    *[("Petrow ging am Abend nach Moskau.", "Petrov went to Moscow at night.")] * 6,
    *[("Und Petrow schwieg den ganzen Abend.", "And Petrov was silent all night.")] * 6,
    *[("Das ist nicht wahr, das weiß ich.", "That is not true, I know that.")] * 22,
    *[("„Komm“, sagte sie leise zu ihm.", "“Come,” she said softly to him.")] * 6,
    *[("Wer hat das gesagt, und wann?", "Who has said that, and when?")] * 12,
]


@pytest.fixture(scope="module", name="careful")
def _careful() -> PairOfLanguages:
    return pair_of_languages(KEPT, ("de", "en"))


def test_other_words_are_no_difference(careful: PairOfLanguages) -> None:
    for left, right in KEPT:
        assert shown(left, right, careful) == []
    assert shown("Es regnete den ganzen Tag.", "It poured all day.", careful) == []


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (
            "Am Montag kam der Brief.",
            "The letter came on Tuesday.",
            ("date", "Montag", "Tuesday"),
        ),
        ("Im März kam der Brief.", "It came in May 1956.", ("date", "März", "May")),
        (
            "Gestern kam der Brief.",
            "The letter came today.",
            ("date", "Gestern", "today"),
        ),
    ],
)
def test_another_day_is_told(left: str, right: str, told: tuple[str, str, str]) -> None:
    assert told in shown(left, right, NOTHING_KNOWN)


def test_the_same_day_is_not_told() -> None:
    pair = PairOfLanguages(("zh", "en"))
    assert shown("他5月28日星期三到。", "He came on Wednesday, May 28.", pair) == []


def test_a_name_for_another_is_told(careful: PairOfLanguages) -> None:
    left, right = "Doch dann ging Petrow wieder fort.", "But then Kandinov left again."
    assert shown(left, right, careful) == [("name", "Petrow", "Kandinov")]


def test_a_name_that_a_pronoun_stands_for_is_not_told() -> None:
    rows = [*KEPT, *[("Petrow lachte laut.", "He laughed out loud.")] * 5]
    pair = pair_of_languages(rows, ("de", "en"))
    assert shown("Petrow lachte laut.", "He laughed out loud.", pair) == []


def test_a_translated_name_is_not_told() -> None:
    rows = [("Deutschland lag im Schnee.", "All Germany lay in snow.")] * 12
    pair = pair_of_languages(rows, ("de", "en"))
    assert shown(*rows[0], pair) == []


def test_chinese_names_are_known_by_their_sound() -> None:
    rows = [
        *[("王琦瑶走进屋里。", "Then Wang Qiyao came into the room.")] * 5,
        *[("天下着雨。", "It was raining.")] * 30,
    ]
    pair = pair_of_languages(rows, ("zh", "en"))
    assert "琦瑶" in pair.names.left
    left, right = "王琦瑶走进屋里。", "Then Li Meiling came into the room."
    assert ("name", "琦瑶", "Meiling") in shown(left, right, pair)


def test_a_negator_lost_is_told_where_the_pair_keeps_them(
    careful: PairOfLanguages,
) -> None:
    left, right = "Sie kam heute nicht nach Hause.", "She came home today."
    assert shown(left, right, careful) == [("negation", "nicht", None)]
    assert shown(left, right, NOTHING_KNOWN) == []


@pytest.mark.parametrize(
    "right", ["She stayed away today.", "Did she come?", "Nobody saw her come."]
)
def test_what_may_deny_answers_a_negator(careful: PairOfLanguages, right: str) -> None:
    told = shown("Sie kam heute nicht nach Hause.", right, careful)
    assert "negation" not in [kind for kind, *_ in told]


def test_quotation_marks_lost_are_told(careful: PairOfLanguages) -> None:
    left, right = "Er nannte sie „Mutter“, obwohl.", "He called her mother, though."
    assert shown(left, right, careful) == [
        ("quote", "„", None),
        ("quote", "“", None),
    ]


def test_marks_of_another_custom_are_none_lost(careful: PairOfLanguages) -> None:
    left = "„Komm“, sagte sie leise zu ihm."
    for right in ("«Come,» she said softly.", "— Come, she said to him."):
        assert shown(left, right, careful) == []


def test_a_text_without_marks_has_none_to_lose() -> None:
    rows = [("„Komm“, sagte sie zu ihm.", "Come, she said to him.")] * 12
    assert shown(*rows[0], pair_of_languages(rows, ("de", "en"))) == []


def test_a_question_that_is_none_is_told(careful: PairOfLanguages) -> None:
    told = shown("Wer kommt morgen mit?", "They come along tomorrow.", careful)
    assert told == [("punctuation", "?", ".")]


def test_a_call_is_the_translators_choice(careful: PairOfLanguages) -> None:
    assert shown("Komm doch bald nach Haus!", "Come home soon now.", careful) == []


def test_questions_are_asked_with_marks_of_many_scripts() -> None:
    for languages, left, right in (
        (("el", "en"), "Ποιος ήρθε χθες;", "Who came yesterday?"),
        (("ar", "en"), "من جاء أمس؟", "Who came yesterday?"),
        (("zh", "en"), "“谁来了？”", "“Who came?”"),
        (("es", "en"), "¿Quién vino ayer?", "Who came yesterday?"),
    ):
        assert shown(left, right, PairOfLanguages(languages)) == []


def test_words_left_as_they_are_are_told() -> None:
    left = "Das ist aber eine lange Geschichte für Kinder."
    right = "This is aber eine lange Geschichte for children."
    assert shown(left, right, NOTHING_KNOWN) == [
        ("untranslated", "aber eine lange Geschichte", "aber eine lange Geschichte")
    ]
    pair = PairOfLanguages(("zh", "en"))
    assert shown("他走进了那间屋子。", "He 走进了那间 room.", pair) == [
        ("untranslated", "走进了那间", "走进了那间")
    ]


def test_names_in_both_texts_are_translated() -> None:
    left = "Harry van de Laar und Pieter de Haes kamen."
    right = "Harry van de Laar and Pieter de Haes came."
    assert shown(left, right, NOTHING_KNOWN) == []


def test_doubled_spaces_are_told() -> None:
    assert shown("Es  war spät.", "It was late.", NOTHING_KNOWN) == [
        ("punctuation", "  ", None)
    ]
    assert shown("Es war so.  Ja.", "It was so. Yes.", NOTHING_KNOWN) == []


def test_a_side_far_too_short_is_told() -> None:
    rows = [
        ("x" * length + ".", "y" * (length + length // 20 + length % 7) + ".")
        for length in range(40, 120)
    ]
    pair = pair_of_languages(rows, ("de", "en"))
    assert all(shown(left, right, pair) == [] for left, right in rows)
    long = "Es war ein langer Satz, der vieles sagte, und noch mehr."
    assert shown(long * 2, "A long one.", pair) == [("length", "mehr", "one")]


text = st.text(alphabet="ab 12.,?!„“\"一二十万nt'–", max_size=60)


@given(text, text)
def test_marks_stand_in_their_passages_and_apart(left: str, right: str) -> None:
    pair = PairOfLanguages(("zh", "en"))
    found = differences_across(TranslatedRow(left, right), pair)
    for passage, spans in (
        (left, [one.left for one in found if one.left]),
        (right, [one.right for one in found if one.right]),
    ):
        for span in spans:
            assert 0 <= span.start < span.end <= len(passage)
        ordered = sorted(spans)
        assert all(one.end <= other.start for one, other in pairwise(ordered))


@given(text, text)
def test_exchanging_the_sides_mirrors_what_is_told(left: str, right: str) -> None:
    here = differences_across(TranslatedRow(left, right), PairOfLanguages(("zh", "en")))
    there = differences_across(
        TranslatedRow(right, left), PairOfLanguages(("en", "zh"))
    )
    assert {(one.kind, one.left, one.right) for one in here} == {
        (one.kind, one.right, one.left) for one in there
    }
