"""Any encoding becomes text or is refused, and a guess is said aloud."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.formats.decoding import decode, decode_pieces
from tui_app.errors import UserError

GERMAN = "Der Müller ging über die Brücke. Äpfel und Öl sind schön, sagte er.\n" * 3
RUSSIAN = "Съешь же ещё этих мягких французских булок, да выпей чаю.\n" * 3
CHINESE = "外交部副部长星期六在接受采访时介绍了有关情况。他还说，访问是成功的。\n" * 3
JAPANESE = "これは日本語の文章です。彼は昨日東京に行きました。\n" * 3


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_utf8_is_read_as_it_is(text):
    assert decode(text.encode(), "a.txt") == (text, ())


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("text", [GERMAN, RUSSIAN, CHINESE])
def test_a_byte_order_mark_is_believed_and_left_out(mark, encoding, text):
    assert decode(mark + text.encode(encoding), "a.txt") == (text, ())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "cp1252"),
        ("He said “yes” – it’s fine and went home again.", "cp1252"),
        ("Müller", "latin-1"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (CHINESE, "gb18030"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (GERMAN, "utf-16-le"),
        (GERMAN, "utf-16-be"),
    ],
)
def test_another_encoding_is_guessed_and_said_to_be_a_guess(text, encoding):
    read, remarks = decode(text.encode(encoding), "a.txt")
    assert read == text
    assert len(remarks) == 1
    assert "guess" in remarks[0]


def test_utf8_with_a_few_bad_bytes_stays_utf8_and_counts_them():
    text, remarks = decode(GERMAN.encode() + b"one \x9b two \xff", "a.txt")
    assert text == GERMAN + "one \ufffd two \ufffd"
    assert remarks == ("2 places not valid UTF-8, shown as \ufffd",)


def test_single_control_characters_are_text():
    raw = b"plain \x1b[31m text \x00 with controls \x07"
    assert decode(raw, "a.txt") == (raw.decode(), ())


def scrambled(length):
    state, found = 1, bytearray()
    for _ in range(length):
        state = (state * 1103515245 + 12345) % 2**31
        found.append(state >> 16 & 255)
    return bytes(found)


@pytest.mark.parametrize(
    "data",
    [
        b"a\0" * 5 + b"abc",
        bytes(1000),
        b"\0\1" * 500,
        b"\x89PNG\r\n\x1a\n" + scrambled(3000),
        scrambled(2000),
        codecs.BOM_UTF16_LE + scrambled(3000),
        b"GIF89a" + bytes(range(256)) * 4,
    ],
    ids=["nul", "zeros", "controls", "png", "noise", "marked noise", "gif"],
)
def test_binary_is_refused(data):
    with pytest.raises(UserError, match="looks binary"):
        decode(data, "a.bin")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    try:
        text, _ = decode(data, "a.txt")
    except UserError:
        return
    assert text.count("\0") <= len(text) / 10


def test_long_lines_before_the_first_letter_that_tells_take_no_time():
    data = b"words and more " * 100_000 + b"\n" + "Brücke\n".encode("latin-1") * 9
    assert decode(data, "file.txt")[0].endswith("Brücke\n")


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
    st.integers(1, 9),
)
def test_what_comes_in_pieces_is_read_as_what_comes_at_once(text, encoding, size):
    data = text.encode(encoding)
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    assert "".join(decode_pieces(pieces, "a.txt")) == decode(data, "a.txt")[0]


@pytest.mark.parametrize("begun", ["", "ASCII. " * 1000])
def test_pieces_of_another_encoding_are_read_from_where_it_is_seen(begun):
    data = begun.encode() + (GERMAN * 9).encode("windows-1252")
    pieces = [data[at : at + 5000] for at in range(0, len(data), 5000)]
    assert "".join(decode_pieces(pieces, "a.txt")) == begun + GERMAN * 9


def test_a_bad_byte_far_into_pieces_is_shown():
    data = (GERMAN * 90).encode() + b"\xff" + (GERMAN * 9).encode()
    pieces = [data[at : at + 5000] for at in range(0, len(data), 5000)]
    assert "".join(decode_pieces(pieces, "a.txt")) == decode(data, "a.txt")[0]
