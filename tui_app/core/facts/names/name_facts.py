"""Which names differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, product
from operator import and_

from tui_app.core.collation.collation import Stretch
from tui_app.core.english.transliteration import transliterated
from tui_app.core.facts.cancelling import MOST_COMPARED, paired
from tui_app.core.facts.evidence import DocumentEvidence
from tui_app.core.facts.names.entities import (
    HAS_CAPITAL,
    NamePiece,
    merely_begins,
    pieces,
)
from tui_app.core.facts.names.exchanged_names import exchanged_names
from tui_app.core.facts.names.frames import is_framed
from tui_app.core.facts.names.known_names import ACRONYMS, GIVEN, KNOWN
from tui_app.core.facts.names.listed_names import has_list, lone_in_list
from tui_app.core.facts.names.retold_names import retold_names, told_otherwise
from tui_app.core.facts.names.unmatched_names import (
    LeftOverName,
    NameMention,
    left_over_names,
    unmatched,
)
from tui_app.core.facts.passage import Claimed, Fact, Passage, Sides, with_facts
from tui_app.core.kinds import Kind

_MOST_WORDS_APART = 2

_MOST_NEIGHBOURS = 100


def name_facts(
    sides: Sides,
    claimed: Claimed,
    evidence: DocumentEvidence,
) -> list[Fact]:
    """Return the names that stand for another person, place or body.

    None of what one document calls so throughout, and the other otherwise.
    """
    found = _name_facts(sides, claimed, evidence)
    if not (found and evidence.pair.habits):
        return found
    customs = {(one.left, one.right) for one in evidence.pair.habits if one.name}
    return [one for one in found if not _by_custom(sides, one, customs)]


def _by_custom(sides: Sides, fact: Fact, customs: set[tuple[str, str]]) -> bool:
    """Tell whether every word of the two names has its usual word opposite."""
    if fact.left is None or fact.right is None:
        return False
    left, right = (
        set(sides.left.words[slice(*fact.left)]),
        set(sides.right.words[slice(*fact.right)]),
    )
    ours, theirs = left - right, right - left
    met = {(one, other) for one in ours for other in theirs} & customs
    return (
        bool(met)
        and ours == {one for one, _ in met}
        and theirs == {other for _, other in met}
    )


def _name_facts(
    sides: Sides, claimed: Claimed, evidence: DocumentEvidence
) -> list[Fact]:
    touched = _touched(sides.left), _touched(sides.right)
    if not all(touched):
        lists = has_list(sides.left), has_list(sides.right)
        if not any(map(and_, touched, lists)):
            return []
    left = pieces(sides.left, claimed[0], evidence)
    right = pieces(sides.right, claimed[1], evidence)
    slid = exchanged_names(sides, left, right)
    if slid:
        left = _outside(left, [fact.left for fact in slid])
        right = _outside(right, [fact.right for fact in slid])
    rest = unmatched(left, right, (sides.left, sides.right), evidence)
    others = unmatched(right, left, (sides.right, sides.left), evidence)
    found = [*slid]
    if rest and others:
        found += _others_in_place(sides, evidence, (left, right), (rest, others))
    if evidence.pair.retelling:
        found = [one for one in found if not told_otherwise(sides, one, evidence)]
        found += retold_names(sides, with_facts(claimed, found), evidence)
    if rest and others:
        return found
    return [
        *found,
        *(Fact(Kind.NAME, one, None) for one in lone_in_list(sides.left, left, rest)),
        *(
            Fact(Kind.NAME, None, one)
            for one in lone_in_list(sides.right, right, others)
        ),
    ]


def _outside(
    pieces: Sequence[NamePiece], stretches: Sequence[Stretch | None]
) -> list[NamePiece]:
    taken = {at for one in stretches if one for at in range(*one)}
    return [piece for piece in pieces if piece.start not in taken]


_Pieces = tuple[Sequence[NamePiece], Sequence[NamePiece]]


def _others_in_place(
    sides: Sides,
    evidence: DocumentEvidence,
    all_pieces: _Pieces,
    missing: _Pieces,
) -> list[Fact]:
    """Return the names that stand for others, each side having some alone."""
    rest, others = _not_together(*missing, evidence)
    names = list(left_over_names(sides.left, all_pieces[0], rest))
    opposite = list(left_over_names(sides.right, all_pieces[1], others))
    alone = _alone(names) and _alone(opposite)
    return [
        Fact(Kind.NAME, _marked(sides.left, one), _marked(sides.right, other))
        for one, other in [
            *paired(sides, names, opposite, _alike),
            *_across_passive(sides, names, opposite),
        ]
        if (_comparable(one.value, other.value) or _same_noun(sides, one, other))
        and _framed(sides, one, other, alone=alone)
    ]


def _across_passive(
    sides: Sides, names: Sequence[NameMention], opposite: Sequence[NameMention]
) -> Iterator[tuple[NameMention, NameMention]]:
    """Yield *Omega built it* and *it was built by Rolex*, wherever they stand."""
    for one, other in islice(product(names, opposite), MOST_COMPARED):
        if (one.weak or other.weak) and _in_passive(sides, one, other):
            yield one, other


def _alone(names: Sequence[NameMention]) -> bool:
    return sum(not name.weak for name in names) == 1


def _same_noun(sides: Sides, one: NameMention, other: NameMention) -> bool:
    """Tell *Ohio voters* from *German voters*: both stand before one noun."""
    if one.weak or other.weak or not (one.value.whole and other.value.whole):
        return False
    return sides.same_frame(one, other)


def _touched(passage: Passage) -> bool:
    """Tell whether a word that is not equal has a capital, as a name has."""
    written = passage.written
    capitals = [at for at in passage.anew if HAS_CAPITAL[written[at].text]]
    return any(not merely_begins(passage, at) for at in capitals)


def _not_together(
    rest: Sequence[NamePiece], others: Sequence[NamePiece], evidence: DocumentEvidence
) -> tuple[list[NamePiece], list[NamePiece]]:
    """Drop pieces that are parts of one name: *Michelle* here, *Bachelet* there."""
    if len(rest) * len(others) > MOST_COMPARED:
        return list(rest), list(others)

    def joined(one: NamePiece, other: NamePiece) -> bool:
        return frozenset({one.written, other.written}) in evidence.together

    return (
        [one for one in rest if not any(joined(one, other) for other in others)],
        [other for other in others if not any(joined(one, other) for one in rest)],
    )


def _comparable(one: LeftOverName, other: LeftOverName) -> bool:
    """Tell whether one name stands where the other would: alike in shape."""
    if one.whole is not other.whole:
        return False
    if not one.whole and not _share(one.neighbours, other.neighbours):
        return False
    if abs(len(one.keys) - len(other.keys)) > _MOST_WORDS_APART:
        return False
    if not (_is_trusted(one, other) and _is_trusted(other, one)):
        return False
    if one.acronym is not other.acronym and _may_be_short(one, other):
        return False
    return one.modifier is other.modifier


def _is_trusted(one: LeftOverName, other: LeftOverName) -> bool:
    """Tell whether a word at the head of a sentence may pass for a name."""
    return not one.doubtful or other.known or not other.doubtful


def _may_be_short(one: LeftOverName, other: LeftOverName) -> bool:
    """Tell whether an acronym may stand for the other name, unless it is known."""
    short, long = (one, other) if one.acronym else (other, one)
    return len(long.keys) > 1 and not all(
        key in ACRONYMS or key in KNOWN for key in short.keys
    )


def _framed(sides: Sides, one: NameMention, other: NameMention, *, alone: bool) -> bool:
    """Tell whether the words beside the two answer each other, on one side at least.

    Known names may stand in any frame; one known name will do where nothing else
    is left on either side.
    """
    alone = alone and one.value.speaks is other.value.speaks
    known = one.value.known, other.value.known
    if all(known) or (alone and any(known)):
        return True
    if alone and _is_person(one.value) and _is_person(other.value):
        return True
    if sides.linked(one, other) or _in_passive(sides, one, other):
        return True
    return is_framed(sides, one.stretch, other.stretch)


def _in_passive(sides: Sides, one: NameMention, other: NameMention) -> bool:
    """Tell *Honda built it* from *it was built by Toyota*: the verbs are linked."""
    left, right = sides.left, sides.right
    if right.words[other.start - 1] == "by" and one.end < len(left.words):
        return 0 <= left.partner[one.end] < other.start or _verb_linked(left, one.end)
    if left.words[one.start - 1] == "by" and other.end < len(right.words):
        return 0 <= right.partner[other.end] < one.start or _verb_linked(
            right, other.end
        )
    return False


def _verb_linked(passage: Passage, at: int) -> bool:
    """Tell whether one of the next words, auxiliaries before it, is linked."""
    following = range(at, min(at + 3, len(passage.words)))
    return any(
        passage.same[number] and passage.written[number].content for number in following
    )


def _is_person(name: LeftOverName) -> bool:
    return len(name.keys) > 1 and name.keys[0] in GIVEN


def _share(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one.isdisjoint(other) or any(
        transliterated(here, there)
        for here, there in islice(product(one, other), _MOST_NEIGHBOURS)
    )


def _alike(one: LeftOverName, other: LeftOverName) -> bool:
    return _comparable(one, other) and abs(len(one.keys) - len(other.keys)) <= 1


def _marked(passage: Passage, mention: NameMention) -> Stretch:
    """Return the tokens of the name, with capitalised words beside it that differ."""
    start, end = mention.start, mention.end
    while end < len(passage.words) and _belongs(passage, end):
        end += 1
    while start > 0 and _belongs(passage, start - 1):
        start -= 1
    return Stretch(start, end)


def _belongs(passage: Passage, at: int) -> bool:
    return not passage.equal[at] and passage.written[at].text[0].isupper() and at > 0
