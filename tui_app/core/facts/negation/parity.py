"""Which negator of a passage told anew nothing else makes up for.

Where other words stand the word denied is seldom found. So what counts is whether the
rows deny equally often: one lone negator, with what undoes it behind and what denies
in other words on the other side, must make an even number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui_app.core.facts.negation.denials import (
    REACH,
    Denial,
    DenyingSide,
    denies_alone,
    is_taken_up,
    with_auxiliary,
)

_ENDS = frozenset({".", ":", ";", "!", "?"})


def odd_denials(here: DenyingSide, there: DenyingSide) -> Iterator[Denial]:
    """Yield the one negator that ``here`` has alone, if it makes the rows unlike."""
    if len(here.lone) != 1 or there.lone:
        return
    [negator] = here.lone.values()
    following = here.passage.words[negator.end : negator.end + 1]
    if negator.value == "yet" or following == ("longer",):
        return  # says when rather than whether
    denying = _denying(here, _behind(here, negator.end))
    denying += _denying(there, range(len(there.passage.words)))
    if denying % 2 == 0 and not is_taken_up(here, there, negator):
        yield with_auxiliary(here, negator), None


def _behind(side: DenyingSide, start: int) -> range:
    """Return the next tokens of the sentence, as far as a negator reaches."""
    words = side.passage.words
    end = start
    while end < min(len(words), start + REACH) and words[end] not in _ENDS:
        end += 1
    return range(start, end)


def _denying(side: DenyingSide, place: Iterable[int]) -> int:
    """Count the words that deny by themselves and that the other side does not have."""
    return sum(
        side.replaced(at) and at not in side.opposed and denies_alone(side, at)
        for at in place
    )
