"""Dates: compared field by field, whatever their form."""

import pytest


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("He came on May 28.", "He came on 28 May."),
        ("He came on Saturday.", "He came on May 28."),
        ("He came on 1 January 2020.", "He came on January 1st, 2020."),
        ("It opens at 7:30 p.m.", "It opens at half past seven in the evening."),
        ("It opens at 3 p.m.", "It opens at 15:00."),
        ("It opens at noon.", "It opens at 12 p.m."),
        ("It was built in the early 1900s.", "It was built early in the 20th century."),
        ("It left last autumn.", "It left in autumn last year."),
        ("It is open daily.", "It is open every day."),
        ("It fell in the fourth quarter.", "It fell in Q4."),
        ("He came on Monday, March 5.", "He came on Monday."),
        ("The date is 2022-05-28.", "The date is May 28, 2022."),
        ("You may leave.", "You might leave."),
        ("He died in 31 BC.", "He died in 31 BCE."),
        ("The years 2009/10 were dry.", "The years 2009-10 were dry."),
        ("It lasts from the 3rd to the 6th of May.", "It lasts from 3 to 6 May."),
        ("It sank on 4 June this year.", "This year it sank on 4 June."),
    ],
)
def test_the_same_time_is_no_fact(facts, left, right):
    assert facts(left, right) == []


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("He came on Monday.", "He came on Tuesday.", ("Monday", "Tuesday")),
        ("He came on May 28.", "He came on May 29.", ("28", "29")),
        ("He came on May 28.", "He came on June 28.", ("May", "June")),
        ("It ended in 1987.", "It ended in 1978.", ("1987", "1978")),
        ("It ended in late May.", "It ended in early May.", ("late", "early")),
        ("It ran from May 23 to 28.", "It ran in late May.", ("23 to 28", "late")),
        ("It ended yesterday.", "It ended today.", ("yesterday", "today")),
        ("It ended last week.", "It ended last month.", ("last week", "last month")),
        ("It ended at noon.", "It ended at midnight.", ("noon", "midnight")),
        ("It opens at 6 a.m.", "It opens at 6 p.m.", ("a.m.", "p.m.")),
        ("It began in the 1990s.", "It began in the 1980s.", ("1990s", "1980s")),
        ("It began in 1987.", "It began in the 1990s.", ("1987", "1990s")),
        ("It appears weekly.", "It appears monthly.", ("weekly", "monthly")),
        ("It was built in spring.", "It was built in winter.", ("spring", "winter")),
        ("It raged in 1756-63.", "It raged in 1756-64.", ("1756-63", "1756-64")),
        ("He died in 31 BC.", "He died in 31 AD.", ("BC", "AD")),
        (
            "It sank on 4 June this year.",
            "This year, on 4 July, it sank.",
            ("June", "July"),
        ),
    ],
)
def test_another_time_is_marked_on_the_field_that_differs(facts, left, right, words):
    assert facts(left, right) == [("date", *words)]


@pytest.mark.parametrize("day", ["27", "28"])
def test_a_weekday_opposite_a_day_of_the_month_is_no_fact(facts, day):
    assert facts("He spoke on Saturday.", f"He spoke on May {day}.") == []


def test_the_eve_of_a_feast_is_another_day(facts):
    left, right = "The parade is on Christmas Day.", "The parade is on Christmas Eve."
    assert [kind for kind, *_ in facts(left, right)] == ["date"]
    assert facts("It is closed on Christmas Day.", "It is closed at Christmas.") == []


def test_a_year_may_have_three_figures(facts):
    left, right = "He died in 476, in exile.", "He died in 467, in exile."
    assert facts(left, right) == [("date", "476", "467")]
    left, right = "It stood in 476 villages.", "It stood in 467 villages."
    assert facts(left, right) == [("number", "476", "467")]
