"""Where one side is surer than the other, or binds more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from tui_app.core.english.verbs_of_saying import COMPATIBLE_REPORTS
from tui_app.core.facts.cancelling import cancel, paired
from tui_app.core.facts.modals import (
    ALONE,
    COMPATIBLE_MODALS,
    MODAL_LIKE,
    modals,
    reporting_class,
    reports,
)
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

Modal = Mention[str]


def modality_facts(sides: Sides, claimed: Claimed) -> list[Fact]:
    """Return where one side is surer, or binds more, than the other."""
    if not (sides.left.anew or sides.right.anew):
        return []
    return [*_modal_facts(sides, claimed), *_report_facts(sides, claimed)]


def _modal_facts(sides: Sides, claimed: Claimed) -> Iterator[Fact]:
    left, right = modals(sides.left, claimed[0]), modals(sides.right, claimed[1])
    if not (left or right):
        return
    rest, others = cancel(sides, left, right, str.__eq__, str)
    rest, others = cancel(sides, rest, others, _compatible_modals, str)
    if rest and others and (_reported(sides.left) or _reported(sides.right)):
        rest, others = cancel(sides, rest, others, _shifted, str)
    pairs = paired(sides, rest, others, lambda *_: False)
    for one, other in pairs:
        yield Fact(Kind.MODALITY, one.stretch, other.stretch)
    met = {id(mention) for pair in pairs for mention in pair}
    for mention in rest:
        if id(mention) not in met and _stands_alone(sides.left, sides.right, mention):
            yield Fact(Kind.MODALITY, mention.stretch, None)
    for mention in others:
        if id(mention) not in met and _stands_alone(sides.right, sides.left, mention):
            yield Fact(Kind.MODALITY, None, mention.stretch)


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


def _stands_alone(here: Passage, there: Passage, mention: Modal) -> bool:
    """Tell whether the other side asserts outright what is hedged here.

    Not of a place too wide to look through.
    """
    if here.words[mention.start] not in ALONE:
        return False
    if _denied(here, mention):
        return False
    verb = _verb(here, mention)
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


def _verb(passage: Passage, mention: Modal) -> int | None:
    """Return the first content word behind the modal, if the other side has it."""
    behind = range(mention.end, min(mention.end + _REACH, len(passage.words)))
    for number in behind:
        if passage.words[number] == "be" and passage.partner[number] >= 0:
            return number
        if passage.written[number].content and passage.words[number].isalpha():
            return number if passage.partner[number] >= 0 else None
    return None


def _report_facts(sides: Sides, claimed: Claimed) -> Iterator[Fact]:
    if not (_reports_anew(sides.left) and _reports_anew(sides.right)):
        return
    left, right = reports(sides.left, claimed[0]), reports(sides.right, claimed[1])
    rest, others = cancel(sides, left, right, str.__eq__, str)
    rest, others = _free(sides.left, rest), _free(sides.right, others)
    pairs = paired(sides, rest, others, lambda *_: False)
    met = {id(mention) for pair in pairs for mention in pair}
    rest = [one for one in rest if id(one) not in met]
    others = [other for other in others if id(other) not in met]
    pairs += _of_one_subject(sides, rest, others)
    for one, other in pairs:
        if not _compatible(one.value, other.value, COMPATIBLE_REPORTS):
            yield Fact(Kind.MODALITY, one.stretch, other.stretch)


def _reports_anew(passage: Passage) -> bool:
    """Tell whether a verb of saying is another word on the other side: a first test."""
    return any(
        reporting_class(passage.words[number]) is not None for number in passage.anew
    )


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
