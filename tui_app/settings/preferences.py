"""What can be set in ``config.toml``, with which default and within which limits.

``Settings`` has a field for each entry, ``OPTIONS`` says where it stands in the file,
what it may hold and what it does; the rules between them check one value each.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol, get_args

from tui_app.core.counting import Counting
from tui_app.core.kinds import ALL_KINDS, KINDS, Kind
from tui_app.core.model import Granularity
from tui_app.core.translation import LanguageChoice, ListsOfPair
from tui_app.settings.drawn import Drawn
from tui_app.settings.keymap import UNCHANGED, Keymap

Layout = Literal["auto", "side", "stacked", "merged", "original"]


def possible(layout: Layout, *, across: bool) -> Layout:
    """Return the layout, by the width where two languages were to be merged."""
    return "auto" if across and layout == "merged" else layout


WordMarks = Literal["off", "facts", "passages", "words", "letters"]
"""What is marked, from nothing to all: each level marks what those before it do."""


AfterReview = Literal["next", "stay"]
"""Where one is after a row was marked as reviewed."""


class Settings(NamedTuple):
    """The preferences of one user; every field is an entry of ``config.toml``.

    What each means stands in ``OPTIONS``. Widths are in cells, spacing
    in lines; ``column_width`` 0 means a comfortable one,
    ``stack_below`` 0 never. ``word_lists`` are the entries of the table ``words`` by
    pairs of languages. ``keymap`` holds the keys in force.
    """

    theme: str = "auto"
    mouse: bool = True
    ascii: bool = False
    plain: bool = False

    layout: Layout = "auto"
    covered: bool = False
    unit: Granularity = "sentence"
    word_marks: WordMarks = "words"
    column_width: int = 0
    margin: int = 1
    line_spacing: int = 0
    stack_below: int = 90
    weak_links: float = 0.4

    show: frozenset[Kind] = ALL_KINDS
    case: bool = True
    punctuation: bool = True
    typographic_quotes: bool = True
    accents: bool = True

    after_marking: AfterReview = "next"

    installed_dictionaries: bool = True
    word_lists: tuple[ListsOfPair, ...] = ()

    keymap: Keymap = UNCHANGED

    @property
    def drawn(self) -> Drawn:
        """Return what is drawn with."""
        if self.plain:
            return Drawn.PLAIN
        return Drawn.ASCII if self.ascii else Drawn.UNICODE

    @property
    def counting(self) -> Counting:
        """Return which small differences count."""
        return Counting(
            self.case, self.punctuation, self.typographic_quotes, self.accents
        )

    def with_lists(self, choice: LanguageChoice) -> LanguageChoice:
        """Return what is asked for one pair, with the lists for its languages."""
        return choice._replace(
            usual=self.word_lists, installed=self.installed_dictionaries
        )


class SettingRule(Protocol):
    """A check of one value."""

    @property
    def allowed(self) -> str:
        """Say what is allowed, for people."""

    def read(self, value: object) -> object:
        """Return the value as the settings keep it.

        Raises ``ValueError`` or ``TypeError`` when it is not allowed.
        """

    def write(self, value: object) -> str:
        """Return a kept value as TOML."""


def quoted(text: str) -> str:
    """Return a TOML string."""
    escapes = {'"': '\\"', "\\": "\\\\"}
    plain = "".join(escapes.get(char, char) for char in text)
    return '"' + "".join(c if c.isprintable() else _escape(c) for c in plain) + '"'


def _escape(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


class SwitchRule(NamedTuple):
    """True or false."""

    allowed: str = "true or false"

    def read(self, value: object) -> object:
        """Return the switch."""
        if not isinstance(value, bool):
            raise TypeError(self.allowed)
        return value

    def write(self, value: object) -> str:
        """Return it as TOML."""
        return "true" if value else "false"


class ChoiceRule(NamedTuple):
    """One of some words."""

    words: tuple[str, ...]

    @property
    def allowed(self) -> str:
        """Say which."""
        return ", ".join(quoted(word) for word in self.words)

    def read(self, value: object) -> object:
        """Return the word."""
        if value not in self.words:
            raise ValueError(self.allowed)
        return value

    def write(self, value: object) -> str:
        """Return it as TOML."""
        return quoted(str(value))


class NameRule(NamedTuple):
    """Any name; whether it exists is known elsewhere."""

    allowed: str

    def read(self, value: object) -> object:
        """Return the name."""
        if not isinstance(value, str) or not value.strip():
            raise ValueError(self.allowed)
        return value.strip()

    def write(self, value: object) -> str:
        """Return it as TOML."""
        return quoted(str(value))


class WholeRule(NamedTuple):
    """A whole number within bounds, or ``0`` where that has a meaning of its own."""

    least: int
    most: int
    zero: str = ""

    @property
    def allowed(self) -> str:
        """Say the bounds."""
        bounds = f"a whole number from {self.least} to {self.most}"
        return f"{bounds}, or 0 for {self.zero}" if self.zero else bounds

    def read(self, value: object) -> object:
        """Return the number."""
        if not isinstance(value, int) or isinstance(value, bool):
            raise TypeError(self.allowed)
        if not (self.least <= value <= self.most or (self.zero and value == 0)):
            raise ValueError(self.allowed)
        return value

    def write(self, value: object) -> str:
        """Return it as TOML."""
        return str(value)


class FractionRule(NamedTuple):
    """A number from 0 to 1."""

    allowed: str = "a number from 0 to 1"

    def read(self, value: object) -> object:
        """Return the number."""
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise TypeError(self.allowed)
        if not 0 <= value <= 1:
            raise ValueError(self.allowed)
        return float(value)

    def write(self, value: object) -> str:
        """Return it as TOML."""
        return str(value)


class WordsRule(NamedTuple):
    """Some words out of a list, each at most once."""

    words: tuple[str, ...]

    @property
    def allowed(self) -> str:
        """Say which."""
        return "a list of " + ", ".join(quoted(word) for word in self.words)

    def read(self, value: object) -> object:
        """Return the words as a set."""
        if not isinstance(value, list) or any(word not in self.words for word in value):
            raise ValueError(self.allowed)
        return frozenset(value)

    def write(self, value: object) -> str:
        """Return them as TOML, in the order of the list."""
        kept = value if isinstance(value, frozenset) else frozenset[str]()
        return array([word for word in self.words if word in kept])


def array(words: Sequence[str]) -> str:
    """Return words as a TOML array."""
    return "[" + ", ".join(quoted(word) for word in words) + "]"


class Option(NamedTuple):
    """One entry of the file; ``field`` is its name in ``Settings``."""

    table: str
    field: str
    rule: SettingRule
    help: str

    @property
    def name(self) -> str:
        """Return its name in the file."""
        return self.field.replace("_", "-")

    @property
    def entry(self) -> str:
        """Return its name with its table: ``reading.layout``."""
        return f"{self.table}.{self.name}" if self.table else self.name


_SHOWN = ", ".join(
    f'"{kind}" is shown as {traits.name}'
    for kind, traits in KINDS.items()
    if traits.name != kind
)

OPTIONS: tuple[Option, ...] = (
    Option(
        "",
        "theme",
        NameRule("auto or the name of a theme; T in the reader lists them"),
        "colours; auto is diptych-dark or, on a light ground, diptych-light",
    ),
    Option("", "mouse", SwitchRule(), "wheel, clicks and selecting with the mouse"),
    Option("", "ascii", SwitchRule(), "signs in plain ASCII only"),
    Option(
        "",
        "plain",
        SwitchRule(),
        "for screen readers and braille: one column, states in words, nothing drawn",
    ),
    Option(
        "reading",
        "layout",
        ChoiceRule(get_args(Layout)),
        "side by side, stacked, merged in one column, one text only, or by the width",
    ),
    Option(
        "reading",
        "covered",
        SwitchRule(),
        "side by side and stacked, the words of the text not read are covered",
    ),
    Option(
        "reading",
        "unit",
        ChoiceRule(get_args(Granularity)),
        "what a row holds when --unit is not given",
    ),
    Option(
        "reading",
        "word_marks",
        ChoiceRule(get_args(WordMarks)),
        "what is marked: changed facts; passages only one side has; other words; also"
        " commas, capitals and the letters of words nearly equal",
    ),
    Option(
        "reading",
        "column_width",
        WholeRule(20, 200, zero="a comfortable width, at most 76"),
        "cells of one column of text",
    ),
    Option("reading", "margin", WholeRule(0, 20), "cells left free beside the text"),
    Option("reading", "line_spacing", WholeRule(0, 3), "empty lines between two rows"),
    Option(
        "reading",
        "stack_below",
        WholeRule(40, 400, zero="never"),
        "with layout auto, stack when the terminal has fewer columns",
    ),
    Option(
        "reading",
        "weak_links",
        FractionRule(),
        "links less certain than this are marked as weak",
    ),
    Option(
        "differences",
        "show",
        WordsRule(tuple(str(kind) for kind in Kind)),
        f"kinds of differences that are marked; {_SHOWN}",
    ),
    Option("differences", "case", SwitchRule(), "capitals count as a difference"),
    Option("differences", "punctuation", SwitchRule(), "punctuation counts"),
    Option(
        "differences",
        "typographic_quotes",
        SwitchRule(),
        "curly against straight quotation marks count",
    ),
    Option("differences", "accents", SwitchRule(), "accents count"),
    Option(
        "review",
        "after_marking",
        ChoiceRule(get_args(AfterReview)),
        "after a row is marked as reviewed: on to the next that is not, or stay",
    ),
    Option(
        "words",
        "installed_dictionaries",
        SwitchRule(),
        "a text and its translation: dictionaries of dictd for their languages help",
    ),
)
