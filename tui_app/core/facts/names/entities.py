"""Which names stand in a passage."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui_app.core.collation.word import QUOTATION_MARK, Remembered
from tui_app.core.english.inflections import lemmas
from tui_app.core.english.lexicon import FUNCTION_WORDS
from tui_app.core.english.transliteration import plain
from tui_app.core.english.verbs_of_saying import BEHIND_NAMES
from tui_app.core.facts.evidence import (
    FEWEST_CAPITALS,
    DocumentEvidence,
    is_headline,
)
from tui_app.core.facts.names.known_names import (
    ALIASES,
    COMMON,
    COUNTRIES,
    FOREIGN_NOUNS,
    GENERIC,
    KNOWN,
    NAME_ENDINGS,
    PEOPLES,
)
from tui_app.core.facts.passage import Passage
from tui_app.core.text.abbreviations import TITLES

_CONNECTORS = frozenset(
    {"of", "the", "for", "de", "la", "van", "von", "bin", "al", "&"}
)

_ENDS = frozenset({".", "!", "?", ":", "…", "...", ";", "•", "-", "–", "—", "("})

_ALONE = frozenset({"house", "lords", "commons", "la", "au", "ba", "icc", "fed", "who"})

_SHORTEST_FOREIGN = 4

_NO_PARTS = TITLES | GENERIC

_NO_NAMES = _NO_PARTS | COMMON


class NamePiece(NamedTuple):
    """A word (or fixed phrase) of a name at tokens ``start`` to ``end``.

    ``key`` is equal for two names of one thing (*German*, *Berlin*, *Germany*);
    ``written`` is the piece as it stands; ``run`` numbers the row of capitalised
    words it is part of.
    """

    start: int
    end: int
    key: str
    written: str
    run: int
    acronym: bool
    doubtful: bool = False


def pieces(
    passage: Passage, claimed: Collection[int], evidence: DocumentEvidence
) -> list[NamePiece]:
    """Return the telling pieces of the names in ``passage``, in order.

    Titles and generic words (*University*) are no pieces; ``claimed`` tokens are
    left out.
    """
    return list(_pieces(passage, claimed, evidence))


def _pieces(
    passage: Passage, claimed: Collection[int], evidence: DocumentEvidence
) -> Iterator[NamePiece]:
    texts = [word.text for word in passage.written]
    capitals = HAS_CAPITAL.where(texts)
    headline = len(capitals) >= FEWEST_CAPITALS and reads_as_headline(texts)
    end, run, last = 0, 0, -9
    for at in capitals:
        if at < end or at in claimed:
            continue
        text = texts[at]
        if not _continues(passage, last, at):
            run += 1
        known = _phrase(passage, at)
        if known is not None:
            end, key = known
            yield NamePiece(
                at, end, key, _joined(passage, at, end), run, text.isupper()
            )
        else:
            end = at + 1
            sure = _names(passage, at, evidence, headline=headline)
            if sure or _may_name(passage, at, evidence):
                yield from _single(passage, at, run, doubtful=not sure)
        last = end


def _is_capital(text: str) -> bool:
    if text[0].isupper():
        return True
    return text[0].isalpha() and any(map(str.isupper, text))


HAS_CAPITAL = Remembered(_is_capital)

"""Whether a word has a capital, at its head or inside."""


def reads_as_headline(texts: Sequence[str]) -> bool:
    """Tell whether most words of a passage, as they are written, have capitals."""
    initials = [text[0] for text in texts[1:] if len(text) > 3]
    return is_headline(list(filter(str.isalpha, initials)))


def _continues(passage: Passage, last: int, at: int) -> bool:
    if last == at - 1 and passage.words[last] == ".":
        return _is_initial(passage, last)
    return last == at or (
        0 < at - last <= 2
        and all(word in _CONNECTORS for word in passage.words[last:at])
    )


def _is_initial(passage: Passage, dot: int) -> bool:
    """Tell whether a dot is that of an initial behind a name: *Ann B. Carver*."""
    if passage.words[dot] != "." or dot < 2:  # name and initial
        return False
    return len(passage.words[dot - 1]) == 1 and all(
        passage.written[at].text[0].isupper() for at in (dot - 2, dot - 1)
    )


def _joined(passage: Passage, start: int, end: int) -> str:
    return "-".join(plain(word) for word in passage.words[start:end])


def _phrase(passage: Passage, at: int) -> tuple[int, str] | None:
    """Return the end and the key of a known name that starts at token ``at``."""
    words = passage.words
    first = plain(words[at])
    if first not in _FIRST_WORDS:
        return None
    for length in (*_LENGTHS.get(first, ()), 1):
        end = at + length
        name = "-".join(map(plain, words[at:end]))
        key = COUNTRIES.get(name) or ALIASES.get(name)
        if key is None or (name in _ALONE and not _stands_alone(passage, at)):
            continue
        if end <= len(words) and HAS_CAPITAL[passage.written[end - 1].text]:
            return end, key
    return None


def _lengths() -> dict[str, tuple[int, ...]]:
    """Return how many tokens a known name of several may have, by its first word."""
    found: dict[str, set[int]] = {}
    for name in (*COUNTRIES, *ALIASES):
        if "-" in name:
            parts = name.split("-")
            found.setdefault(parts[0], set()).add(len(parts))
    return {first: tuple(sorted(all_, reverse=True)) for first, all_ in found.items()}


_LENGTHS = _lengths()

_FIRST_WORDS = _LENGTHS.keys() | COUNTRIES.keys() | ALIASES.keys()


def _stands_alone(passage: Passage, at: int) -> bool:
    """Tell whether a word of two meanings is a name: *the House*, not *Opera House*."""
    if passage.written[at].text.isupper():
        return True
    beside = [
        passage.written[number].text
        for number in (at - 1, at + 1)
        if 0 <= number < len(passage.words)
    ]
    return at > 0 and not any(
        word[0].isupper() and word.lower() not in FUNCTION_WORDS for word in beside
    )


def _single(
    passage: Passage, at: int, run: int, *, doubtful: bool
) -> Iterator[NamePiece]:
    text = passage.written[at].text
    if any(map(str.isdigit, text)):
        whole = plain(text).replace("-", "")
        yield NamePiece(at, at + 1, whole, plain(text), run, text.isupper(), doubtful)
        return
    for part in text.replace("‑", "-").split("-") if "-" in text else [text]:
        key = plain(part)
        if not part or not _is_capital(part) or key in TITLES or key in GENERIC:
            continue
        key = COUNTRIES.get(key) or key
        acronym = part.isupper() and len(part) > 1
        yield NamePiece(at, at + 1, key, plain(part), run, acronym, doubtful)


def _names(
    passage: Passage, at: int, evidence: DocumentEvidence, *, headline: bool
) -> bool:
    """Tell whether the capital of the word at ``at`` is that of a name."""
    word = passage.words[at]
    if word in TITLES or word in GENERIC or word == "i":
        return False
    if not (headline or starts_sentence(passage, at)):
        return True
    return _is_known(word, evidence) or (
        word not in FUNCTION_WORDS
        and not evidence.lowered[word]
        and lemmas(word).isdisjoint(COMMON)
        and not headline
        and _looks_like_name(passage, at, evidence)
    )


def _may_name(passage: Passage, at: int, evidence: DocumentEvidence) -> bool:
    """Tell whether nothing speaks against a name at the head of a sentence."""
    word = passage.words[at]
    return (
        word not in FUNCTION_WORDS
        and not evidence.lowered[word]
        and plain(word) not in _NO_NAMES
        and lemmas(word).isdisjoint(COMMON)
    )


def _is_known(word: str, evidence: DocumentEvidence) -> bool:
    bare = plain(word)
    if bare in FUNCTION_WORDS:
        return False
    if bare in COMMON:
        return bare in KNOWN
    return (
        bare in KNOWN
        or evidence.names[word]
        or ("-" in bare and bare.split("-")[0] in KNOWN)
    )


def _looks_like_name(passage: Passage, at: int, evidence: DocumentEvidence) -> bool:
    text = passage.written[at].text
    if len(text) > 1 and any(map(str.isupper, text[1:])):
        return True
    if at + 1 >= len(passage.words):
        return False
    following = passage.written[at + 1].text
    if following[0].isupper() and following.lower() not in _NO_PARTS:
        return not evidence.lowered[following.lower()] and following != "I"
    if _is_foreign(passage.words[at]):
        return True
    plural = text.endswith("s") and not text.endswith("ss")
    return not plural and passage.words[at + 1] in BEHIND_NAMES | {"'s"}


@lru_cache(maxsize=1 << 11)
def _is_foreign(word: str) -> bool:
    """Tell a word spelled as English nouns hardly are: *Galileo*, *Kowalski*."""
    return (
        len(word) >= _SHORTEST_FOREIGN
        and word.isalpha()
        and word not in FOREIGN_NOUNS
        and (word.endswith(NAME_ENDINGS) or not word.isascii())
    )


def starts_sentence(passage: Passage, at: int) -> bool:
    """Tell whether the token is the first of a sentence, its capital owed to that."""
    before = at - 1
    while before >= 0 and passage.written[before].sort is QUOTATION_MARK:
        before -= 1
    if before < 0:
        return True
    if before < at - 1:
        return True
    return passage.words[before] in _ENDS and not _is_initial(passage, before)


def merely_begins(passage: Passage, at: int) -> bool:
    """Tell a word of grammar, and of no known name, at the head of a sentence."""
    word = passage.words[at]
    return (
        word in FUNCTION_WORDS
        and plain(word) not in _FIRST_WORDS
        and starts_sentence(passage, at)
    )


def is_people(written: str) -> bool:
    """Tell whether the name is an adjective too, as *German* is."""
    return written in PEOPLES
