"""Which words between the marks of both sides differ."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from tui_app.core.collation.collation import (
    MOVED,
    NEAR,
    Collation,
    Stretch,
    WordGap,
    WordMatch,
)
from tui_app.core.collation.quiet_kinds import kind_of_pair
from tui_app.core.collation.word import Word
from tui_app.core.facts.passage import Fact, Passage
from tui_app.core.facts.quotations import Quotation, words_inside
from tui_app.core.kinds import Kind

_CONTRACTIONS = (
    {"n't", "not"},
    {"ca n't", "can not", "cannot"},
    {"wo n't", "will not"},
    {"'s", "is", "has"},
    {"'re", "are"},
    {"'ve", "have"},
    {"'ll", "will"},
    {"'m", "am"},
    {"'d", "would", "had"},
)


class QuotedWords(NamedTuple):
    """One side: its passage, its quotations, the tokens inside them."""

    passage: Passage
    quotations: Sequence[Quotation]
    inside: frozenset[int]
    claimed: Collection[int]


def quoted_words(
    passage: Passage, found: Sequence[Quotation], claimed: Collection[int]
) -> QuotedWords:
    """Return the side with all quotations ``found``."""
    return QuotedWords(passage, found, words_inside(found), claimed)


def changed_words(
    collation: Collation,
    left: QuotedWords,
    right: QuotedWords,
    marked: Sequence[Fact],
    *,
    retold: bool,
) -> Iterator[Fact]:
    """Yield what differs between the marks of both sides.

    In what is ``retold`` words of grammar and other forms of a word tell nothing.
    """
    done = [fact.left for fact in marked if fact.left]
    others = [fact.right for fact in marked if fact.right]
    left_free = _free(left, done)
    right_free = _free(right, others)
    for group, gap in enumerate(collation.gaps, len(marked)):
        found = list(_in_gap(collation, gap, left_free, right_free, group))
        if not retold or any(_has_content(collation, one) for one in found):
            yield from found
    near = (at for at, how in enumerate(collation.how) if how is NEAR)
    for match in collation.matches_at(near):
        if _other_form(collation, match, retold=retold):
            stretches = (
                Stretch(match.left, match.left + 1),
                Stretch(match.right, match.right + 1),
            )
            if _contracted(collation, *stretches) or _respelled(collation, *stretches):
                continue
            if match.left in left_free and match.right in right_free:
                yield Fact(Kind.QUOTE, *stretches)


def _free(quoted: QuotedWords, marked: Sequence[Stretch]) -> frozenset[int]:
    used = {number for stretch in marked for number in range(*stretch)}
    return quoted.inside.difference(used, quoted.claimed)


def _has_content(collation: Collation, fact: Fact) -> bool:
    left = collation.left.words[slice(*fact.left)] if fact.left else ()
    right = collation.right.words[slice(*fact.right)] if fact.right else ()
    return any(word.content for word in (*left, *right))


def _other_form(collation: Collation, match: WordMatch, *, retold: bool) -> bool:
    kind = kind_of_pair(
        collation.left.words[match.left], collation.right.words[match.right]
    )
    return kind is Kind.WORDING or (kind is Kind.INFLECTION and not retold)


def _in_gap(
    collation: Collation,
    gap: WordGap,
    left: frozenset[int],
    right: frozenset[int],
    group: int,
) -> Iterator[Fact]:
    if left.isdisjoint(range(*gap.left)) and right.isdisjoint(range(*gap.right)):
        return
    here = _run(collation.left.words, gap.left, left, _unmoved(collation, 0))
    there = _run(collation.right.words, gap.right, right, _unmoved(collation, 1))
    if here is None and there is None:
        return
    outside = (here is None and gap.left.start < gap.left.end) or (
        there is None and gap.right.start < gap.right.end
    )
    if outside or _contracted(collation, here, there):
        return
    if _respelled(collation, here, there):
        return
    found = list(_parts(collation, here, there))
    for one, other in found:
        yield Fact(Kind.QUOTE, one, other, group if len(found) > 1 else None)


def _parts(
    collation: Collation, here: Stretch | None, there: Stretch | None
) -> Iterator[tuple[Stretch | None, Stretch | None]]:
    """Yield the words that stand for each other, and what is left between them."""
    if here is None or there is None:
        yield here, there
        return
    left, right = here.start, there.start
    for at in range(*here):
        answer = collation.of_left[at]
        if right <= answer < there.end:
            yield from _rest(Stretch(left, at), Stretch(right, answer))
            left, right = at + 1, answer + 1
            yield Stretch(at, left), Stretch(answer, right)
    yield from _rest(Stretch(left, here.end), Stretch(right, there.end))


def _rest(
    here: Stretch, there: Stretch
) -> Iterator[tuple[Stretch | None, Stretch | None]]:
    one = here if here.start < here.end else None
    other = there if there.start < there.end else None
    if one or other:
        yield one, other


def _respelled(
    collation: Collation, here: Stretch | None, there: Stretch | None
) -> bool:
    """Tell the same letters parted otherwise: *en- able*, *brothers* and *brother's*.

    What only one side has may belong to the word before it.
    """
    if here is None or there is None:
        here, there = _with_word_before(collation, here, there)
    else:
        here = _with_clitic(collation.left.words, here)
        there = _with_clitic(collation.right.words, there)
    if here is None or there is None:
        return False
    letters = _letters(collation.left.words[slice(*here)])
    return letters == _letters(collation.right.words[slice(*there)])


def _with_word_before(
    collation: Collation, here: Stretch | None, there: Stretch | None
) -> tuple[Stretch | None, Stretch | None]:
    """Return what one side has with the word before it, and what answers that."""
    alone, answers = (here, collation.of_left) if here else (there, collation.of_right)
    if alone is None or not alone.start or answers[alone.start - 1] < 0:
        return None, None
    grown = Stretch(alone.start - 1, alone.end)
    answer = Stretch(answers[grown.start], answers[grown.start] + 1)
    return (grown, answer) if here else (answer, grown)


def _with_clitic(words: Sequence[Word], stretch: Stretch) -> Stretch:
    """Return the stretch with a *'s* behind it."""
    owns = any(one.lower == "'s" for one in words[stretch.end : stretch.end + 1])
    return Stretch(stretch.start, stretch.end + owns)


