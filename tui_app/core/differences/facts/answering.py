"""Values on both sides: equal ones cancel, of the rest some stand for each other."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

from tui_app.core.differences.facts.candidates import Candidates
from tui_app.core.differences.facts.mentions import Mention, Pair, Sides, Value


def cancel(
    sides: Sides,
    left: Sequence[Mention[Value]],
    right: Sequence[Mention[Value]],
    same: Callable[[Value, Value], bool],
    key: Callable[[Value], Hashable],
) -> tuple[list[Mention[Value]], list[Mention[Value]]]:
    """Return the mentions whose value the other side does not give.

    Equal values cancel one against one: first those that are linked, then those
    in one place, then anywhere in the passage. ``same`` sees no more of a value
    than ``key`` returns.
    """
    if not (left and right):
        return list(left), list(right)
    others = Candidates(sides, right, same, key)
    rest = list(left)
    for look in (others.linked, others.in_place, others.anywhere):
        _, rest = _taken(rest, look, others)
        if not rest:
            break
    return rest, others.left_over()


def paired(
    sides: Sides,
    left: Sequence[Mention[Value]],
    right: Sequence[Mention[Value]],
    alike: Callable[[Value, Value], bool],
    sort: Callable[[Value], Hashable] = lambda _: None,
) -> list[Pair[Value]]:
    """Return which mentions left over stand for each other.

    Those that are linked or in one place. Then, wherever they stand, those that
    are the only ones left of their ``sort``, and at last the only ones left at
    all, on both sides, if they are not weak and ``alike``.
    """
    if not (left and right):
        return []
    others = Candidates(sides, right, lambda *_: True, lambda _: None)
    pairs: list[Pair[Value]] = []
    rest = list(left)
    for look in (others.linked, others.in_gap, others.in_frame):
        found, rest = _taken(rest, look, others)
        pairs += found
    return pairs + _only_ones(rest, others.left_over(), alike, sort)


def _taken(
    rest: Iterable[Mention[Value]],
    look: Callable[[Mention[Value]], int | None],
    others: Candidates[Value],
) -> tuple[list[Pair[Value]], list[Mention[Value]]]:
    """Return the mentions with what ``look`` finds for them, and those without."""
    pairs: list[Pair[Value]] = []
    alone: list[Mention[Value]] = []
    for one in rest:
        number = look(one)
        if number is None:
            alone.append(one)
        else:
            pairs.append((one, others.take(number)))
    return pairs, alone


def _only_ones(
    left: Sequence[Mention[Value]],
    right: Sequence[Mention[Value]],
    alike: Callable[[Value, Value], bool],
    sort: Callable[[Value], Hashable],
) -> list[Pair[Value]]:
    strong = [one for one in left if not one.weak]
    others = [other for other in right if not other.weak]
    pairs: list[Pair[Value]] = []
    by_sort, others_by_sort = _by_sort(strong, sort), _by_sort(others, sort)
    for key, of_sort in by_sort.items():
        pair = _only(of_sort, others_by_sort.get(key, ()))
        if pair and alike(pair[0].value, pair[1].value):
            pairs.append(pair)
            strong.remove(pair[0])
            others.remove(pair[1])
    pair = _only(strong, others)
    if pair and alike(pair[0].value, pair[1].value):
        pairs.append(pair)
    return pairs


def _by_sort(
    mentions: Iterable[Mention[Value]], sort: Callable[[Value], Hashable]
) -> dict[Hashable, list[Mention[Value]]]:
    found: dict[Hashable, list[Mention[Value]]] = {}
    for mention in mentions:
        found.setdefault(sort(mention.value), []).append(mention)
    return found


def _only(
    left: Sequence[Mention[Value]], right: Sequence[Mention[Value]]
) -> Pair[Value] | None:
    """Return the only mentions of both sides, if there is one on each."""
    return (left[0], right[0]) if len(left) == len(right) == 1 else None
