"""Every date of the calendar has its weekday, and what is no date has none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.differences.facts.weekdays import weekday


@given(st.dates())
def test_a_date_has_its_weekday(day):
    assert weekday(day.year, day.month, day.day) == day.weekday()


@given(st.integers(-10, 10_010), st.integers(-1, 14), st.integers(-1, 33))
def test_what_is_no_date_has_none(year, month, day):
    try:
        expected = date(year, month, day).weekday()
    except ValueError:
        expected = None
    assert weekday(year, month, day) == expected


@pytest.mark.parametrize(("year", "leap"), [(1900, False), (2000, True), (2024, True)])
def test_a_leap_day_is_a_date_in_leap_years_only(year, leap):
    assert (weekday(year, 2, 29) is not None) == leap
