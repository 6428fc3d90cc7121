"""Dates are seen in words and figures, and a month is one in many languages."""

import pytest

from tui_app.core.text.calendar import MONTHS, WEEKDAYS, without_dates


@pytest.mark.parametrize(
    "passage",
    [
        "28 may 2022",
        "may 28, 2022",
        "28. märz 2022",
        "le 1 août 2022",
        "28 мая 2022",
        "2022-05-28",
        "28.05.22",
        "5月28日",
        "10:12",
    ],
)
def test_a_date_is_taken_out_in_any_form(passage):
    rest, dates = without_dates(passage)
    assert dates == 1
    assert len(rest) < len(passage)


@pytest.mark.parametrize("passage", ["may be", "in march they came", "28 people"])
def test_what_only_looks_like_a_date_stays(passage):
    assert without_dates(passage) == (passage, 0)


def test_the_days_of_the_week_and_the_months_are_numbered_in_their_order():
    assert (WEEKDAYS["monday"], WEEKDAYS["sun."]) == (0, 6)
    assert (MONTHS["january"], MONTHS["sept."], MONTHS["december"]) == (1, 9, 12)
