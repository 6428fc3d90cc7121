"""Names: another person, place or body is a fact, another form of a name is none."""

import pytest

from tui_app.core.collation.collate import collate
from tui_app.core.english.transliteration import plain, transliterated
from tui_app.core.facts.evidence import evidence_of
from tui_app.core.facts.fact_rules import find_facts


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Then Ma said no.", "Then Ma Zhaoxu said no."),
        ("They met Bachelet there.", "They met High Commissioner Bachelet there."),
        ("The EU agreed.", "The European Union agreed."),
        ("The UN agreed.", "The United Nations agreed."),
        ("The German army left.", "Germany's army left."),
        ("The talks with Moscow failed.", "The talks with Russia failed."),
        ("He met the U.S. envoy.", "He met the American envoy."),
        ("Then Qadeer spoke.", "Then Qadir spoke."),
        ("Then Aleksei Orlov spoke.", "Then Alexei Orlov spoke."),
        ("Then Angela Merkel spoke.", "Then she spoke."),
        ("The World Health Organization met.", "The WHO met."),
        ("He works for the Office of Fair Trading.", "He works for the OFT."),
        ("The Health Ministry spoke.", "The ministry of health spoke."),
        ("The Prime Minister spoke.", "The Premier spoke."),
    ],
)
def test_another_form_of_a_name_is_no_fact(facts, left, right):
    assert facts(left, right) == []


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("They met Olaf Scholz in town.", "They met Angela Merkel in town.",
         ("Olaf Scholz", "Angela Merkel")),
        ("The man from Lyon left.", "The man from Nantes left.", ("Lyon", "Nantes")),
        ("John Miller was chosen.", "James Miller was chosen.", ("John", "James")),
        ("The World Bank warned them.", "The International Monetary Fund warned them.",
         ("World Bank", "International Monetary Fund")),
        ("The Japanese team won.", "The Korean team won.", ("Japanese", "Korean")),
        ("They flew to Austria.", "They flew to Australia.", ("Austria", "Australia")),
        ("They flew to Tel Aviv.", "They flew to Jerusalem.",
         ("Tel Aviv", "Jerusalem")),
        ("His sister won.", "His brother won.", ("sister", "brother")),
        ("The interior minister left.", "The foreign minister left.",
         ("interior", "foreign")),
    ],
)  # fmt: skip
def test_another_bearer_is_marked_on_the_name(facts, left, right, words):
    assert facts(left, right) == [("name", *words)]


def test_a_name_is_found_across_active_and_passive(facts):
    left, right = "Omega donated the prize.", "The prize was donated by Rolex."
    assert facts(left, right) == [("name", "Omega", "Rolex")]


def fact_kinds(left, right, documents):
    evidence = evidence_of(*documents)
    return [str(one.kind) for one in find_facts(collate(left, right), evidence).facts]


def test_two_parts_of_a_name_known_from_the_documents_are_no_fact():
    documents = "Here Michelle Bachelet spoke.", "Michelle Bachelet was there."
    left, right = "Then Michelle left.", "Then Bachelet left."
    assert fact_kinds(left, right, documents) == []
    assert fact_kinds(left, right, ("", "")) == ["name"]


def test_an_acronym_explained_in_the_documents_is_no_fact():
    text = "The Civic Forum of Zlin (ODS) met."
    left, right = "Then the ODS left.", "Then the Civic Forum left."
    assert fact_kinds(left, right, (text, text)) == []


def test_the_documents_tell_whether_a_capital_is_that_of_a_name():
    left, right = "Lermontov wept.", "Goncharov wept."
    told = "We met Lermontov there.", "We met Goncharov there."
    assert fact_kinds(left, right, told) == ["name"]
    assert fact_kinds("Costs rose.", "Prices rose.", told) == []


def test_headlines_are_not_full_of_names(facts):
    left = "Minister Presents Ambitious Plan For Rural Schools"
    right = "Minister Unveils Bold Plan For Rural Schools"
    assert facts(left, right) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("qadeer", "qadir", True),
        ("korolev", "korloyov", True),
        ("tsirkon", "zircon", True),
        ("karvinsko", "karvina", True),
        ("jansen", "hansen", False),
        ("iran", "iraq", False),
        ("smith", "jones", False),
        ("li", "le", False),
    ],
)
def test_spellings_of_one_name_are_told_from_two_names(one, other, expected):
    assert transliterated(one, other) is expected
    assert transliterated(other, one) is expected


def test_accents_stops_and_case_do_not_make_another_name():
    assert plain("Müller") == plain("MULLER")
    assert plain("U.S.") == "us"


def test_a_word_spelled_as_no_english_noun_is_a_name_at_the_head_of_a_sentence(facts):
    left, right = "Okonkwo came second.", "Adeyemi came second."
    assert facts(left, right) == [("name", "Okonkwo", "Adeyemi")]


def test_a_noun_taken_from_another_language_is_no_name(facts):
    assert facts("Media reported the arrest.", "Radio reported the arrest.") == []
