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
        ("Of the crates they took some", "Of the crates they took a few"),
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
        ("The silo holds 38 000 sacks.", "The silo holds 38,000 sacks."),
        ("They sold 1'700'000 tickets.", "They sold 1,700,000 tickets."),
        ("They felled 3\u202f600\u202f000 firs.", "They felled 3,600,000 firs."),
        ("They lent 7 tln yen.", "They lent 7 trillion yen."),
        ("A stamp costs 80p.", "A stamp costs £0.80."),
        ("It rose by 75 basis points.", "It rose by .75 percentage points."),
        ("It is 2\u20113/4 inches wide.", "It is 2-3/4 inches wide."),
        ("More than 90 ships sank.", "90+ ships sank."),
        ("It was 30 °C there.", "It was 86 °F there."),
        ("It reached 30 degrees.", "It reached 86 degrees."),
        ("Fees are capped at 60 crowns.", "Fees are up to 60 crowns."),
        ("Groups are limited to 28 pupils.", "Groups have a maximum of 28 pupils."),
        ("It was cut by 0.3 seconds.", "It was cut by 0.3 of a second."),
        ("The sheet is 8 by 5 inches.", "The sheet is 8 to 5 inches."),
        (
            "Children 6 years old and under pay less.",
            "Children 6 years old or under pay less.",
        ),
        ("Louis XIV built it.", "Louis the Fourteenth built it."),
        ("See chapter iii of it.", "See chapter 3 of it."),
        ("They fought World War II.", "They fought the Second World War."),
        ("It can weigh more or less.", "It can weigh less or more."),
        ("One of them spoke first.", "The third of them spoke first."),
        ("All five boys sang.", "The five boys sang."),
        ("About 120 to 180 men came.", "About 120–180 men came."),
        ("a row of thirty-\nfour boats", "a row of thirty-four boats"),
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
        ("The silo holds 38 000 sacks.", "The silo holds 38 400 sacks.",
         ("38 000", "38 400")),
        ("Add 20 mg of salt.", "Add 20 µg of salt.", ("20 mg", "20 µg")),
        ("It rose by 6 percent.", "It rose by 6 percentage points.",
         ("6 percent", "6 percentage points")),
        ("They drew 2:2 there.", "They drew 3:3 there.", ("2:2", "3:3")),
        ("Take release 5.0.3 of it.", "Take release 5.0.4 of it.",
         ("5.0.3", "5.0.4")),
        ("See chapter iii of it.", "See chapter vi of it.", ("iii", "vi")),
        ("Pius X wrote it.", "Pius XII wrote it.", ("Pius X", "Pius XII")),
        ("Both nets were torn.", "All four nets were torn.", ("Both", "All four")),
        ("A child under 9 pays less.", "A child of 9 pays less.", ("under 9", "9")),
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
