"""Who says a passage, and what differs between two in how they are said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from tui_app.core.english.transliteration import plain
from tui_app.core.english.verbs_of_saying import SAYING
from tui_app.core.english.word_lists import word_set
from tui_app.core.facts.names.known_names import GENERIC
from tui_app.core.model import Document, Span
from tui_app.core.text.abbreviations import TITLE, TITLES
from tui_app.core.text.punctuation import DOUBLE, DOUBLE_CLOSING, DOUBLE_OPENING

_LONGEST = 9

"""A speaker is named in so many words at most; more are a clause of their own."""

_DIRECT_SHARE = 0.4

_FARTHEST = 6

"""So many units back the speaker of a quotation that goes on is looked for."""

_WORD = re.compile(
    rf"{TITLE}\.|(?:[A-Z]\.)+"
    r"|[^\W_]+(?:['’.-][^\W_]+)*|[^\w\s]"
)
# Single marks are apostrophes as often, and corners stand within corners.
_OPEN, _CLOSE = DOUBLE_OPENING, DOUBLE_CLOSING

_QUOTED = re.compile(
    rf"(?:[{_OPEN}]|(?<!\w)\"(?=\S))[^\"{DOUBLE}]{{2,}}(?:[\"{_CLOSE}]|$)"
    rf"|^[^\"{DOUBLE}]{{2,}}(?:[{_CLOSE}]|(?<=\S)\"(?!\w))"
)

_OPENING = re.compile(rf"[{_OPEN}]|(?:^|[\s(])\"(?=\S)")

_CLOSING = re.compile(rf"[{_CLOSE}]|(?<=\S)\"(?=[\s).,;:]|$)")

_PRONOUNS = word_set("he she they it we i you who this that")

_PASSIVE = word_set("is are was were be been being to")

"""What is said of somebody is not said by him."""

_ADVERBS = word_set("""
    also then later further again repeatedly finally meanwhile however recently
    earlier previously once still has have had never often always today yesterday
    now even just only already jointly publicly clearly simply quickly specifically
    monday tuesday wednesday thursday friday saturday sunday on
    """)

_CLAUSE_ENDS = word_set(". , ; : ! ? ( ) — – that and but as while when if because")

_SMALL = word_set("the a an his her their its one this that of for and in to at")


@dataclass(frozen=True, slots=True)
class Speech:
    """How a passage is said.

    ``speaker`` is the speaker's name as the document has it (a pronoun resolved),
    ``None`` where it cannot be read off; ``place`` the words that name the speaker
    in the passage itself. ``direct``: most of what is said stands in quotation marks.
    """

    speaker: str | None
    place: Span | None
    direct: bool


class SpeechChange(Enum):
    """What may differ in how the same is said."""

    OTHER_SPEAKER = auto()
    NO_LONGER_QUOTED = auto()
    NOW_QUOTED = auto()


def speech_of(document: Document, units: Sequence[int]) -> Speech:
    """Return who says the passage of ``units``, and whether in so many words."""
    text = document.text
    direct = _is_direct(
        text[document.units[number].start : document.units[number].end]
        for number in units
    )
    for number in units:
        unit = document.units[number]
        place = attribution(text[unit.start : unit.end])
        if place is not None:
            shifted = Span(place.start + unit.start, place.end + unit.start)
            name = text[shifted.start : shifted.end]
            if name.lower() in _PRONOUNS:
                return Speech(_named_before(document, number), shifted, direct)
            return Speech(name, shifted, direct)
    if direct and units:
        return Speech(_speaker_before(document, units[0]), None, direct)
    return Speech(None, None, direct)


def speech_changes(left: Speech, right: Speech) -> tuple[SpeechChange, ...]:
    """Return what differs; speakers only where both are known by name."""
    found = []
    if left.speaker and right.speaker and not _same(left.speaker, right.speaker):
        found.append(SpeechChange.OTHER_SPEAKER)
    if left.direct and not right.direct:
        found.append(SpeechChange.NO_LONGER_QUOTED)
    if right.direct and not left.direct:
        found.append(SpeechChange.NOW_QUOTED)
    return tuple(found)


def attribution(passage: str) -> Span | None:
    """Return the words of ``passage`` that name who says it, outside quotations."""
    words = [
        word for word in _WORD.finditer(_without_quotations(passage)) if word[0].strip()
    ]
    lower = [word[0].lower() for word in words]
    for at, word in enumerate(lower):
        if lower[at : at + 2] == ["according", "to"]:
            return _span(words, _forward(lower, at + 2))
        if word in SAYING and not (at and lower[at - 1] in _PASSIVE):
            named = _backward(words, lower, at) or _inverted(lower, at)
            if named:
                return _span(words, named)
    return None


def _without_quotations(passage: str) -> str:
    """Blank what is quoted, offsets unchanged; a comma marks the place."""
    return _QUOTED.sub(lambda found: "," + " " * (len(found[0]) - 1), passage)


def _span(words: Sequence[re.Match[str]], numbers: range | None) -> Span | None:
    if not numbers:
        return None
    return Span(words[numbers[0]].start(), words[numbers[-1]].end())


def _backward(
    words: Sequence[re.Match[str]], lower: Sequence[str], verb: int
) -> range | None:
    """Return the subject before the verb: back to where its clause begins."""
    end = verb
    while end and lower[end - 1] in _ADVERBS:
        end -= 1
    if end and lower[end - 1] == ",":  # Smith, the mayor, said
        end = _before_apposition(lower, end - 1)
    start = end
    while start and lower[start - 1] not in _CLAUSE_ENDS and end - start < _LONGEST:
        start -= 1
    while start < end and lower[start] in _ADVERBS:
        start += 1
    return range(start, end) if _is_person(words, lower, start, end) else None


def _before_apposition(lower: Sequence[str], comma: int) -> int:
    before = comma - 1
    while before >= 0 and lower[before] not in {",", ".", ";", ":"}:
        before -= 1
    return before if before > 0 and lower[before] == "," else comma + 1


def _inverted(lower: Sequence[str], verb: int) -> range | None:
    """Return the subject behind the verb: *"...," said the captain*."""
    if verb and lower[verb - 1] not in {",", ".", "!", "?"}:
        return None
    return _forward(lower, verb + 1)


def _forward(lower: Sequence[str], start: int) -> range | None:
    end = start
    while (
        end < len(lower) and lower[end] not in _CLAUSE_ENDS and end - start < _LONGEST
    ):
        end += 1
    return range(start, end) if end > start else None


def _is_person(
    words: Sequence[re.Match[str]], lower: Sequence[str], start: int, end: int
) -> bool:
    """Tell a subject from what only stands before the verb."""
    if start >= end or end - start >= _LONGEST:
        return False
    if end - start == 1 and lower[start] in _PRONOUNS:
        return True
    capital = any(words[number][0][0].isupper() for number in range(start, end))
    return capital or lower[start] in _SMALL


def _is_direct(passages: Iterable[str]) -> bool:
    text = " ".join(passages)
    quoted = sum(len(found[0]) for found in _QUOTED.finditer(text))
    return quoted >= _DIRECT_SHARE * len(text) > 0


def _speaker_before(document: Document, unit: int) -> str | None:
    """Return the speaker of a quotation that began in an earlier unit."""
    paragraph = document.units[unit].paragraph
    for number in range(unit - 1, max(-1, unit - 1 - _FARTHEST), -1):
        before = document.units[number]
        text = document.text[before.start : before.end]
        named = attribution(text)
        if named is not None:
            return _name(document, number, text[named.start : named.end])
        if before.paragraph != paragraph and not _stays_open(text):
            return None
    return None


def _stays_open(text: str) -> bool:
    return len(_OPENING.findall(text)) > len(_CLOSING.findall(text))


def _name(document: Document, unit: int, words: str) -> str | None:
    return _named_before(document, unit) if words.lower() in _PRONOUNS else words


def _named_before(document: Document, unit: int) -> str | None:
    """Return the last speaker named before ``unit``."""
    for number in range(unit - 1, max(-1, unit - 1 - _FARTHEST), -1):
        before = document.units[number]
        text = document.text[before.start : before.end]
        place = attribution(text)
        if place is not None:
            words = text[place.start : place.end]
            if words.lower() not in _PRONOUNS:
                return words
    return None


def _same(one: str, other: str) -> bool:
    """Tell whether two speakers may be one: they share a name, or one is described.

    *The president* may be anybody of that rank, so it is nobody else's name.
    """
    names = _names(one), _names(other)
    if not all(names) or _is_described(one) or _is_described(other):
        return True
    return not names[0].isdisjoint(names[1])


def _is_described(words: str) -> bool:
    first = words.split(maxsplit=1)[0]
    return first.lower() in _SMALL or words.rsplit(maxsplit=1)[-1].islower()


def _names(words: str) -> frozenset[str]:
    return frozenset(
        plain(word)
        for word in re.findall(r"[^\W\d_]+", words)
        if word[0].isupper() and plain(word) not in TITLES | GENERIC
    )
