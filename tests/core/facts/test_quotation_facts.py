"""Quotation marks gained or lost, and other words between them."""

import pytest

from tui_app.core.comparison import compare_texts
from tui_app.core.differences.row_differences import differences
from tui_app.core.kinds import Kind


def test_a_short_quotation_is_marked_whole(facts):
    left, right = "He called it reckless and left.", 'He called it "reckless" and left.'
    assert facts(left, right) == [("quote", "reckless", '"reckless"')]


def test_of_a_long_quotation_the_marks_are_marked(facts):
    left = '"We shall never leave this house," the old man said.'
    right = "We shall never leave this house, the old man said."
    assert facts(left, right) == [("quote", '"', None), ("quote", '"', None)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“We won,” he said.", '"We won," he said.'),
        ("He spoke of ‘waste’.", "He spoke of “waste”."),
        ('"We won," said the captain.', 'The captain said: "We won."'),
        ("The players' union met.", "The union of the players met."),
        ("He didn't go.", "He didn’t go."),
        ('He called it "waste".', "He called it „waste“."),
        ("He said: »We won«, and left.", "He said: „We won“, and left."),
        ("He said: « We won », and left.", "He said: »We won«, and left."),
    ],
)
def test_the_form_of_the_marks_is_no_fact(facts, left, right):
    assert facts(left, right) == []


def test_other_words_between_marks_are_a_fact(facts):
    left, right = '"The sea is calm," he said.', '"The sea is rough," he said.'
    assert facts(left, right) == [("quote", "calm", "rough")]


def test_the_same_change_outside_the_marks_is_none(facts):
    left, right = 'The calm man said "no".', 'The tired man said "no".'
    assert facts(left, right) == []


def test_a_quotation_that_goes_on_beyond_the_passage_is_one(facts):
    left, right = 'He said: "The sea is calm.', 'He said: "The sea is rough.'
    assert facts(left, right) == [("quote", "calm", "rough")]


def test_words_changed_inside_marks_come_pair_by_pair(facts):
    left = 'He said "the old plan will fail badly" and left the town.'
    right = 'He said "the new scheme will fail badly" and left the town.'
    assert facts(left, right) == [("quote", "old", "new"), ("quote", "plan", "scheme")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Northern Lights", "Winter Journey"),
        ("dead on arrival", "going nowhere"),
        ("fell asleep", "gave up"),
    ],
)
def test_a_quotation_of_other_words_altogether_is_one_fact(facts, one, other):
    left, right = (
        f'The critic called it "{words}" last week.' for words in (one, other)
    )
    assert facts(left, right) == [("quote", one, other)]


def test_an_opposite_between_marks_is_another_quotation(facts):
    left, right = 'He calls it "a good plan".', 'He calls it "a bad plan".'
    assert facts(left, right) == [("quote", "good", "bad")]


def test_a_known_name_in_a_quotation_stays_a_name(facts):
    left, right = '"Go to Paris," she said.', '"Go to Berlin," she said.'
    assert facts(left, right) == [("name", "Paris", "Berlin")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“No boat may leave the harbour before noon,” she said.",
         "“The harbour is closed to all traffic until midday,” she said."),
        ("“We cannot build on such ground,” she said.",
         "“Such ground is nothing for us to build on,” she said."),
        ("“The tide took our boat out of the bay,” she said.",
         "“A storm carried off everything we had there,” she said."),
    ],
)  # fmt: skip
def test_a_quotation_told_anew_as_a_whole_is_other_words(facts, left, right):
    assert facts(left, right) == []


def test_a_quotation_told_anew_without_a_common_word_is_one_change():
    left, right = "the tide took our boat out of the bay", "a storm carried off the lot"
    found = differences(f"She said “{left}” again.", f"She said “{right}” again.")
    assert [one.kind for one in found] == [Kind.WORDING]


def quotations(left: str, right: str):
    return [
        (one.left and left[slice(*one.left)], one.quotation)
        for one in differences(left, right)
    ]


