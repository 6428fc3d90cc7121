"""Which quantities stand in a passage."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from tui_app.core.collation.collation import Stretch
from tui_app.core.collation.word import Remembered
from tui_app.core.english.word_lists import word_set
from tui_app.core.facts.numbers.bare_figures import bare_figure
from tui_app.core.facts.numbers.measures import comparator, measured
from tui_app.core.facts.numbers.number_words import (
    CARDINALS,
    FRACTIONS,
    GROUPS,
    MULTIPLES,
    ORDINALS,
    PLURAL_SCALES,
    SCALES,
    SIGNS,
    TIME_PLURALS,
    UNITS,
)
from tui_app.core.facts.numbers.numerals import (
    Reading,
    read_amount,
    read_fraction,
    read_group,
    read_multiple,
    read_ordinal,
    series,
)
from tui_app.core.facts.numbers.quantity import (
    COMPARATORS,
    PHRASES,
    QUANTIFIERS,
    Quantity,
    QuantitySort,
)
from tui_app.core.facts.numbers.roman import ROMAN, read_numeral
from tui_app.core.facts.passage import Mention, Passage, atom_at

QuantityMention = Mention[Quantity]

_PHRASE_STARTS = {phrase[0] for phrase in PHRASES}

_SURE_STARTS = (
    set(CARDINALS)
    | set(SCALES)
    | set(PLURAL_SCALES)
    | set(ORDINALS)
    | set(MULTIPLES)
    | set(SIGNS)
    | set(QUANTIFIERS)
    | {"half", "minus", "single", "long"}
    | TIME_PLURALS
)

_STARTERS = _SURE_STARTS | _PHRASE_STARTS | {"a", "an"}

_AROUND = UNITS.keys() | {word for phrase in COMPARATORS for word in phrase}

_LONGEST = max(map(len, PHRASES))

_NOT_ONE = word_set("no any some every each another this that which the someone other")

_ALL_IDIOMS = word_set("at after above first not")

_COMPARED = frozenset({"more", "less", "fewer"})

_SOME_BEFORE_FEW = word_set("the past last next these those first recent every")

_VAGUELY_SAME = {"tens": "dozens"}

_AFTER_MOST = word_set("people of have are were had will would can do did men women")

_NO_QUANTIFIER = word_set("the a his her their no not once")

_NOT_BEFORE = {
    "little": word_set(". , ; and but more by"),
    "more": word_set("than"),
    "less": word_set("than"),
    "none": word_set("more fewer less longer"),
    "all": frozenset[str](),
    **dict.fromkeys(("some", "several", "many"), word_set("time that to about , .")),
}

"""What does not follow a word, or a class of words, where it tells how many."""

_MOSTLY_WORDS = frozenset({"i"})
"""A change of this alone is no change of a quantity."""

_NO_NOUN = word_set("that to of about , .")


def quantities(passage: Passage, claimed: Collection[int]) -> list[QuantityMention]:
    """Return the quantities of ``passage`` in order, ``claimed`` tokens left out."""
    starts = _STARTS.where(passage.atoms)
    return list(_scan(passage, starts, claimed)) if starts else []


_STARTS = Remembered(
    lambda word: word in _STARTERS or word[0].isdigit() or word in ROMAN
)

"""Whether a word may begin a quantity."""

_TELLS = Remembered(
    lambda word: (_STARTS[word] and word not in _MOSTLY_WORDS) or word in _AROUND
)

"""Whether another word in its place may make another quantity."""


def may_change(words: Iterable[str]) -> bool:
    """Tell whether other words than these may make another quantity."""
    return _TELLS.any_of(words)


def _scan(
    passage: Passage, starts: Iterable[int], claimed: Collection[int]
) -> Iterator[QuantityMention]:
    words, places = passage.atoms, passage.places
    end = 0
    for at in starts:
        if at >= end and places[at] not in claimed:
            amount = bare_figure(words, at)
            if amount is not None:
                yield _plain(places[at], amount)
                end = at + 1
                continue
            if words[at] in ROMAN:
                numeral = read_numeral(passage, at)
                found = numeral and (numeral, at + 1)
            else:
                found = _quantity_at(places, words, at)
            if found is not None:
                mention, end = found
                yield mention


def _plain(token: int, amount: float) -> QuantityMention:
    end = token + 1
    value = _new(Quantity, (_AMOUNT, _new(Stretch, (token, end)), amount, *_BARE))
    return _new(Mention, (token, end, value, False))


_new = tuple.__new__  # the constructor of a named tuple at a third of its cost


_AMOUNT = QuantitySort.AMOUNT

_BARE = Quantity(_AMOUNT, Stretch(0, 0))[3:]
"""What a quantity is of which nothing but the amount is told."""


_Found = tuple[QuantityMention, int]


def _behind() -> dict[str, frozenset[str]]:
    """Return what must follow the words that seldom begin a quantity: *a*, *the*."""
    found = {
        start: frozenset(phrase[1] for phrase in PHRASES if phrase[0] == start)
        for start in _PHRASE_STARTS
    }
    counted = SCALES.keys() | FRACTIONS.keys() | GROUPS.keys() | UNITS.keys()
    for article in ("a", "an"):
        found[article] = found.get(article, frozenset()) | counted | {"in", "out"}
    return {start: words for start, words in found.items() if start not in _SURE_STARTS}


_BEHIND = _behind()


def _quantity_at(places: Sequence[int], words: Sequence[str], at: int) -> _Found | None:
    behind = _BEHIND.get(words[at])
    if behind is not None and behind.isdisjoint(words[at + 1 : at + 2]):
        return None
    return (
        _phrase(places, words, at)
        or _amount(places, words, at)
        or _vague(places, words, at)
        or _quantifier(places, words, at)
        or _plural(places, words, at)
    )


def _stretch(places: Sequence[int], start: int, end: int) -> Stretch:
    return Stretch(places[start], places[end - 1] + 1)


def _amount(places: Sequence[int], words: Sequence[str], at: int) -> _Found | None:
    ordinal = read_ordinal(words, at)
    if ordinal is not None and not _is_seconds(words, at):
        core = _stretch(places, at, ordinal.end)
        value = Quantity(QuantitySort.ORDINAL, core, ordinal.amount)
        return Mention(*core, value), ordinal.end
    if words[at] == "all":
        return _all_of(places, words, at)
    written = series(words[at])
    if written is not None:
        core = _stretch(places, at, at + 1)
        return Mention(*core, Quantity(QuantitySort.SERIES, core, word=written)), at + 1
    read = (
        read_fraction(words, at)
        or read_group(words, at)
        or read_amount(words, at)
        or read_multiple(words, at)
    )
    if read is not None:
        return _measured(places, words, at, read)
    if words[at] in {"a", "an", "single"} and words[at + 1 : at + 2]:
        return _single(places, words, at)
    return None


def _all_of(places: Sequence[int], words: Sequence[str], at: int) -> _Found | None:
    """Read *all three*: three, said of as many as there are."""
    count = CARDINALS.get(atom_at(words, at + 1), 0)
    if count <= 1 or atom_at(words, at + 2) in SCALES:
        return None
    core = _stretch(places, at, at + 2)
    value = Quantity(QuantitySort.AMOUNT, core, float(count), word="all")
    return Mention(*core, value), at + 2


def _is_seconds(words: Sequence[str], at: int) -> bool:
    return words[at] == "second" and at > 0 and words[at - 1] in {"a", "per"}


def _single(places: Sequence[int], words: Sequence[str], at: int) -> _Found | None:
    """Read *an hour*, *a decade*: one of it, if the other side counts too."""
    dimension, size = UNITS.get(words[at + 1], (None, 1.0))
    if dimension is None and words[at] != "single":
        return None
    end = at + 2 if dimension else at + 1
    amount = 1.0
    if tuple(words[end : end + 3]) == ("and", "a", "half"):
        amount, end = 1.5, end + 3
    core = _stretch(places, at, end)
    found = comparator(words, at, end, dimension)
    value = Quantity(
        QuantitySort.AMOUNT,
        core,
        amount,
        dimension=dimension,
        size=size,
        comparator=found and found.sense,
        loose=bool(found and found.loose),
        lead=_stretch(places, found.start, found.end) if found else None,
    )
    return Mention(*core, value, weak=amount == 1.0), end


def _measured(
    places: Sequence[int], words: Sequence[str], at: int, read: Reading
) -> _Found | None:
    if words[at] == "one" and _is_pronoun(words, at):
        return None
    whole = measured(places, words, at, read)
    dimension, size = whole.dimension, whole.size
    if words[at] == "half" or words[read.end - 1] in FRACTIONS or read.amount < 1:
        if dimension is None and read.amount < 1 and atom_at(words, read.end) != "°":
            dimension, size = "ratio", 1.0
    elif words[at] in MULTIPLES:
        dimension = "multiple"
    found = comparator(words, whole.start, whole.end, dimension)
    value = Quantity(
        QuantitySort.AMOUNT,
        _stretch(places, at, read.end),
        whole.amount,
        dimension=dimension,
        size=size,
        comparator=found and found.sense,
        loose=bool(found and found.loose),
        lead=_stretch(places, found.start, found.end) if found else None,
        unit=_stretch(places, whole.first, whole.last)
        if whole.last > whole.first
        else None,
        parts=read.parts,
    )
    tokens = _stretch(places, whole.start, whole.end)
    return Mention(*tokens, value, weak=words[at] in {"one", "once"}), whole.end


def _is_pronoun(words: Sequence[str], at: int) -> bool:
    before = words[at - 1] if at else ""
    return before in _NOT_ONE or words[at + 1 : at + 2] == ["another"]


def _phrase(places: Sequence[int], words: Sequence[str], at: int) -> _Found | None:
    if words[at] not in _PHRASE_STARTS:
        return None
    for length in range(_LONGEST, 1, -1):
        phrase = tuple(words[at : at + length])
        sense = PHRASES.get(phrase)
        if sense is not None:
            return _classed(places, words, at, at + len(phrase), sense)
    return None


def _classed(
    places: Sequence[int], words: Sequence[str], at: int, end: int, sense: str
) -> _Found:
    if end < len(words) and words[end] in SCALES:
        return _vague_of(places, at, end + 1, words[end] + "s")
    core = _stretch(places, at, end)
    value = Quantity(QuantitySort.QUANTIFIER, core, word=sense)
    return Mention(*core, value, weak=True), end


def _vague(places: Sequence[int], words: Sequence[str], at: int) -> _Found | None:
    if words[at] not in PLURAL_SCALES:
        return None
    end = at + 1
    following = words[end : end + 2]
    if len(following) == 2 and following[0] == "of" and following[1] in PLURAL_SCALES:
        return _vague_of(places, at, end + 2, f"{words[at]} of {following[1]}")
    return _vague_of(places, at, end, _VAGUELY_SAME.get(words[at], words[at]))


def _vague_of(places: Sequence[int], at: int, end: int, word: str) -> _Found:
    core = _stretch(places, at, end)
    return Mention(*core, Quantity(QuantitySort.VAGUE, core, word=word)), end


def _quantifier(places: Sequence[int], words: Sequence[str], at: int) -> _Found | None:
    sense = QUANTIFIERS.get(words[at])
    if words[at] == "few" and at and words[at - 1] in _SOME_BEFORE_FEW:
        sense = "some"
    if sense is None or not _quantifies(words, at, sense):
        return None
    return _classed(places, words, at, at + 1, sense)


def _quantifies(words: Sequence[str], at: int, sense: str) -> bool:
    """Tell the quantifier from other uses of the word (*most important*)."""
    before = words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    word = words[at]
    if word in _COMPARED and {before, after} & {"or"}:
        return False  # more or less
    if word == "all":
        return before not in _ALL_IDIOMS
    if word in _NOT_BEFORE:
        return after not in _NOT_BEFORE[word] and before not in _NO_QUANTIFIER
    if word in {"most", "certain", "fewer", "much"}:
        noun = after.endswith("s") or after in _AFTER_MOST
        return noun and before not in _NO_QUANTIFIER
    if sense in _NOT_BEFORE:
        return after not in _NOT_BEFORE[sense] and before not in _ALL_IDIOMS
    return after == "of" or after not in _NO_NOUN


def _plural(places: Sequence[int], words: Sequence[str], at: int) -> _Found | None:
    if words[at] == "long":
        if words[at + 1 : at + 2] not in (["time"], ["period"]):
            return None
        end, word = at + 2, "long"
    elif words[at] in TIME_PLURALS:
        end, word = at + 1, words[at]
    else:
        return None
    core = _stretch(places, at, end)
    return Mention(
        *core, Quantity(QuantitySort.PLURAL, core, word=word), weak=True
    ), end