def _letters(words: Iterable[Word]) -> str:
    return "".join(filter(str.isalnum, "".join(word.lower for word in words)))


def _contracted(
    collation: Collation, here: Stretch | None, there: Stretch | None
) -> bool:
    """Tell *don't* from *do not*, which is no other wording."""
    left = collation.left.words[slice(*here)] if here else ()
    right = collation.right.words[slice(*there)] if there else ()
    both = {" ".join([word.lower for word in side]) for side in (left, right)}
    return any(both <= forms for forms in _CONTRACTIONS)


def _unmoved(collation: Collation, side: int) -> Callable[[int], bool]:
    """Return what tells that a token is not one that only moved."""
    how = collation.how
    if side:
        partner = collation.of_right
        return lambda at: partner[at] < 0 or how[partner[at]] is not MOVED
    return lambda at: how[at] is not MOVED


def _run(
    words: Sequence[Word],
    stretch: Stretch,
    free: Collection[int],
    unmoved: Callable[[int], bool],
) -> Stretch | None:
    """Return the words of a gap that stand between marks and did not only move."""
    numbers = [number for number in range(*stretch) if number in free]
    numbers = list(filter(unmoved, numbers))
    lexical = [number for number in numbers if words[number].lexical]
    if not lexical or lexical[-1] - lexical[0] + 1 > len(
        [number for number in numbers if lexical[0] <= number <= lexical[-1]]
    ):
        return None
    return Stretch(lexical[0], lexical[-1] + 1)
