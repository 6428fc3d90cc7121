"""Which negators nothing on the other side answers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from operator import attrgetter

from tui_app.core.collation.collation import Stretch
from tui_app.core.english.inflections import forms
from tui_app.core.english.verbs_of_saying import SAYING_THAT
from tui_app.core.english.word_lists import word_set
from tui_app.core.facts.negation.negators import (
    ASSERTING,
    BEFORE_INFINITIVE,
    NEGATORS,
    is_negative,
    opposed,
    senses,
    undoes,
)
from tui_app.core.facts.passage import Mention, Passage
from tui_app.core.facts.quotations import quotations, words_inside

REACH = 6

"""How many tokens behind a negator the word it denies may stand."""

_FAR = 20

"""The same behind *does not think that*."""

_DOUBLE = 3

"""Two negators so near each other undo each other."""

_HAVING = word_set("has have had having possess possesses possessed")

"""*Has no* is what *lacks* says: the negator stands behind."""

_SAID = 8

"""How many tokens behind *said* a negator may stand."""

_LISTING = frozenset({",", ";", "and", "or", "nor", "but"})

_RAISING = word_set("think believe expect consider seem appear feel")

_UNDOING = 2

"""So many tokens before *fail to* a negator undoes it: *never fail to*."""

_start = attrgetter("start")

Negator = Mention[str]


class DenyingSide:
    """One side with its negators that nothing on the other side answers."""

    def __init__(
        self,
        passage: Passage,
        claimed: Collection[int],
        negators: Sequence[Negator],
        lone: Sequence[Negator],
    ) -> None:
        self.passage = passage
        self.claimed = claimed
        self.negators = negators
        self.lone = {one.start: one for one in _without_double(passage, lone)}
        self.opposed: set[int] = set()
        self.senses = senses(passage)

    @property
    def senses_anew(self) -> Sequence[str]:
        """What the words say that are not equal."""
        if self.senses is self.passage.words:
            return self.passage.words_anew
        return [self.senses[at] for at in self.passage.anew]

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The tokens between quotation marks."""
        return words_inside(quotations(self.passage))

    def changed(self, at: int) -> bool:
        """Tell whether the token may be part of a fact yet."""
        return not self.passage.equal[at] and at not in self.claimed

    def replaced(self, at: int) -> bool:
        """Tell whether no form of the word stands anywhere on the other side."""
        return not self.passage.same[at] and at not in self.claimed

    def answered(self, at: int) -> bool:
        """Tell whether the token is a negator that the other side has too."""
        return is_denying(self.passage, at) and at not in self.lone

    def _reach(self, behind: int) -> int:
        """Return how far a negator reaches: *does not think that*, far."""
        following = self.passage.words[behind : behind + 1]
        return _FAR if following and following[0] in _RAISING else REACH

    def turns(self, at: int) -> bool:
        """Tell whether a negator turns (or is) the token; use it up.

        Behind a verb of saying it may stand in what is said (*said he had not*), and
        behind *if* in what is supposed.
        """
        word = self.passage.words[at]
        far = word in SAYING_THAT or word == "if"
        before = _SAID if far else int(word in _HAVING)
        first = bisect_left(self.negators, at - _FAR, key=_start)
        last = bisect_right(self.negators, at + before, key=_start)
        turning = [
            one
            for one in self.negators[first:last]
            if at - one.start <= self._reach(one.end)
        ]
        used = next((one.start for one in turning if one.start in self.lone), None)
        if used is not None:
            del self.lone[used]
        return bool(turning)


def _without_double(passage: Passage, lone: Sequence[Negator]) -> list[Negator]:
    """Drop negators that undo each other: *never without*, not *not red, not cheap*."""
    kept: list[Negator] = []
    for negator in lone:
        between = passage.words[kept[-1].end : negator.start] if kept else ()
        if kept and len(between) < _DOUBLE and _LISTING.isdisjoint(between):
            kept.pop()
        else:
            kept.append(negator)
    return kept


def is_denying(passage: Passage, at: int) -> bool:
    """Tell whether the token is a negator itself."""
    return passage.words[at] in NEGATORS


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


_ALTERNATIVE = frozenset({"or", "nor"})


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
        if scope is None or is_taken_up(here, there, negator):
            continue
        if not _compensated(here, there, negator.start, scope):
            yield with_auxiliary(here, negator), _asserting(here, there, negator)
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


def is_taken_up(here: DenyingSide, there: DenyingSide, negator: Negator) -> bool:
    """Tell whether a negator of the other side reaches the denied word by *or*.

    *Not red and not cheap* is *not red or cheap*.
    """
    words = there.passage.words
    for at in _behind(here.passage, negator.start)[:_WORDS_DENIED]:
        answer = here.passage.partner[at] if here.passage.same[at] else -1
        before = words[max(0, answer - _FAR) : max(0, answer)]
        if not _ALTERNATIVE.isdisjoint(before[-_ROUND:]) and "but" not in before:
            return not NEGATORS.isdisjoint(before)
    return False


def _behind(passage: Passage, at: int) -> list[int]:
    """Return the words of content behind a negator, as far as it reaches."""
    behind = range(at + 1, min(at + 1 + REACH, len(passage.words)))
    return [number for number in behind if passage.written[number].content]


def _infinitive(here: DenyingSide, there: DenyingSide, at: int) -> Iterator[Stretch]:
    words = here.passage.words
    if words[at + 1 : at + 2] != ("to",) or there.lone:
        return
    if not NEGATORS.isdisjoint(words[max(0, at - _UNDOING) : at]):
        return
    scope = _denied(here.passage, at + 1)
    if scope is not None and not _compensated(here, there, at, scope):
        yield Stretch(at, at + 2) if here.changed(at + 1) else Stretch(at, at + 1)


def _denied(passage: Passage, at: int) -> int | None:
    """Return the word that the negator at ``at`` denies, if the other side has it."""
    behind = range(at + 1, min(at + 1 + REACH, len(passage.words)))
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

    If both do (*was not ruled out*, *was rejected*), the two still say unlike things.
    Of a place too wide to look through it is taken for granted.
    """
    behind = range(at + 1, min(at + 1 + REACH, len(here.passage.words)))
    undone = any(
        here.replaced(number) and denies_alone(here, number) for number in behind
    )
    if any(there.passage.is_wide(here.passage.gap[number]) for number in (at, scope)):
        return True
    negator = here.passage.words[at]
    denied = [
        here.passage.words[number] for number in behind if not here.passage.same[number]
    ]
    around = list(_around(here.passage, there.passage, at, scope))
    if undone:
        return not any(
            there.replaced(one) and denies_alone(there, one) for one, _ in around
        )
    return any(
        _denies(there, number, negator, denied, in_gap=in_gap)
        for number, in_gap in around
    )


def denies_alone(side: DenyingSide, at: int) -> bool:
    """Tell whether a word denies by itself: *unaware*, *ruled out*, *non-stop*."""
    word = side.passage.words[at]
    if undoes(word) or word.startswith("non-"):
        return True
    return _denies_with_next(side, at)


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


def with_auxiliary(here: DenyingSide, negator: Negator) -> Stretch:
    """Return the negator with its *did* or *can*, unless that stays."""
    if here.passage.words[negator.start : negator.start + 2] == ("no", "one"):
        whole = Stretch(negator.start, negator.start + 2)
        return whole if here.changed(negator.start + 1) else negator.stretch
    before = negator.start - 1
    if before >= 0 and here.passage.words[before] in _AUXILIARIES:
        return Stretch(before, negator.end) if here.changed(before) else negator.stretch
    return negator.stretch
