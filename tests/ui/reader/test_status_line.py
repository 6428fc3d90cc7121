"""The status line says what matters most at every width."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui_app.review.signs import ASCII, UNICODE
from tui_app.review.status import StatusInfo, slots
from tui_app.ui.reader.status_line import status_text

FULL = StatusInfo(
    row=12,
    rows=57,
    alike=0.614,
    to_go=40,
    facts=3,
    wordings=25,
    notes=1,
    modes=slots("side", "sent", facts_only=True),
)


def test_a_wide_line_says_everything():
    text = status_text(FULL, 120, UNICODE)
    for part in ("row 12/57", "61% alike", "3 facts", "25 wordings"):
        assert part in text
    assert "40 differences to go" in text
    assert "1 note" in text
    assert "1 notes" not in text
    assert "side" in text
    assert "facts" in text


def test_what_is_said_in_full_is_said_shortly_before_anything_is_left_out():
    info = FULL._replace(long_modes=slots("side", "sentence", in_full=True))
    lines = [status_text(info, width, UNICODE) for width in range(140, 60, -1)]
    assert "40 differences to go" in lines[0]
    assert "sentence" in lines[0]
    for line in lines:
        assert "25 wordings" in line or "differences" not in line
        assert "differences" in line or "sentence" not in line
    assert any("40 to go" in line and "25 wordings" in line for line in lines)


def test_the_row_stays_when_nothing_else_fits():
    assert status_text(FULL, 10, UNICODE).startswith("row 12/57")


def test_facts_outlive_wordings_when_it_gets_narrow():
    lines = [status_text(FULL, width, UNICODE) for width in range(120, 10, -1)]
    assert sum("3 facts" in line for line in lines) > sum(
        "wordings" in line for line in lines
    )


def test_mode_slots_keep_their_place_when_a_mode_is_off():
    on = slots("side", "sent", facts_only=True, folded=True, unreviewed_only=True)
    off = slots("stacked", "para", locked=False)
    assert [cell_len(slot) for slot in on] == [cell_len(slot) for slot in off]


def test_slots_of_modes_that_are_off_give_way_before_the_numbers():
    text = status_text(FULL, 80, UNICODE)
    for part in ("row 12/57", "61% alike", "3 facts", "40 to go", "facts"):
        assert part in text


def test_a_message_comes_first_and_cannot_steer_the_terminal():
    info = StatusInfo(row=1, rows=2, message="aligning \x1b[31m 40%")
    text = status_text(info, 60, UNICODE)
    assert text.startswith("aligning ␛[31m 40%")


def test_only_what_is_wholly_alike_is_100_per_cent():
    almost = StatusInfo(row=1, rows=2, alike=0.9999)
    assert "99% alike" in status_text(almost, 80, UNICODE)
    assert "100% alike" in status_text(StatusInfo(alike=1.0), 80, UNICODE)


def test_ascii_means_ascii():
    modes = slots("side", "sent", ascii_only=True)
    info = StatusInfo(3, 9, 0.5, 4, 1, 2, 3, modes=modes)
    assert all(status_text(info, width, ASCII).isascii() for width in range(1, 120))


@given(
    st.integers(0, 10**7),
    st.integers(1, 200),
    st.text(max_size=30),
    st.sampled_from(["side", "stacked", "merged", ""]),
)
def test_the_line_is_always_exactly_as_wide_as_it_should_be(row, width, message, name):
    info = StatusInfo(
        row,
        row + 5,
        0.5,
        row,
        row,
        row,
        row,
        modes=slots(name, "para"),
        message=message,
    )
    assert cell_len(status_text(info, width, UNICODE)) == width
