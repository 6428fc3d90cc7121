"""What a terminal sends becomes keys, clicks and pastes, whatever it sends.

A byte that is no UTF-8 and a sequence that makes no sense are passed over, a paste is
text and nothing else, and what a terminal says of itself is no key.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Generator, Iterable, Iterator
from time import monotonic

from textual import _xterm_parser as xterm
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import SPECIAL_SEQUENCES, XTermParser
from textual.events import Key, Paste
from textual.keys import Keys
from textual.message import Message

ASK_GROUND = "\x1b]11;?\x1b\\"
"""Asks a terminal for the colour of its ground (xterm, control sequences, OSC 11)."""

KNOWS_NO_GROUND = frozenset({"linux", "vt100", "vt220"})
"""Names of terminals that could show the question instead of answering it."""

_PASTE_BEGINS, _PASTE_ENDS = b"\x1b[200~", b"\x1b[201~"

_PASTE_PATIENCE = 3.0
"""Seconds without a byte after which a paste is over that was never ended."""

_PATIENCE = 0.15
"""Seconds after which nothing more is expected of a sequence that has begun."""

_OLD_MOUSE = rb"\x1b\[M[\x00-\xff]{3}"
"""A report of the mouse in the encoding of X10, whose bytes are no UTF-8. No use is
made of it: terminals that know a better encoding were asked for it."""

_SAID = (
    rb"\x1b\](?P<said>(?:\d+;|[lLI])[^\x07\x1b]*)(?:\x07|\x1b\\)"
    rb"|\x1b[PX_^][^\x1b]*\x1b\\"
)
"""What a terminal says of itself (ECMA-48, 8.3.89 and others: OSC, DCS, SOS, PM, APC;
a letter instead of a number where it is asked for the titles of its window)."""

_NO_KEYS = re.compile(_OLD_MOUSE + b"|" + _SAID)

_BEGUN = re.compile(
    rb"\x1b\[(?:\[|M[\x00-\xff]{0,2}|[0-?]*[ -/]*)\Z"
    rb"|\x1b\](?:\d*|(?:\d+;|[lLI])[^\x07\x1b]*\x1b?)\Z"
    rb"|\x1b[PX_^][^\x1b]*\x1b?\Z"
)
"""The beginning of a sequence at the end of what was read."""

_ALONE = {b"\x1b[", b"\x1b]", b"\x1bP", b"\x1bX", b"\x1b_", b"\x1b^"}
"""What alt and a key send, which is no beginning of anything."""

_SEQUENCE = re.compile(r"\x1b\[(?:\[[A-E]|[0-?]*[ -/]*[@-Z\\-~])")
"""A control sequence (ECMA-48, 5.4), or a function key of Linux's console."""

_LONGEST_SEQUENCE = 32
"""Characters of one after which Textual takes it for single keys."""

_LONGEST_HELD = 1 << 12
_HEAD = 64
"""Bytes of a beginning that are kept until its end comes, and of a longer one: what
it began with is enough to pass over the rest."""

_GROUND = re.compile(
    r"11;rgba?:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})", re.IGNORECASE
)

_KNOWN = (
    xterm._re_extended_key,  # noqa: SLF001 - they are what the parser goes by
    xterm._re_mouse_event,  # noqa: SLF001
    xterm._re_cursor_position,  # noqa: SLF001
    xterm._re_terminal_mode_response,  # noqa: SLF001
    xterm._re_in_band_window_resize,  # noqa: SLF001
)

_SURROGATE = re.compile("[\ud800-\udfff]")

_MAKES_NO_SENSE = (ValueError, ArithmeticError)


class GroundTold(Message):
    """The terminal told the colour of its ground; ``light`` as it is to the eye."""

    def __init__(self, *, light: bool) -> None:
        super().__init__()
        self.light = light


