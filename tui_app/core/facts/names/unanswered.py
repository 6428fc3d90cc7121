"""Which capitalised words of a passage nothing on the other side answers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from tui_app.core.collation.collation import Stretch
from tui_app.core.collation.word import Remembered
from tui_app.core.english.common_words import is_common
from tui_app.core.english.lexicon import FUNCTION_WORDS
from tui_app.core.english.transliteration import plain
from tui_app.core.facts.evidence import DocumentEvidence
from tui_app.core.facts.names.entities import (
    HAS_CAPITAL,
    reads_as_headline,
    starts_sentence,
)
from tui_app.core.facts.names.known_names import KNOWN, PEOPLES
from tui_app.core.facts.names.other_forms import is_alike, is_answered_by
from tui_app.core.facts.names.unmatched_names import expanded
from tui_app.core.facts.passage import Passage
from tui_app.core.text.abbreviations import BEFORE_NAMES

_BETWEEN = frozenset({"of", "de", "and", "&"})


class UnansweredName(NamedTuple):
    """Neighbouring capitalised words that the other side has under no form.

    ``new``: the other document does not have them either, and they are no common
    words, so that they name somebody else. ``strange``: it does not have them.
    ``people``: the last is an adjective too, as *German* is.
    """

    stretch: Stretch
    words: tuple[str, ...]
    new: bool
    strange: bool
    people: bool


def capitalised(
    passage: Passage, claimed: Collection[int], evidence: DocumentEvidence
) -> list[int]:
    """Return the capitalised words that no form of the same word answers.

    A title before a name is none. Where a capital tells nothing, at the head of a
    sentence and in a headline, common words are left out.
    """
    found = [
        at
        for at in passage.anew
        if HAS_CAPITAL[passage.written[at].text]
        and not passage.same[at]
        and at not in claimed
        and passage.words[at] not in FUNCTION_WORDS
        and passage.words[at] != "i"
        and passage.words[at] not in BEFORE_NAMES
    ]
    if not found:
        return found
    headline = reads_as_headline([word.text for word in passage.written])
    return [
        at
        for at in found
        if not (headline or starts_sentence(passage, at))
        or not _is_common(passage.words[at], evidence)
    ]


def _is_common(word: str, evidence: DocumentEvidence) -> bool:
    if evidence.lowered[word]:
        return True
    bare = plain(word)
    return is_common(bare) and bare not in KNOWN


def unanswered(here: Passage, at_capitals: Sequence[int], there: Passage) -> list[int]:
    """Return those of the words that name nothing the other side says."""
    free = [
        at
        for at, word in enumerate(there.written)
        if word.lexical and not there.same[at]
    ]
    said = {plain(there.words[at]) for at in free}
    bare = {at: plain(here.words[at]) for at in at_capitals}
    left = [at for at in at_capitals if bare[at] not in said]
    if not left:
        return left
    acronyms = {plain(there.words[at]) for at in free if _is_acronym(there, at)}
    short = expanded(here, acronyms)
    names = {
        plain(there.words[at]) for at in free if HAS_CAPITAL[there.written[at].text]
    }
    return [
        at
        for at in left
        if at not in short
        and not any(is_answered_by(bare[at], one) for one in said)
        and not any(is_alike(bare[at], one) for one in names)
    ]


def _is_acronym(passage: Passage, at: int) -> bool:
    text = passage.written[at].text
    return text.isupper() and len(text) > 1


def unanswered_names(
    passage: Passage, numbers: Sequence[int], others: Remembered
) -> Iterator[UnansweredName]:
    """Yield unanswered words as names; ``others`` tells the other document's words."""
    for run in _runs(passage, numbers):
        words = tuple(plain(passage.words[at]) for at in run)
        strange = not any(map(others.__getitem__, words))
        yield UnansweredName(
            Stretch(run[0], run[-1] + 1),
            words,
            strange and not all(map(is_common, words)),
            strange,
            words[-1] in PEOPLES,
        )


def _runs(passage: Passage, numbers: Sequence[int]) -> list[list[int]]:
    """Return the words in groups that stand side by side, small words between."""
    runs: list[list[int]] = []
    for at in numbers:
        near = runs and at - runs[-1][-1] <= 2
        if near and all(
            word in _BETWEEN for word in passage.words[runs[-1][-1] + 1 : at]
        ):
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs
