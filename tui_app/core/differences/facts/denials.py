"""Negators of one side that nothing on the other side answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui_app.core.differences.collation import Stretch
from tui_app.core.differences.facts.denying_side import DenyingSide, Negator
from tui_app.core.differences.facts.inflections import forms
from tui_app.core.differences.facts.passage import Passage
from tui_app.core.differences.facts.polarity import (
    is_negative,
    opposed,
    undoes,
)
from tui_app.core.differences.facts.tables import word_set
from tui_app.core.differences.facts.tables.negatives import (
    ASSERTING,
    BEFORE_INFINITIVE,
)

_REACH = 6
"""How many tokens behind a negator the word it denies may stand."""
_BACK = 4
"""How many before it, where nothing stands behind."""
_ROUND = 8
"""How far from the word's counterpart something may deny on the other side."""
_WORDS_DENIED = 2
"""Among so many words of content behind the negator the denied one must be."""
_NONE = word_set("no none nobody nothing never neither nowhere")
_OBJECTS = word_set("none nobody nothing nowhere")
"""What may deny the verb before it: *heard nothing*."""
_CEASING = word_set("cease stop quit end")
_RULE = word_set("rule rules ruled ruling")
_DENYING_PAIRS = {("out", "of"), ("far", "from"), ("free", "of"), ("free", "from")}
_ADVERBS = word_set("not n't never")
_KEPT = word_set(
    "is are was were has have had did do does will would could should can must"
)
"""Auxiliaries that show by themselves that a verb is denied."""
_AUXILIARIES = word_set("do does did can ca could would wo will")


Denial = tuple[Stretch, Stretch | None]


def denials(here: DenyingSide, there: DenyingSide) -> Iterator[Denial]:
    """Yield the negators, and *failed to*, that deny a word the other side asserts.

    With each, the word that stands in its place there, if one does: *nobody* and
    *somebody*.
    """
    for negator in here.lone.values():
        scope = _denied(here.passage, negator.start)
        if scope is None:
            scope = _behind_auxiliary(here.passage, there.passage, negator.start)
        if scope is not None and not _compensated(here, there, negator.start, scope):
            yield _with_auxiliary(here, negator), _asserting(here, there, negator)
    if _INFINITIVE_FORMS.isdisjoint(here.passage.words):
        return
    for at, word in enumerate(here.passage.words):
        if (
            word in _INFINITIVE_FORMS
            and here.changed(at)
            and at not in here.opposed
            and not _refused_too(here.passage.partner[at], there.passage)
        ):
            yield from ((one, None) for one in _infinitive(here, there, at))


_INFINITIVE_FORMS = {
    form
    for word in BEFORE_INFINITIVE
    for form in (word, word + "s", word + "ed", word + "d", word + "ing")
} | {"neglected", "declined", "refusing", "declining", "failure", "refusal"}


def _refused_too(answer: int, there: Passage) -> bool:
    return answer >= 0 and there.words[answer] in _INFINITIVE_FORMS


def _infinitive(here: DenyingSide, there: DenyingSide, at: int) -> Iterator[Stretch]:
    words = here.passage.words
    if words[at + 1 : at + 2] != ("to",) or there.lone:
        return
    scope = _denied(here.passage, at + 1)
    if scope is not None and not _compensated(here, there, at, scope):
        yield Stretch(at, at + 2) if here.changed(at + 1) else Stretch(at, at + 1)


def _denied(passage: Passage, at: int) -> int | None:
    """Return the word that the negator at ``at`` denies, if the other side has it."""
    behind = range(at + 1, min(at + 1 + _REACH, len(passage.words)))
    ahead = range(at - 1, max(-1, at - 1 - _BACK), -1)
    for place in (behind, ahead):
        words = [number for number in place if passage.written[number].content]
        near = words[:_WORDS_DENIED]
        found = next((number for number in near if passage.same[number]), None)
        if found is not None or (words and passage.words[at] not in _OBJECTS):
            return found
    return None


