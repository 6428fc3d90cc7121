"""Numbers: another amount is a fact, another way to write it is none."""

import pytest

from tui_app.core.facts.numbers.numerals import figures
from tui_app.core.facts.passage import parts


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("It has 5 rooms.", "It has five rooms."),
        ("About 1,000 came.", "About 1000 came."),
        ("It grew by 50%.", "It grew by 50 percent."),
        ("It grew by half.", "It grew by 50 per cent."),
        ("They paid $1.5m for it.", "They paid 1.5 million dollars for it."),
        ("They paid €20m for it.", "They paid 20 million euros for it."),
        ("He got half a million votes.", "He got 500,000 votes."),
        ("It took an hour and a half.", "It took 90 minutes."),
        ("It lasted two decades.", "It lasted 20 years."),
        ("It lasted a century.", "It lasted 100 years."),
        ("It was the worst in half a century.", "It was the worst in 50 years."),
        ("He scored his 10th goal.", "He scored his tenth goal."),
        ("They won 2-1.", "They won by two goals to one."),
        ("A 25-year-old man died.", "A man aged 25 died."),
        ("The hill is 3 km away.", "The hill is 3,000 metres away."),
        ("Some 40 people came.", "40 people came."),
        ("Nearly 40 people came.", "Around 40 people came."),
        ("At least 40 people came.", "No fewer than 40 people came."),
        ("More than 40 people came.", "Over 40 people came."),
        ("He spoke over two hours.", "He spoke two hours."),
        ("Some people left.", "Certain people left."),
        ("A pair of gloves was found.", "Two gloves were found."),
        ("A dozen eggs broke.", "Twelve eggs broke."),
        ("Two thirds agreed.", "2/3 agreed."),
        ("It cost 2½ dollars.", "It cost 2.5 dollars."),
        ("Between one hundred and two hundred came.", "Between 100 and 200 came."),
        ("Every child sang.", "All children sang."),
        ("One in three voted.", "A third voted."),
        ("Two of the three men fled.", "The men, two out of three, fled."),
        ("Both men declined to speak.", "Neither man wanted to speak."),
        ("Numerous cars stopped.", "Many cars stopped."),
    ],
)
def test_the_same_value_is_no_fact(facts, left, right):
    assert facts(left, right) == []


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("It has five rooms.", "It has six rooms.", ("five", "six")),
        ("It is five years old.", "It is more than five years old.",
         ("five", "more than five")),
        ("It has up to 9 rooms.", "It has at least 9 rooms.",
         ("up to 9", "at least 9")),
        ("It is 340 metres long.", "It is 340 kilometres long.",
         ("340 metres", "340 kilometres")),
        ("It cost $40 million.", "It cost €40 million.",
         ("$40 million", "€40 million")),
        ("It lost half of its staff.", "It lost a third of its staff.",
         ("half", "a third")),
        ("All members left.", "Some members left.", ("All", "Some")),
        ("After decades of war they met.", "After a long period of war they met.",
         ("decades", "long period")),
        ("Dozens of people came.", "Hundreds of people came.",
         ("Dozens", "Hundreds")),
        ("They won 3-1 at home.", "They won 3-2 at home.", ("3-1", "3-2")),
        ("The second attempt failed.", "The third attempt failed.",
         ("second", "third")),
        ("It fell to -15 degrees.", "It fell to -25 degrees.", ("-15", "-25")),
    ],
)  # fmt: skip
def test_another_value_is_marked_on_its_words(facts, left, right, words):
    assert facts(left, right) == [("number", *words)]


def test_a_number_inside_a_quotation_is_a_number(facts):
    left, right = '"We lost five men," he said.', '"We lost nine men," he said.'
    assert facts(left, right) == [("number", "five", "nine")]


def test_a_number_only_one_side_has_is_no_fact_of_its_own(facts):
    assert facts("The club met.", "The club of 30 met.") == []


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,000", 1000),
        ("1.000.000", 1_000_000),
        ("1.5", 1.5),
        ("2,5", 2.5),
        ("1.000,50", 1000.5),
        ("1/4", 0.25),
        ("1/0", None),
        ("½", 0.5),
        ("x", None),
    ],
)
def test_figures_are_read_in_both_customs(written, value):
    assert figures(written) == value


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("34-year-old", ("34", "year", "old")),
        ("1.5m", ("1.5", "m")),
        ("two-thirds", ("two", "thirds")),
        ("3-1", ("3", "1")),
        ("-15", ("minus", "15")),
        ("COVID-19", ("covid-19",)),
        ("p.m.", ("p.m.",)),
        ("2020-05-12", ("2020-05-12",)),
        ("16th-century", ("16th", "century")),
    ],
)
def test_tokens_are_read_part_by_part(token, expected):
    assert parts(token) == expected


def test_the_change_is_not_its_end(facts):
    left, right = "Profits fell by 10 percent.", "Profits fell to 10 percent."
    assert facts(left, right) == [("number", "by 10", "to 10")]
    assert facts("It was cut by half.", "It was cut to half.") == []
    assert facts("It rose 5 percent.", "It rose by 5 percent.") == []


def test_days_are_not_weeks_without_a_number_either(facts):
    left, right = "It took several days.", "It took several weeks."
    assert facts(left, right) == [("number", "days", "weeks")]