class KeyReader:
    """Makes keys, clicks and pastes of the bytes that a terminal sends."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._parser = SteadyParser()
        self._begun = b""
        self._pasted: bytearray | None = None
        self._read_at = 0.0

    def feed(self, data: bytes) -> Iterator[Message]:
        """Yield what the bytes mean; what makes no sense is passed over."""
        self._read_at = monotonic()
        data, self._begun = self._begun + data, b""
        while data:
            if self._pasted is not None:
                data = yield from self._paste(self._pasted, data)
                continue
            keys, begins, data = data.partition(_PASTE_BEGINS)
            yield from self._keys(keys, complete=bool(begins))
            if begins:
                self._pasted = bytearray()

    def tick(self) -> Iterator[Message]:
        """Yield what is meant by bytes that nothing followed for a while."""
        waited = monotonic() - self._read_at
        if self._pasted is not None and waited > _PASTE_PATIENCE:
            yield from self._paste(self._pasted, _PASTE_ENDS)
        if waited > _PATIENCE:
            begun, self._begun = self._begun, b""
            alone = begun if begun in _ALONE else b""
            yield from self._parse(self._decode(alone, final=True))
        yield from self._parser.tick()

    def _paste(self, pasted: bytearray, data: bytes) -> Generator[Message, None, bytes]:
        """Yield the paste once it has ended; return what is behind it."""
        pasted += data
        end = pasted.find(_PASTE_ENDS, max(0, len(pasted) - len(data) - 5))
        if end < 0:
            return b""
        self._pasted = None
        text = pasted[:end].decode("utf-8", "replace")
        yield Paste(text.replace("\x00", ""))
        return bytes(pasted[end + len(_PASTE_ENDS) :])

    def _keys(self, data: bytes, *, complete: bool) -> Iterator[Message]:
        """Yield what is meant by bytes of no paste; ``complete``: no more follow."""
        for match in _NO_KEYS.finditer(data):
            ground = _GROUND.match((match["said"] or b"").decode("latin-1"))
            if ground:
                yield GroundTold(light=_is_light(ground))
        rest = _NO_KEYS.sub(b"", data)
        begun = None if complete else _BEGUN.search(rest)
        if begun:
            self._begun = _held(begun[0])
            rest = rest[: begun.start()]
        yield from self._parse(self._decode(rest))

    def _parse(self, text: str) -> Iterator[Message]:
        for piece in re.split("(?=\x1b)", text):
            sequence = _SEQUENCE.match(piece)
            unknown = sequence and not _is_known(sequence[0])
            keys = piece[sequence.end() :] if sequence and unknown else piece
            if not keys:  # a character's first bytes, or nothing
                continue
            try:
                yield from self._parser.feed(keys)
            except _MAKES_NO_SENSE:
                self._parser = SteadyParser()


def _held(begun: bytes) -> bytes:
    """Return what is kept of the beginning of a sequence."""
    if len(begun) <= _LONGEST_HELD:
        return begun
    return begun[:_HEAD] + (b"\x1b" if begun.endswith(b"\x1b") else b"")


def _is_known(sequence: str) -> bool:
    """Tell whether Textual knows a sequence; of others it makes keys nobody pressed."""
    return len(sequence) <= _LONGEST_SEQUENCE and (
        sequence in SPECIAL_SEQUENCES
        or sequence in ANSI_SEQUENCES_KEYS
        or any(known.fullmatch(sequence) for known in _KNOWN)
    )


def _is_light(ground: re.Match[str]) -> bool:
    """Tell whether a colour is nearer to white (ITU-R BT.601 weighs its parts)."""
    parts = [int(part, 16) / (16 ** len(part) - 1) for part in ground.groups()]
    red, green, blue = map(float, parts)
    return 0.299 * red + 0.587 * green + 0.114 * blue > 0.5


class SteadyParser(XTermParser):
    """Textual's parser, for which a number too big is a key to ignore."""

    def _sequence_to_key_events(
        self, sequence: str, alt: bool = False
    ) -> Iterable[Key]:
        try:
            keys = list(super()._sequence_to_key_events(sequence, alt))
        except _MAKES_NO_SENSE:
            return [Key(Keys.Ignore, None)]
        return [
            Key(Keys.Ignore, None) if _SURROGATE.search(key.character or "") else key
            for key in keys
        ]

    def parse_mouse_code(self, code: str) -> Message | None:
        """Return what the mouse did, ``None`` where that cannot be."""
        try:
            return super().parse_mouse_code(code)
        except _MAKES_NO_SENSE:
            return None