def test_what_differs_in_a_quotation_told_anew_has_its_number():
    left = (
        "The guide said: “No boat may leave the harbour before noon.” “We sold it all"
        " because nobody came to swim,” said the host."
    )
    right = (
        "The guide said: “The harbour is closed to all traffic until midday.” “Because"
        " no one would swim we gave it all away,” said the hostess."
    )
    found = dict(quotations(left, right))
    assert found["No boat may leave"] == 0
    assert found["nobody came to"] == 1
    assert found["host"] is None


def test_a_fact_in_a_quotation_told_anew_is_none_of_its_other_words():
    left = "“No boat may leave the harbour before five days are over,” she said."
    right = "“The harbour is closed to all traffic for seven days,” she said."
    assert dict(quotations(left, right))["five"] is None


def test_a_quotation_edited_and_words_outside_have_no_number():
    left = "“We will repaint every boat in the bay,” she said to them."
    right = "“We will repaint every shed in the bay,” she told them."
    assert {number for _, number in quotations(left, right)} == {None}


def test_a_word_changed_in_a_quotation_kept_otherwise_is_a_fact(facts):
    left = "“We will repaint every boat in the bay,” she said."
    right = "“We will repaint every shed in the bay,” she said."
    assert facts(left, right) == [("quote", "boat", "shed")]


def test_in_a_retelling_words_of_half_a_quotation_are_no_fact(facts, retold_facts):
    left = "“We will soon repaint every boat in this bay,” she said."
    right = "“Every boat in here gets new paint before long,” she said."
    assert retold_facts(left, right) == []
    other = "“We will soon sell each boat in this bay,” she said."
    assert facts(left, other)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“She keeps the light in the tower,” he said.",
         "“She keeps the light of the tower,” he said."),
        ("“She keeps the light in the tower,” he said.",
         "“She kept the light in the tower,” he said."),
    ],
)  # fmt: skip
def test_in_a_retelling_grammar_inside_marks_is_no_fact(retold_facts, left, right):
    assert retold_facts(left, right) == []


def test_in_a_retelling_a_word_of_a_kept_quotation_is_a_fact(retold_facts):
    left = "“She keeps the light in the tower,” he said."
    right = "“She keeps the cattle in the tower,” he said."
    assert retold_facts(left, right) == [("quote", "light", "cattle")]


PLAIN = [
    "The cook called it a feast.",
    "Then the guest asked for more of it.",
    "The host laughed and filled the bowl.",
]

QUOTED = [
    "The cook called it “a feast”.",
    "Then the guest asked for “more of it”.",
    "The host laughed and filled the bowl.",
]


def test_one_document_without_marks_is_no_fact_row_by_row():
    found = compare_texts(" ".join(PLAIN), " ".join(QUOTED))
    kinds = {one.kind for row in range(3) for one in found.differences(row)}
    assert kinds == {Kind.PUNCTUATION}


def test_marks_lost_are_facts_where_the_document_has_others():
    mixed = [PLAIN[0], *QUOTED[1:]]
    found = compare_texts(" ".join(mixed), " ".join(QUOTED))
    assert [one.kind for one in found.differences(0)] == [Kind.QUOTE]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ('The board is 31" wide.', "The board is 31″ wide."),
        ('He called the 31" board "too wide".', "He called the 31″ board “too wide”."),
        ('"The board is 31" wide," he said.', "“The board is 31″ wide,” he said."),
        ("Sie nannte es ,,Mumpitz“ und ging.", "Sie nannte es „Mumpitz“ und ging."),
    ],
)  # fmt: skip
def test_inches_and_low_commas_are_read_as_what_they_are(facts, left, right):
    assert facts(left, right) == []


def test_a_word_set_apart_by_low_commas_is_quoted(facts):
    left, right = (
        "Sie nannte es ,,Mumpitz“ und ging.",
        "Sie nannte es Mumpitz und ging.",
    )
    assert [kind for kind, *_ in facts(left, right)] == ["quote"]
