"""Where one side is surer than the other, or binds more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from tui_app.core.collation.word import Remembered
from tui_app.core.english.verbs_of_saying import COMPATIBLE_REPORTS
from tui_app.core.facts.cancelling import cancel, paired
from tui_app.core.facts.modals import (
    ALONE,
    COMPATIBLE_MODALS,
    MODAL_LIKE,
    NEVER_ALONE_RETOLD,
    RETOLD_MODALS,
    modals,
    reporting_class,
    reports,
)
from tui_app.core.facts.pair_character import PairCharacter
from tui_app.core.facts.passage import (
    Claimed,
    Fact,
    Mention,
    MentionPair,
    Passage,
    Sides,
)
from tui_app.core.kinds import Kind

_REACH = 4

_BETWEEN = 3

"""Words more that may stand between a modal and its verb: the subject of a question."""

_NO_REPORT = frozenset({"for", "at", "to", "the", "of", "about", "+", "-"})

"""Words behind verbs that take an object or a person, and report nothing."""

Modal = Mention[str]


def modality_facts(sides: Sides, claimed: Claimed, pair: PairCharacter) -> list[Fact]:
    """Return where one side is surer, or binds more, than the other.

    In a retelling only of a verb that both sides have, and of classes that two
    translators do not choose for the same.
    """
    if not (sides.left.anew or sides.right.anew):
        return []
    return [*_modal_facts(sides, claimed, pair), *_report_facts(sides, claimed, pair)]


def _modal_facts(sides: Sides, claimed: Claimed, pair: PairCharacter) -> Iterator[Fact]:
    left, right = modals(sides.left, claimed[0]), modals(sides.right, claimed[1])
    if not (left or right):
        return
    retold = pair.retelling
    rest, others = cancel(sides, left, right, str.__eq__, str)
    compatible = _retold_modals if retold else _compatible_modals
    rest, others = cancel(sides, rest, others, compatible, str)
    if retold:
        rest, others = _strong(rest), _strong(others)
    if rest and others and (_reported(sides.left) or _reported(sides.right)):
        rest, others = cancel(sides, rest, others, _shifted, str)
    pairs = paired(sides, rest, others, lambda *_: False)
    for one, other in pairs:
        if not retold or _is_framed(sides, one, other):
            yield Fact(Kind.MODALITY, one.stretch, other.stretch)
    met = {id(mention) for both in pairs for mention in both}
    rest, others = _strong(rest), _strong(others)
    for mention in rest:
        if id(mention) not in met and _stands_alone(
            sides.left, sides.right, mention, retold=retold
        ):
            yield Fact(Kind.MODALITY, mention.stretch, None)
    for mention in others:
        if id(mention) not in met and _stands_alone(
            sides.right, sides.left, mention, retold=retold
        ):
            yield Fact(Kind.MODALITY, None, mention.stretch)


def _strong(mentions: Iterable[Modal]) -> list[Modal]:
    return [one for one in mentions if not one.weak]


def _shifted(one: str, other: str) -> bool:
    """Tell *will* from *would* in reported speech: one and the same."""
    return {one, other} in ({"will", "would"}, {"can", "could"})


def _reported(passage: Passage) -> bool:
    return any(
        word.endswith(("d", "t")) and reporting_class(word) is not None
        for word in passage.words
    )


def _compatible(one: str, other: str, pairs: Collection[frozenset[str]]) -> bool:
    return one == other or frozenset({one, other}) in pairs


def _compatible_modals(one: str, other: str) -> bool:
    return _compatible(one, other, COMPATIBLE_MODALS)


def _retold_modals(one: str, other: str) -> bool:
    return _compatible(one, other, RETOLD_MODALS)


def _is_framed(sides: Sides, one: Modal, other: Modal) -> bool:
    """Tell whether one word stands before both modals, or one verb behind them."""
    left = sides.left
    before = one.start - 1
    if before >= 0 and left.equal[before] and left.partner[before] == other.start - 1:
        return True
    verb = _verb(left, one, retold=True)
    return (
        verb is not None
        and other.end <= left.partner[verb] < other.end + _REACH + _BETWEEN
    )


def _stands_alone(
    here: Passage, there: Passage, mention: Modal, *, retold: bool
) -> bool:
    """Tell whether the other side asserts outright what is hedged here.

    Not of a place too wide to look through.
    """
    if here.words[mention.start] not in ALONE:
        return False
    if _denied(here, mention) or (retold and mention.value in NEVER_ALONE_RETOLD):
        return False
    verb = _verb(here, mention, retold=retold)
    if verb is None:
        return False
    answer = here.partner[verb]
    near = range(max(0, answer - _REACH - 1), min(answer + _REACH, len(there.words)))
    around = [there.words[number] for number in near if not there.equal[number]]
    gaps = set(here.gap[mention.start : mention.end])
    if any(map(there.is_wide, gaps)):
        return False
    for gap in gaps:
        around += [there.words[number] for number in there.in_gap(gap)]
    before = there.words[answer - 1] if answer else ""
    return before != "to" and not any(map(_is_modal_like, around))


def _denied(passage: Passage, mention: Modal) -> bool:
    """Tell *could not remember*: opposite *remembered* only the denial counts."""
    behind = passage.words[mention.end : mention.end + 1]
    return bool(behind) and behind[0] in {"not", "n't", "never"}


def _is_modal_like(word: str) -> bool:
    return word in MODAL_LIKE or word.endswith(("able", "ible"))


def _verb(passage: Passage, mention: Modal, *, retold: bool) -> int | None:
    """Return the first content word behind the modal, if the other side has it.

    In what is ``retold`` it must have a form of the word; what merely stands in its
    place is no answer.
    """
    behind = range(mention.end, min(mention.end + _REACH, len(passage.words)))
    for number in behind:
        word = passage.words[number]
        if word == "be" and passage.partner[number] >= 0 and not retold:
            return number
        if retold and word.endswith("ly"):
            continue
        if passage.written[number].content and word.isalpha():
            if retold:
                return number if passage.same[number] else None
            return number if passage.partner[number] >= 0 else None
    return None


def _report_facts(
    sides: Sides, claimed: Claimed, pair: PairCharacter
) -> Iterator[Fact]:
    if not (_reports_anew(sides.left) and _reports_anew(sides.right)):
        return
    left, right = reports(sides.left, claimed[0]), reports(sides.right, claimed[1])
    if pair.retelling:
        left, right = _reporting(sides.left, left), _reporting(sides.right, right)
    rest, others = cancel(sides, left, right, str.__eq__, str)
    rest, others = _free(sides.left, rest), _free(sides.right, others)
    pairs = paired(sides, rest, others, lambda *_: False)
    met = {id(mention) for pair in pairs for mention in pair}
    rest = [one for one in rest if id(one) not in met]
    others = [other for other in others if id(other) not in met]
    pairs += _of_one_subject(sides, rest, others)
    habits = {(one.left, one.right) for one in pair.habits}
    for one, other in pairs:
        words = sides.left.words[one.start], sides.right.words[other.start]
        if words not in habits and not _compatible(
            one.value, other.value, COMPATIBLE_REPORTS
        ):
            yield Fact(Kind.MODALITY, one.stretch, other.stretch)


def _reporting(passage: Passage, mentions: Iterable[Modal]) -> list[Modal]:
    """Return the verbs that report what is said: not *forecast 26*, *claimed for*."""
    words = passage.words
    return [
        one
        for one in mentions
        if not (behind := words[one.end : one.end + 1])
        or (behind[0] not in _NO_REPORT and not behind[0][0].isdigit())
    ]


_REPORTS = Remembered(lambda word: reporting_class(word) is not None)


def _reports_anew(passage: Passage) -> bool:
    """Tell whether a verb of saying is another word on the other side: a first test."""
    return _REPORTS.any_of(passage.words_anew)


def _of_one_subject(
    sides: Sides, left: Iterable[Modal], right: Iterable[Modal]
) -> Iterator[MentionPair[str]]:
    """Yield *the owner claimed* at the head with *the owner said* at the end."""
    beside: dict[int, list[Modal]] = {}
    for other in right:
        for number in _beside(other):
            beside.setdefault(number, []).append(other)
    partner, written = sides.left.partner, sides.left.written
    used: set[Modal] = set()
    for one in left:
        answers = {
            other
            for number in _beside(one)
            if 0 <= number < len(partner)
            and partner[number] >= 0
            and written[number].content
            for other in beside.get(partner[number], ())
        }
        free = answers - used
        if free:
            other = min(free)
            used.add(other)
            yield one, other


def _beside(mention: Modal) -> Sequence[int]:
    """Return the two tokens before and the two behind."""
    start, end = mention.start, mention.end
    return start - 2, start - 1, end, end + 1


def _free(passage: Passage, mentions: Iterable[Modal]) -> list[Modal]:
    """Return the mentions whose word is another one on the other side."""
    return [one for one in mentions if not passage.equal[one.start]]
