"""Links that lead nowhere and texts that give commands, through the whole program."""

import base64
import re

import pytest

from .ended_program import ended

LEFT = "The harbour was closed for five years. The mayor spoke.\n"
RIGHT = "The harbour was closed for seven years. The mayor talked.\n"


@pytest.mark.parametrize(
    ("options", "places", "said"),
    [
        (("--notes", "loop"), (), "cannot"),  # lines break within the sentence
        ((), ("DATA",), "cannot"),
        ((), ("STATE", "CONFIG"), ""),
    ],
)
def test_a_link_to_itself_above_anything_of_ours_stops_no_reader(
    open_terminal, tmp_path, options, places, said
):
    (tmp_path / "loop").symlink_to("loop")
    below = str(tmp_path / "loop" / "below")
    environment = {f"XDG_{place}_HOME": below for place in places}
    opened = open_terminal(LEFT, RIGHT, *options, **environment)
    opened.expect_exact("Help")
    if said:
        opened.expect_exact(said)
    opened.send("q")
    assert ended(opened) == 0


def test_what_is_copied_gives_no_command_to_where_it_is_pasted(open_terminal):
    opened = open_terminal("The mayor \x1b[2J\x07came.\n", "The mayor went.\n")
    opened.expect_exact("Help")
    opened.send("y")
    opened.expect(re.compile(rb"\x1b\]52;c;([^\x07]+)\x07"))
    copied = base64.b64decode(opened.match[1]).decode()
    assert copied == "The mayor ␛[2J␇came."
