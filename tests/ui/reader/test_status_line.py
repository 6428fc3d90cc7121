"""The status line says what matters most at every width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui_app.review.signs import ASCII, UNICODE
from tui_app.review.status import StatusInfo, StatusMode
from tui_app.ui.reader.status_line import status_text

MODES = (
    StatusMode("facts only"),
    StatusMode("scrolling together", goes_without_saying=True),
    StatusMode("side by side"),
    StatusMode("by sentence"),
)
FULL = StatusInfo(
    row=12,
    rows=57,
    alike=0.614,
    to_go=40,
    stops=52,
    facts=3,
    wordings=25,
    one_sided=2,
    notes=1,
    modes=MODES,
)


def test_a_wide_line_says_everything():
    text = status_text(FULL, 180, UNICODE)
    for part in ("row 12/57", "61% alike", "3 facts differ", "25 reworded"):
        assert part in text
    assert "change 12 of 52" in text
    assert "1 note" in text
    assert "1 notes" not in text
    assert text.endswith("facts only · scrolling together · side by side · by sentence")


def test_a_change_is_numbered_where_one_is_at_it_else_those_behind_are_counted():
    passed = FULL._replace(at_stop=False)
    assert "12 of 52 changes passed" in status_text(passed, 180, UNICODE)
    assert "52 changes" in status_text(passed._replace(to_go=52), 180, UNICODE)
    assert "passed" not in status_text(passed._replace(to_go=52), 180, UNICODE)


def test_what_is_said_in_full_is_said_shortly_before_anything_is_left_out():
    lines = [status_text(FULL, width, UNICODE) for width in range(180, 90, -1)]
    for line in lines:
        assert "2 on one side only" in line or "3 facts differ" not in line
        assert "3 facts differ" in line or "25 reworded" not in line
    assert any("change 12/52" in line and "2 one-sided" in line for line in lines)
    # What can only be said in full goes before the rest is said shortly.
    assert any("one side only" in line and "reworded" not in line for line in lines)


@pytest.mark.parametrize("width", [58, 78, 118, 198])
def test_each_part_says_what_it_is_at_every_width(width):
    layout = "stacked" if width < 90 else "side by side"
    modes = (MODES[1], StatusMode(layout), MODES[-1])
    text = status_text(FULL._replace(notes=0, modes=modes), width, UNICODE)
    assert text.endswith(f"{layout} · by sentence")
    for part in ("row 12/57", "61% alike", "3 facts"):
        assert part in text
    assert not set(text) & set("⇅~")


def test_the_row_stays_when_nothing_else_fits():
    assert status_text(FULL, 10, UNICODE).startswith("row 12/57")


def test_facts_outlive_wordings_when_it_gets_narrow():
    lines = [status_text(FULL, width, UNICODE) for width in range(180, 10, -1)]
    assert sum("3 facts" in line for line in lines) > sum(
        "reworded" in line for line in lines
    )


def test_modes_always_said_keep_their_place_when_others_come_and_go():
    usual = status_text(FULL._replace(modes=MODES[2:]), 120, UNICODE)
    more = status_text(FULL, 120, UNICODE)
    said = "side by side · by sentence"
    assert usual.index(said) == more.index(said)


def test_a_message_comes_first_and_cannot_steer_the_terminal():
    info = StatusInfo(row=1, rows=2, message="aligning \x1b[31m 40%")
    text = status_text(info, 60, UNICODE)
    assert text.startswith("aligning ␛[31m 40%")


def test_only_what_is_wholly_alike_is_100_per_cent():
    almost = StatusInfo(row=1, rows=2, alike=0.9999)
    assert "99% alike" in status_text(almost, 80, UNICODE)
    assert "100% alike" in status_text(StatusInfo(alike=1.0), 80, UNICODE)


def test_ascii_means_ascii():
    info = FULL._replace(too_long=2, ring="2 of 4", reviewed=3)
    assert all(status_text(info, width, ASCII).isascii() for width in range(1, 180))


@given(
    st.integers(0, 10**7),
    st.integers(1, 200),
    st.text(max_size=30),
    st.sampled_from(["side by side", "stacked", "merged", ""]),
)
def test_the_line_is_always_exactly_as_wide_as_it_should_be(row, width, message, name):
    info = StatusInfo(
        row,
        row + 5,
        0.5,
        row,
        row,
        facts=row,
        wordings=row,
        modes=(StatusMode(name), StatusMode("by paragraph")),
        message=message,
    )
    assert cell_len(status_text(info, width, UNICODE)) == width
