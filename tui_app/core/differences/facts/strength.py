"""Finding how sure or how binding a passage is: modals and reporting verbs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from tui_app.core.differences.facts.inflections import forms
from tui_app.core.differences.facts.mentions import Mention
from tui_app.core.differences.facts.passage import Passage
from tui_app.core.differences.facts.tables import word_set
from tui_app.core.differences.facts.tables.modals import AFTER_BE, FIRST_WORDS, MODALS
from tui_app.core.differences.facts.tables.reporting import NOUNS_TOO, REPORTING

_LONGEST = max(map(len, MODALS))
_DETERMINERS = word_set("""
    a an the this that these those his her its their our my your no any some of free
    political 's strong good every each new in on by for with
    """)
_BE = word_set("is are was were be been being 's 're also not still now , widely")
_SURE = word_set("certain sure convinced confident")
_OBJECTS = {("responsibility",), ("lives",), ("victory",), ("credit",), ("life",)}
"""What is claimed but not said."""
_PARTICIPLES = word_set("expected believed thought")
_POINTING = word_set("this that these those")
_THAT_ONLY = word_set("established determined learned")
"""Verbs of finding out only before *that*."""
_NOUNS = word_set("will may might can must need likely")


def modals(passage: Passage, taken: Collection[int]) -> list[Mention[str]]:
    """Return the modal words and phrases, each with its class of strength."""
    return list(_modals(passage, taken))


def _modals(passage: Passage, taken: Collection[int]) -> Iterator[Mention[str]]:
    end = 0
    for at in [at for at, word in enumerate(passage.words) if word in FIRST_WORDS]:
        if at >= end and at not in taken:
            found = _modal_at(passage, at)
            if found is not None:
                yield found
                end = found.end


def _modal_at(passage: Passage, at: int) -> Mention[str] | None:
    words = passage.words
    for length in range(_LONGEST, 0, -1):
        phrase = tuple(words[at : at + length])
        sense = MODALS.get(phrase)
        if sense is not None and not _is_other(passage, at):
            return Mention(at, at + len(phrase), sense)
    return None


def _is_other(passage: Passage, at: int) -> bool:
    """Tell the noun (*the will*), the month (*May*), *as certain members*."""
    word = passage.words[at]
    after = passage.words[at + 1] if at + 1 < len(passage.words) else ""
    before = passage.words[at - 1] if at else ""
    if word in {"certain", "sure"}:
        return before not in _BE
    if word in AFTER_BE and (after == "to" or word in _PARTICIPLES):
        return before not in _BE
    if word == "'d":
        return after in {"better", "been"} or after.endswith("ed")
    if word in _NOUNS and before in _DETERMINERS - _POINTING:
        return word != "likely"
    return word == "may" and at > 0 and passage.written[at].text[0].isupper()


def reports(passage: Passage, taken: Collection[int]) -> list[Mention[str]]:
    """Return the verbs of saying and thinking, each with its class of strength."""
    words = passage.words
    return [
        Mention(at, _end(words, at), sense)
        for at, word in enumerate(words)
        if (sense := reporting_class(word)) is not None
        and at not in taken
        and not (at and passage.written[at].text[0].isupper())
        and not (at and _is_noun(word, words[at - 1]))
        and words[at + 1 : at + 2] not in _OBJECTS
        and not (word in _THAT_ONLY and words[at + 1 : at + 2] != ("that",))
        and not (word in _SURE and (not at or words[at - 1] not in _BE))
    ]


def _end(words: Sequence[str], at: int) -> int:
    """Return the end of the verb, its *to* included: *acceded to*."""
    return (
        at + 2 if words[at] == "acceded" and words[at + 1 :][:1] == ("to",) else at + 1
    )


def _is_noun(word: str, before: str) -> bool:
    """Tell the noun (*the claim*) and the participle (*a confirmed case*)."""
    if word in NOUNS_TOO or word.endswith("ed"):
        return before in _DETERMINERS
    return False


@lru_cache(maxsize=1 << 11)
def reporting_class(word: str) -> str | None:
    """Return the class of strength of a verb of saying or thinking."""
    if len(word) < 3 or not word.isalpha():
        return None
    known = (word, *sorted(forms(word)))
    return next((REPORTING[form] for form in known if form in REPORTING), None)
