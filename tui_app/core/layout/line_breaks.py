"""Where a line may end: the rules of Unicode Standard Annex 14 (revision 55).

The rules are a table, written as in the annex. ``classes_of`` gives a letter for each
character of a text, ``may_break`` asks the rules about one place in it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from tui_app.core.text.break_classes import LINE_BREAKS, LINE_CLASSES
from tui_app.core.text.class_table import ClassTable

# What stands before a place, × (no break) or ÷ (a break), what stands behind it. Rules
# 4 to 10 are in the code; WIDE are classes of East Asian signs; a rule without a side
# says nothing of it.
_RULES: Final = """
11       × WJ
11    WJ ×
12    GL ×
12a   [^SP BA HY HH] × GL
13       × (CL|CP|EX|SY)
14    OP SP* ×
15a   (SOT|BK|CR|LF|NL|OP|QU|GL|SP|ZW) QI SP* ×
15b      × QF (SP|GL|WJ|CL|QU|CP|EX|IS|SY|BK|CR|LF|NL|ZW|EOT)
15c   SP ÷ IS NU
15d      × IS
16    (CL|CP) SP* × NS
17    B2 SP* × B2
18    SP ÷
19       × [^NOT_QU QI]
19    [^NOT_QU QF] ×
19a   [^WIDE] × QU
19a      × QU ([^WIDE]|EOT)
19a   QU × [^WIDE]
19a   (SOT|[^WIDE]) QU ×
20       ÷ CB
20    CB ÷
20a   (SOT|BK|CR|LF|NL|SP|ZW|CB|GL) (HY|HH) × (AL|HL)
21       × (BA|HH|HY|NS)
21    BB ×
21a   HL (HY|HH) × [^HL]
21b   SY × HL
22       × IN
23    (AL|HL) × NU
23    NU × (AL|HL)
23a   PR × (ID|EB|EM)
23a   (ID|EB|EM) × PO
24    (PR|PO) × (AL|HL)
24    (AL|HL) × (PR|PO)
25    NU (SY|IS)* (CL|CP) × (PO|PR)
25    NU (SY|IS)* × (PO|PR|NU)
25    (PO|PR) × OP IS? NU
25    (PO|PR|HY|IS) × NU
26    JL × (JL|JV|H2|H3)
26    (JV|H2) × (JV|JT)
26    (JT|H3) × JT
27    (JL|JV|JT|H2|H3) × PO
27    PR × (JL|JV|JT|H2|H3)
28    (AL|HL) × (AL|HL)
28a   AP × (AK|DOTTED|AS)
28a   (AK|DOTTED|AS) × (VF|VI)
28a   (AK|DOTTED|AS) VI × (AK|DOTTED)
28a   (AK|DOTTED|AS) × (AK|DOTTED|AS) VF
29    IS × (AL|HL)
30    (AL|HL|NU) × [^NOT_OP WIDE]
30    [^NOT_CP WIDE] × (AL|HL|NU)
30a   (SOT|[^RI]) RI (RI RI)* × RI
30b   (EB|PICT|PICTA) × EM
"""

_START, _END = "^", "~"
"""Stand for the start and the end of the text among the letters of classes."""

_REACH: Final = 8
"""Characters looked at before a place and behind it, at first."""

_ENOUGH: Final = 3
"""Classes before a place that decide, those that may stand in any number left out."""

_PLACES: Final = 1 << 14
"""Places of different surroundings that are remembered; a script has some hundreds."""


class _Alphabet:
    """The letters of classes, by their names in the annex."""

    def __init__(self) -> None:
        names = LINE_CLASSES.split()
        self._letters = dict(zip(names[::2], names[1::2], strict=True))
        self._also = {"QU": "QI QF", "AL": "SA DOTTED PICTA", "ID": "PICT"}

    @property
    def open_syllable(self) -> str:
        """Return the letter of Korean syllables that end with a vowel."""
        return self._letters["H2w"]

    def of(self, names: str) -> str:
        """Return the letters of the classes, wide signs and kinds of them included."""
        return "".join(map(self._of_one, names.split()))

    def _of_one(self, name: str) -> str:
        if name == "WIDE":
            wide = (self._letters[one] for one in self._letters if one.endswith("w"))
            return "".join(wide)
        if name.startswith("NOT_"):
            own = self.of(name.removeprefix("NOT_"))
            others = (one for one in self._letters.values() if one not in own)
            return "".join(others) + _START + _END
        own = self._letters.get(name, "") + self._letters.get(f"{name}w", "")
        return own + self.of(self._also.get(name, ""))

    def pattern(self, classes: str) -> str:
        """Return the pattern for one side of a rule."""
        found = re.sub(
            r"\[\^([^]]*)\]",
            lambda named: f"<^{self.escaped(named[1])}{re.escape(_START + _END)}>",
            classes,
        )
        parts = re.split("(<[^>]*>)", found)
        for at in range(0, len(parts), 2):
            parts[at] = re.sub("[A-Z][A-Z0-9_]+", self._set, parts[at])
            parts[at] = parts[at].replace(" ", "")
        return "".join(parts).replace("<", "[").replace(">", "]")

    def escaped(self, names: str) -> str:
        """Return the letters of the classes for a set in a pattern."""
        return re.escape(self.of(names)).replace("<", r"\x3c").replace(">", r"\x3e")

    def _set(self, name: re.Match[str]) -> str:
        if name[0] in {"SOT", "EOT"}:
            return re.escape(_START if name[0] == "SOT" else _END)
        return f"<{self.escaped(name[0])}>"


_ALPHABET: Final = _Alphabet()

_TABLE: Final = ClassTable(LINE_BREAKS, _ALPHABET.open_syllable)


def _letters(names: str) -> frozenset[str]:
    return frozenset(_ALPHABET.of(names))


_MARKS: Final = _letters("CM ZWJ")
_JOINER: Final = _letters("ZWJ")
_SPACE: Final = _letters("SP")
_BORDER: Final = _letters("ZW")
_RETURN, _FEED = _letters("CR"), _letters("LF")
_ENDS: Final = _letters("BK CR LF NL")
_NEVER_FIRST: Final = _ENDS | _SPACE | _BORDER
_WITHOUT_MARKS: Final = _ENDS | _SPACE | _BORDER | {_START}
_IN_WORDS: Final = _letters("AL HL NU HY HH SY EX IS PO PR CP QU OP IN CL") - _letters(
    "WIDE SA"
)


class _Rule(NamedTuple):
    before: re.Pattern[str]
    after: re.Pattern[str]
    breaks: bool


@cache
def _rules() -> tuple[_Rule, ...]:
    """Return the rules of the table, compiled when first needed."""
    found = []
    for line in _RULES.strip().splitlines():
        sign = "÷" if "÷" in line else "×"
        before, after = line[5:].split(sign)
        found.append(
            _Rule(
                re.compile(f"(?:{_ALPHABET.pattern(before)})\\Z"),
                re.compile(_ALPHABET.pattern(after)),
                sign == "÷",
            )
        )
    return tuple(found)


def classes_of(text: str) -> str:
    """Return the letter of its class for each character of the text."""
    return text.translate(_TABLE)


def may_break(classes: str, at: int) -> bool:
    """Tell whether a line may end before the character at ``at``, which is not 0.

    Nothing parts a syllable from the next in scripts of Southeast Asia: what is written
    without spaces there is for ``syllables`` to tell.
    """
    reach = _REACH
    while True:
        start, end = at - reach, at + reach
        before = _START + classes[:at] if start <= 0 else classes[start:at]
        after = classes[at:] + _END if end >= len(classes) else classes[at:end]
        # Long surroundings are seldom the same again, and none are kept.
        ruled = _ruled if reach == _REACH else _ruled.__wrapped__
        found = ruled(before, after)
        if found is not None:
            return found
        reach *= 4


def is_within_word(classes: str, at: int) -> bool:
    """Tell whether a place where a line may end is within what spaces part.

    As behind a hyphen or a stroke; dashes part words, and so do ideographs.
    """
    return classes[at] in _IN_WORDS and classes[_base(classes, at - 1)] in _IN_WORDS


def _base(classes: str, at: int) -> int:
    while at and classes[at] in _MARKS:
        at -= 1
    return at


@lru_cache(maxsize=_PLACES)
def _ruled(before: str, after: str) -> bool | None:
    """Return what the rules say, ``None`` if more of the text before has to be seen."""
    last, first = before[-1], after[0]
    if last in _ENDS:  # rules 4 and 5
        return not (last in _RETURN and first in _FEED)
    if first in _NEVER_FIRST:  # 6 and 7
        return False
    border = _border_before(before)
    if border is None or border:  # 8
        return border
    if last in _JOINER or (first in _MARKS and last not in _WITHOUT_MARKS):  # 8a, 9
        return False
    return _by_table(_without_marks(before), _without_marks(after))


def _by_table(before: str, after: str) -> bool | None:
    if not before.startswith(_START) and _is_short(before):
        return None
    for rule in _rules():
        if rule.after.match(after) and rule.before.search(before):
            return rule.breaks
    return True  # 31


def _border_before(before: str) -> bool | None:
    """Tell whether a border between words stands before spaces, ``None`` if unseen."""
    spaces = before.rstrip("".join(_SPACE))
    return spaces[-1] in _BORDER if spaces else None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds the marks that belong to a letter, and those that do not."""
    marks = _ALPHABET.escaped("CM ZWJ")
    alone = re.escape("".join(_WITHOUT_MARKS))
    return re.compile(f"(?<=[^{alone}])[{marks}]+"), re.compile(f"[{marks}]")


def _without_marks(classes: str) -> str:
    """Return the classes as rules 9 and 10 leave them."""
    of_letters, alone = _patterns()
    return alone.sub(_ALPHABET.of("AL")[0], of_letters.sub("", classes))


def _is_short(before: str) -> bool:
    """Tell whether it may matter what stands before these classes."""
    return len(before.rstrip(_ALPHABET.of("SP SY IS RI CL CP"))) < _ENOUGH
