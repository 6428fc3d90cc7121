"""One row a kind says what it is called and what it looks like."""

from tui_app.core.kinds import ALL_KINDS, FACTS, KINDS, LETTERED, WEIGHT, Kind


def test_every_kind_has_its_row_and_a_name_of_its_own():
    assert set(KINDS) == ALL_KINDS == set(Kind)
    assert len({traits.name for traits in KINDS.values()}) == len(KINDS)


def test_facts_weigh_more_than_everything_else():
    by_weight = sorted(Kind, key=WEIGHT.__getitem__)
    assert set(by_weight[: len(FACTS)]) == FACTS


def test_only_words_that_stand_for_each_other_have_letters_to_compare():
    assert {
        Kind.WORDING,
        Kind.INFLECTION,
        Kind.SPELLING,
        Kind.CASE,
    } == LETTERED


def test_the_values_are_those_of_the_interchange_format():
    facts = {"number", "date", "name", "quote", "negation", "modality"}
    assert {str(kind) for kind in FACTS} == facts
    others = {"added", "removed", "wording", "inflection", "spelling", "case"}
    assert {str(kind) for kind in ALL_KINDS - FACTS} == others | {
        "punctuation",
        "label",
        "order",
        "untranslated",
        "length",
    }
