"""What documents say of themselves has one form, whatever their format."""

from __future__ import annotations

import pytest

from tui_app.core.extract import Metadata
from tui_app.core.formats.own_metadata import own_metadata
from tui_app.core.formats.written_day import stated_date


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("2024-05-01", "2024-05-01"),
        ("2024-05-01T10:00:00Z", "2024-05-01"),
        ("2024-05-01 10:00", "2024-05-01"),
        ("1851", "1851"),
        ("1851-10", "1851-10"),
        ("3 May 2022", "2022-05-03"),
        ("May 3rd, 2022", "2022-05-03"),
        ("2022/05/03", "2022-05-03"),
        ("03/04/2020", "03/04/2020"),
        ("  in the  spring ", "in the spring"),
        ("", ""),
    ],
)
def test_a_date_has_iso_form_where_it_can_be_told(told: str, date: str) -> None:
    assert stated_date(told) == date


def test_words_are_tidied_and_what_a_program_made_up_is_none() -> None:
    told = Metadata("The\n Mill", " Ann  Lee ", "2024-05-01T10:00", "A\tB", "en_GB")
    assert own_metadata(told) == Metadata(
        "The Mill", "Ann Lee", "2024-05-01", "A B", "en-gb"
    )
    assert own_metadata(told._replace(title="mill", language="xx"), "mill.docx")[
        ::4
    ] == ("", "")
