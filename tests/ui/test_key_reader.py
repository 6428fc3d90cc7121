"""Whatever a terminal sends is keys, clicks and pastes, and never the end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import _parser
from textual.events import CursorPosition, Key, MouseDown, Paste

from tui_app.ui import key_reader
from tui_app.ui.key_reader import GroundTold, KeyReader


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture(scope="module")
def clock():
    """Let time pass for the reader and Textual's parser only when told to."""
    clock = Clock()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key_reader, "monotonic", clock)
        patch.setattr(_parser, "get_time", clock)
        yield clock


def read(clock, *parts, reader=None):
    """Return what is read of these bytes, and of a long pause behind the last."""
    reader = reader or KeyReader()
    messages = []
    for part in parts:
        messages += reader.feed(part)
        messages += reader.tick()
    for _ in range(3):
        clock.now += 5
        messages += reader.tick()
    return messages


def said(messages):
    return [
        one.key
        if isinstance(one, Key)
        else one.text
        if isinstance(one, Paste)
        else type(one)
        for one in messages
    ]


NO_KEYS = {
    "a report of the mouse as X10 has it": b"\x1b[M \xc8\x80",
    "one past column 223": b"\x1b[M \x00\x00",
    "one whose bytes make a character": b"\x1b[M\xc3\xa9\x80",
    "a sequence with a number too big": b"\x1b[999999999999B",
    "a longer one": b"\x1b[" + b"9" * 5000 + b"B",
    "a key beyond all characters": b"\x1b[1114112u",
    "a surrogate": b"\x1b[55296u",
    "what the terminal is": b"\x1b[?62;22;52c",
    "which it is": b"\x1b[>41;354;0c\x1bP>|XTerm(354)\x1b\\",
    "a title": b"\x1b]2;j q \x07",
    "a colour": b"\x1b]10;rgb:ffff/0000/0000\x1b\\",
    "a mode": b"\x1b[?1234;0$y",
    "a key unknown": b"\x1b[99;99^",
    "the title of its window": b"\x1b]lxr - bash\x1b\\",
    "that of its icon": b"\x1b]Lx\x07",
    "a string of any kind": b"\x1bXx r\x1b\\",
    "a clipboard": b"\x1b]52;c;" + b"eHhy" * 1800 + b"\x1b\\",
    "a long colour": b"\x1b]11;" + b"x" * 40_000 + b"\x07",
    "a setup as long": b"\x1bP" + b"x" * 9_000 + b"\x1b\\",
    "a sequence as long": b"\x1b[" + b"1;" * 20_000 + b"m",
}


@pytest.mark.parametrize("sent", NO_KEYS.values(), ids=NO_KEYS)
def test_what_is_no_key_is_passed_over_and_the_next_key_comes(clock, sent):
    assert said(read(clock, sent + b"j")) == ["j"]
    assert said(read(clock, sent, b"j")) == ["j"]
    for cut in range(2, min(len(sent), 40)):
        if sent[cut - 1 : cut] != b"\x1b":  # by itself it is a key
            assert said(read(clock, sent[:cut], sent[cut:] + b"j")) == ["j"]
    for size in (1000, 4096):
        ends = range(0, len(sent), size)
        assert said(read(clock, *(sent[at : at + size] for at in ends), b"j")) == ["j"]


KEYS = {
    b"\x1b[A": ["up"],
    b"\x1bOP": ["f1"],
    b"\x1b[[A": ["f1"],
    b"\x1b[15~": ["f5"],
    b"\x1bc": ["alt+c"],
    b"\x1bX": ["alt+shift+x"],
    b"\x1b]j": ["right_square_bracket", "j"],
    b"\x1b": ["escape"],
    b"\x1b[": ["left_square_bracket"],
    b"\x1b]": ["right_square_bracket"],
    b"\x1b[97;5u": ["ctrl+a"],
    "é".encode(): ["é"],
    b"\xe9": ["replacement_character"],
    b"\x1b[<0;5;5M": [MouseDown],
    b"\x1b[12;3R": [CursorPosition],
}


@pytest.mark.parametrize(("sent", "keys"), KEYS.items())
def test_keys_are_keys_also_in_halves(clock, sent, keys):
    assert said(read(clock, sent)) == keys
    if len(sent) > 2:
        assert said(read(clock, sent[:-1], sent[-1:])) == keys


PASTED = {
    b"two\nlines": "two\nlines",
    b"\x1b[1114112ub": "\x1b[1114112ub",
    b"r\x1b[31mU\x1b": "r\x1b[31mU\x1b",
    b"\x1b[M \xff\xff": "\x1b[M \ufffd\ufffd",
    b"\x1b]0;title": "\x1b]0;title",
    b"\x1b[48;0;0;0;0t": "\x1b[48;0;0;0;0t",
    b"nul\x00": "nul",
    b"": "",
}


@pytest.mark.parametrize(("sent", "text"), PASTED.items())
def test_what_is_pasted_is_text_and_no_key(clock, sent, text):
    whole = b"\x1b[200~" + sent + b"\x1b[201~"
    assert said(read(clock, b"j" + whole + b"k")) == ["j", text, "k"]
    for cut in range(2, len(whole)):
        assert said(read(clock, whole[:cut], whole[cut:] + b"k")) == [text, "k"]


def test_a_paste_that_never_ends_is_over_after_a_while(clock):
    reader = KeyReader()
    assert said(read(clock, b"\x1b[200~words", reader=reader)) == ["words"]
    assert said(read(clock, b"j", reader=reader)) == ["j"]


@given(st.lists(st.binary(max_size=12) | st.sampled_from([*NO_KEYS.values(), *KEYS])))
def test_after_any_bytes_and_a_pause_the_next_key_comes(clock, parts):
    reader = KeyReader()
    read(clock, *parts, reader=reader)
    assert said(read(clock, b"j", reader=reader))[-1] == "j"


@pytest.mark.parametrize(
    ("colour", "light"),
    [
        (b"rgb:ffff/ffff/ffff", True),
        (b"rgb:0000/0000/0000", False),
        (b"rgb:fd/f6/e3", True),
        (b"rgb:00/2b/36", False),
        (b"rgba:ffff/ffff/0000/8000", True),
    ],
)
def test_a_terminal_tells_its_ground_and_that_is_no_key(clock, colour, light):
    for end in (b"\x07", b"\x1b\\"):
        told = b"\x1b]11;" + colour + end
        for cut in range(2, len(told)):
            ground, key = read(clock, told[:cut], told[cut:] + b"j")
            assert isinstance(ground, GroundTold)
            assert (ground.light, key.key) == (light, "j")