def _behind_auxiliary(here: Passage, there: Passage, at: int) -> int | None:
    """Return the auxiliary before the negator, if it stays and a verb behind it.

    *The governor has not put his name to it* and *the governor has signed it*: the
    verb is another one, the frame it stands in is not.
    """
    before = at - 1
    if here.words[at] not in _ADVERBS or before < 1:
        return None
    if here.words[before] not in _KEPT or not here.equal[before]:
        return None
    following = here.partner[before] + 1
    verb = following < len(there.words) and there.written[following].content
    return before if verb else None


def _compensated(here: DenyingSide, there: DenyingSide, at: int, scope: int) -> bool:
    """Tell whether something else denies: there in place of the negator, or here.

    Of a place too wide to look through it is taken for granted.
    """
    behind = range(at + 1, min(at + 1 + _REACH, len(here.passage.words)))
    if any(
        here.replaced(number)
        and (undoes(here.passage.words[number]) or _denies_with_next(here, number))
        for number in behind
    ):
        return True
    if any(there.passage.is_wide(here.passage.gap[number]) for number in (at, scope)):
        return True
    negator = here.passage.words[at]
    denied = [
        here.passage.words[number] for number in behind if not here.passage.same[number]
    ]
    return any(
        _denies(there, number, negator, denied, in_gap=in_gap)
        for number, in_gap in _around(here.passage, there.passage, at, scope)
    )


def _denies(
    there: DenyingSide, at: int, negator: str, denied: Sequence[str], *, in_gap: bool
) -> bool:
    """Tell whether a word says in another way what ``negator`` says.

    Words that deny only by the way (*instead*) count in the negator's own place.
    *The largest* is *none is larger*, *the first* is *never before*.
    """
    word = there.passage.words[at]
    if there.replaced(at) and (
        undoes(word) or (in_gap and is_negative(word)) or _denies_with_next(there, at)
    ):
        return True
    if not there.changed(at):
        return False
    if "longer" in denied[:1] and not forms(word).isdisjoint(_CEASING):
        return True
    if negator in _NONE and (word.endswith("est") or word in {"first", "only", "any"}):
        return True
    if word == "last" or (word == "still" and "yet" in (negator, *denied)):
        return True
    return any(opposed(one, word) for one in denied)


def _denies_with_next(side: DenyingSide, at: int) -> bool:
    """Tell *ruled out*, *out of*, *far from*, *declined to*."""
    if side.senses[at] != side.passage.words[at]:
        return True
    words = side.passage.words[at : at + 2]
    if words[-1] == "to" and words[0] in _INFINITIVE_FORMS:
        return True
    return words in _DENYING_PAIRS or (words[-1] == "out" and words[0] in _RULE)


def _around(
    here: Passage, there: Passage, at: int, scope: int
) -> Iterator[tuple[int, bool]]:
    """Yield the tokens of the other side about the place where the negator would stand.

    With each, whether it is in the gap of the negator or of the word it denies.
    """
    gaps = {here.gap[at], here.gap[scope]}
    answer = here.partner[scope]
    yield from ((number, True) for gap in gaps for number in there.in_gap(gap))
    near = range(max(0, answer - _ROUND), min(answer + _ROUND + 1, len(there.words)))
    yield from ((number, False) for number in near if there.gap[number] not in gaps)


def _asserting(
    here: DenyingSide, there: DenyingSide, negator: Negator
) -> Stretch | None:
    """Return the word of the other side that asserts in the place of the negator."""
    words = ASSERTING.get(negator.value, ())
    gap = here.passage.gap[negator.start]
    answer = here.passage.partner[negator.start]
    places = [answer, *there.passage.in_gap(gap)] if words else []
    for at in places:
        if at >= 0 and there.passage.words[at] in words and there.changed(at):
            return Stretch(at, at + 1)
    return None


def _with_auxiliary(here: DenyingSide, negator: Negator) -> Stretch:
    if here.passage.words[negator.start : negator.start + 2] == ("no", "one"):
        whole = Stretch(negator.start, negator.start + 2)
        return whole if here.changed(negator.start + 1) else _of(negator)
    before = negator.start - 1
    if before >= 0 and here.passage.words[before] in _AUXILIARIES:
        return Stretch(before, negator.end) if here.changed(before) else _of(negator)
    return _of(negator)


def _of(mention: Negator) -> Stretch:
    return Stretch(mention.start, mention.end)
