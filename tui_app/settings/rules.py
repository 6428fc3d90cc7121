"""What an entry of ``config.toml`` may hold: checks that say what is allowed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol


class Rule(Protocol):
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


class Switch(NamedTuple):
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


class Choice(NamedTuple):
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


class Name(NamedTuple):
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


class Whole(NamedTuple):
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


class Fraction(NamedTuple):
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


class Words(NamedTuple):
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
