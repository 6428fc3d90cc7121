"""What the display map promises to everything that shows a text."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.model import Document
from tui_app.core.text.display import (
    MOST_MARKS,
    displayable,
    displayable_line,
    hidden,
    pasteable,
)

ANY_TEXT = st.text(st.characters())  # lone surrogates included
# What is nothing unless a letter beside it needs it.
HELPER = re.compile(
    "[\u034f\u115f\u1160\u180b-\u180d\u180f\ufe00-\ufe0f\U00016fe4"
    "\U00013430-\U0001343f\U000e0100-\U000e01ef]"
)
HARMLESS = [
    "❤\ufe0f 1\ufe0f\u20e3 ©\ufe0e",  # emoji and keycaps, text and picture
    "葛\U000e0100城",  # a form of an ideograph
    "\u1100\u1160\u11a8 \u115f\u1161",  # syllables letter by letter
    "ᠠ\u180bᠨ",
    "לָ\u034fֽ",  # marks kept in their order
    "ភាសា\u200bខ្មែរ\u200bល្អ",
    "ภาษา\u200bไทย\u200b",
    "ABC\u200bខ្មែរ ၎င်း\u200bကို བོད\u200bཡིག",
    "می‌خواهم",  # Persian with a zero-width non-joiner
    "ه\u200d ‍ه",  # a letter in the form it has within words
    "क्\u200dष क्\u200cष ශ්\u200dරී ന്\u200d",  # forms of conjuncts
    "שלום\u200f, (C++)\u200e 12 \u200fסוף",
    "قال\u061c 5%\u200f؟",
    "ไ\u2060ทย 中\u2060文 עברית\ufeffעברית قال\ufeff",
    "👩\u200d❤\ufe0f\u200d👨 👨🏽\u200d🌾",
    "👨‍👩‍👧‍👦",
    "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",  # Scotland
    "ᠠ\u180fᠨ",
    "\U00013000\U00013430\U00013001",  # hieroglyphs one below the other
    "\U00013437\U00013000\U00013438\U00013430\U00013437𓀀",
    "\U00018b00\U00016fe4",  # Khitan
    "שלום עולם",
    "中文，句子。",
    "[bold]x[/] [@click=app.quit]q[/] \\[ $error :smile:",
    "a\tb\nc",
]


OVERRIDES = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


# Of those that Unicode says may be ignored (DerivedCoreProperties.txt) all that help no
# letter beside them.
IGNORABLE = (
    *((0x17B4, 0x17B5), (0x2065, 0x2065), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3)),
    *((0x1D173, 0x1D17A), (0xE0000, 0xE00FF), (0xE01F0, 0xE0FFF)),
)


def unsafe(character: str) -> bool:
    if character in "\t\n":
        return False
    return (
        unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
        or unicodedata.bidirectional(character) in OVERRIDES
        or character in "\ufff9\ufffa\ufffb"
        or character in "\xad\u180e\u2061\u2062\u2063\u2064\u3164\uffa0"
        or "\u206a" <= character <= "\u206f"
        or any(first <= ord(character) <= last for first, last in IGNORABLE)
        or "\ufdd0" <= character <= "\ufdef"
        or ord(character) & 0xFFFE == 0xFFFE
    )


# What belongs in some scripts and nowhere else.
JOINING = re.compile("[\u061c\u200b-\u200f\u2060\ufeff]")


@given(ANY_TEXT)
def test_offsets_stay_and_nothing_unsafe_is_left(text):
    shown = displayable(text)
    assert len(shown) == len(text)
    assert not any(map(unsafe, shown))


WESTERN = st.characters(
    max_codepoint=0x58F,
    exclude_categories=["Cs"],
    exclude_characters="©®",  # pictures, which joiners join
)


@given(st.text(WESTERN))
def test_no_joiner_or_mark_of_direction_hides_in_western_text(text):
    for hidden_ in "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u061c":
        shown = displayable(f"{text}{hidden_}{text}")
        assert not JOINING.search(shown)


@given(
    st.text(st.sampled_from("שaقक ก中👩1,\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
)
def test_overrides_pass_in_no_surroundings(text):
    for override in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        assert override not in displayable(f"{text}{override}{text}")


@given(ANY_TEXT)
def test_safe_characters_are_shown_as_they_are(text):
    shown = displayable(text)
    changed = [old for old, new in zip(text, shown, strict=True) if old != new]
    helpers = HELPER.match, JOINING.match
    assert all(unsafe(one) or any(some(one) for some in helpers) for one in changed)


@given(ANY_TEXT)
def test_a_line_has_no_line_end_or_tab(text):
    shown = displayable_line(text)
    assert len(shown) == len(text)
    assert len(shown.splitlines()) <= 1
    assert "\t" not in shown


@pytest.mark.parametrize("text", HARMLESS)
def test_scripts_markup_and_joiners_are_unharmed(text):
    assert displayable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A\x1b]52;c;UFdORUQ=\x07Z", "A␛]52;c;UFdORUQ=␇Z"),
        ("\x00\x08\x0b\x0c\r\x0e\x0f\x7f", "␀␈␋␌␍␎␏␡"),
        ("é\u009b31m", "é\ufffd31m"),
        ("\u009d0;T\u009c", "\ufffd0;T\ufffd"),
        (
            "a\u202eb\u2066c\u200ed\ufeffe\u200bf",
            "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf",
        ),
        ("ไทย\u200b\u200bab\u200b", "ไทย\u200b\ufffdab\ufffd"),
        ("pay\u200cpal \u200dx\u200d 1\u200d2", "pay\ufffdpal \ufffdx\ufffd 1\ufffd2"),
        ("a\u2060b \u200ea \u061c1", "a\ufffdb \ufffda \ufffd1"),
        ("שלום \u202eabc\u2067 \u2069", "שלום \ufffdabc\ufffd \ufffd"),
        ("tag\U000e0041", "tag\ufffd"),
        ("🏴\U000e0068\U000e0069\U000e007f", "🏴\ufffd\ufffd\ufffd"),
        ("a\u180fb\u2065\U0001bca0\U0001d173c", "a\ufffdb\ufffd\ufffd\ufffdc"),
        ("a\U00013430\U00013438b\u17b4\U00016fe4", "a\ufffd\ufffdb\ufffd\ufffd"),
        ("\ufdd0\uffff\U0001fffe\ufff0\U000e0fff", "\ufffd" * 5),
        ("co\xadop", "co\ufffdop"),
        ("f\u2061x\u2064\u206a", "f\ufffdx\ufffd\ufffd"),
        ("a\u3164b\uffa0c\u180e", "a\ufffdb\ufffdc\ufffd"),
        ("a\ufe0fb\ufe00", "a\ufffdb\ufffd"),
        ("a\U000e0100", "a\ufffd"),
        ("a\u180bb\u034fc", "a\ufffdb\ufffdc"),
        ("a\u115fb\u1160", "a\ufffdb\ufffd"),
        ("lone \ud800", "lone \ufffd"),
        ("a\u2028b\u2029c", "a\ufffdb\ufffdc"),
    ],
)
def test_each_hostile_character_is_one_visible_character(text, shown):
    assert displayable(text) == shown


@pytest.mark.parametrize("mark", ["\u0301", "\u0591", "\u0e31", "\u1160"])
@pytest.mark.parametrize("before", [0, 1, 17, 31])
def test_of_marks_heaped_on_a_letter_as_many_are_shown_as_any_script_needs(
    mark, before
):
    text = "é" * before + mark * 100 + "é"
    kept = text[: before + MOST_MARKS]
    replaced = "\ufffd" * (100 - MOST_MARKS)
    assert displayable(text) == f"{kept}{replaced}é"
    assert displayable_line(text) == displayable(text)


def test_joined_characters_count_as_heaped():
    assert displayable("ه" + "\u200d" * 100) == "ه\u200d" + "\ufffd" * 99
    text = "👩" + "\u200d👩" * 100
    shown = displayable(text)
    assert shown.startswith(text[:31])
    assert set(shown[31:]) == {"\ufffd"}


@given(st.text(st.sampled_from("e\u0301\u200d \n\x1b\ufffd\u1160")), st.data())
def test_the_stretches_shown_otherwise_are_exactly_those_that_differ(text, data):
    start = data.draw(st.integers(0, len(text)))
    document = Document(text, None, "", "sentence", ())
    found = [at for span in hidden(document, start, len(text)) for at in range(*span)]
    safe = displayable(text[start:])
    differ = [at for at, sign in enumerate(safe, start) if sign != text[at]]
    assert found == differ


@given(ANY_TEXT)
def test_what_is_copied_gives_no_commands_and_keeps_everything_else(text):
    copied = pasteable(text)
    assert len(copied) == len(text)
    copied.encode()
    for old, new in zip(text, copied, strict=True):
        command = old not in "\t\n" and unicodedata.category(old) in {"Cc", "Cs"}
        assert (old != new) == command


def test_copied_text_keeps_what_scripts_need():
    text = "می\u200cخواهم \u200fשלום\u200e a\u0301 \ufeff\tb\nc\u1160"
    assert pasteable(text) == text
    assert pasteable("a\x1b[2Jb\r\x07\x9b\ud800") == "a␛[2Jb␍␇\ufffd\ufffd"
