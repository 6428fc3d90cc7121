"""Which words deny, and which are another turned round."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Final

from tui_app.core.collation.word import Remembered
from tui_app.core.english.inflections import WORDS_KNOWN, forms
from tui_app.core.english.word_lists import lemma_set, table_rows, word_set
from tui_app.core.facts.negation.opposites import (
    OPPOSED,
    OPPOSITE_PLACES,
    OPPOSITE_TIMES,
    PARTICLES,
    opposites_of,
)
from tui_app.core.facts.passage import Mention, Passage
from tui_app.core.kinds import Kind

NEGATORS: Final = word_set("""
    not n't never no none nobody nothing nowhere neither nor without cannot hardly
    barely scarcely rarely seldom
    """)

_ASSERTING: Final = """
no: someone everyone anyone a an the any some every each all this that these those
none: all some many most both any one each everyone
nobody: somebody someone anybody anyone everybody everyone many most all
nothing: something anything everything much all
nowhere: somewhere anywhere everywhere
never: always ever once often sometimes usually twice regularly
neither: both either each one
nor: and or
cannot: can could
n't: always still
not: always still also
without: with
hardly: fully easily clearly
"""

ASSERTING: Final[dict[str, frozenset[str]]] = {
    line.split(":")[0]: word_set(line.split(":")[1]) for line in table_rows(_ASSERTING)
}

"""A negator and what may stand in its place where the same is asserted."""

IDIOMS: Final = frozenset(
    {
        ("not", "only"),
        ("not", "just"),
        ("not", "merely"),
        ("not", "least"),
        ("no", "matter"),
        ("no", "doubt"),
        ("no", "wonder"),
        ("never", "ending"),
        ("no", "more"),
        ("no", "fewer"),
        ("no", "less"),
        ("no", "sooner"),
        ("not", "many"),
        ("not", "much"),
        ("not", "more"),
        ("not", "less"),
        ("no", "later"),
        ("nothing", "but"),
        ("or", "not"),
        ("nothing", "short"),
    }
)

"""Negators that deny nothing."""

NEGATIVE: Final = lemma_set("""
    fail failure refuse refusal reject rejection deny denial lack lacking unable
    inability too prevent avoid absence absent missing decline stop cease halt
    dismiss forbid prohibit ban oppose opposition few little far yet except instead
    rather free deprive lose loss exclude miss impossible doubt ignore devoid
    abandon withhold abstain refrain neglect resist unless until end too least only
    boycott skip first difficult against zero nil empty unchanged short close shut
    shortage scarce scarcity insufficient lift expire gone vanish extinct
    """)

"""Lemmas that may say in other words what *not* says opposite."""

ONLY_OPPOSITE: Final = lemma_set("""
    little far yet except instead rather free until end stay out least only
    first difficult hard zero nil unchanged lift expire gone vanish extinct
    unless decline absence stop cease miss keep
    """)

"""Those that undo no negator on their own side: *not frozen yet*."""

BEFORE_INFINITIVE: Final = word_set("fail refuse decline neglect unable hesitate")

"""Lemmas that deny the infinitive behind them: *failed to reach*."""

PREFIXES: Final = ("un", "non", "dis", "in", "im", "il", "ir", "mis")

NOT_TURNED: Final = lemma_set("""
    disguise dispose discount display distance disease dismay discharge discover
    disclose disperse distract dispatch discuss distress dispense invent inform
    income install intent increase involve import impress improve impose impact
    imply insure inside invest invite unit union until under uniform unite index
    indeed infer inquire insist instance inflame ingrain invaluable inhabit
    inhabitable inflammable instill intake input insight inland inner inset
    intense impart impair imprint important intend intention inevitable imaginable
    irritable impressionable
    """)

"""Words that only look like the opposite of what is left without the prefix."""

TURNED: Final = lemma_set("""
    inaccurate inactive inadequate incapable incomplete inconsistent incorrect
    indifferent ineffective inefficient ineligible inexperienced infrequent injustice
    innocent insane insecure insignificant insufficient intolerant invalid invisible
    involuntary inability inaccessible inadmissible inappropriate incompatible
    incompetent inconclusive inconvenient incurable indirect inedible infertile
    inflexible informal insoluble insolvent instability illegal illegible illiterate
    illogical immature immobile immoral impatient imperfect impolite impossible
    improbable improper impure irrational irregular irrelevant irresponsible
    irreversible disagree disapprove disappear disbelief discontent discontinue
    dishonest dislike dismiss disobey disorder disprove disregard disrespect
    dissatisfied dissatisfaction distrust disallow disappoint disappointed nonexistent
    """)

"""Words that deny by their prefix; with *un-* all but ``NOT_UN`` do."""

NOT_UN: Final = ("under", "unit", "unive", "uniq", "unif", "union", "until", "unanim")

_SHORTEST_STEM = 4

_SPLIT_IDIOM = 9

"""How many tokens behind *not* the *only* and *but* of one idiom may stand."""

_DENYING = ("in", "im", "il", "ir")

_FACING = {"under": "over", "anti": "pro"}

"""Prefixes that face each other: *underestimate* and *overestimate*."""

_POLAR = (*PREFIXES, *_FACING)

_YET_TO = ("yet", "to")

_MAY_DENY = NEGATORS | {"yet"}

_GOING_ON = frozenset({"nor", "neither"})


def negators(passage: Passage, claimed: Collection[int]) -> list[Mention[str]]:
    """Return the words that deny, idioms (*not only*) left out.

    What goes on denying (*neither ... nor*) is ``weak``: it may answer a negator, but
    denies nothing anew.
    """
    words = passage.words
    if _MAY_DENY.isdisjoint(words):
        return []
    found: list[Mention[str]] = []
    for at, word in enumerate(words):
        if word not in _MAY_DENY or (
            word not in NEGATORS and words[at : at + 2] != _YET_TO
        ):
            continue
        if at not in claimed and not _is_idiom(words, at):
            weak = bool(found) and word in _GOING_ON
            found.append(Mention(at, at + 1, word, weak))
    return found


def _is_idiom(words: Sequence[str], at: int) -> bool:
    pair = tuple(words[at : at + 2])
    if pair in IDIOMS or tuple(words[max(0, at - 1) : at + 1]) in IDIOMS:
        return True
    if pair[0] in {"no", "no."} and _is_figure(words, at + 1):
        return True
    if pair[0] == "not" and _only_but(words[at + 1 : at + _SPLIT_IDIOM]):
        return True
    if pair[0] == "not" and pair[-1].startswith("exceed"):
        return words[at + 2 : at + 3] != () and words[at + 2][0].isdigit()
    return pair[0] == "no" and words[at + 2 : at + 3] == ("than",)


def _is_figure(words: Sequence[str], at: int) -> bool:
    """Tell the number behind *No.*, which is no negator."""
    at += words[at : at + 1] == (".",)
    return at < len(words) and words[at][0].isdigit()


def _only_but(words: Sequence[str]) -> bool:
    """Tell *to be bound only, but also* behind *not*: it is *not only* in two."""
    return "only" in words and "but" in words[words.index("only") :]


def senses(passage: Passage) -> Sequence[str]:
    """Return the words, each with a particle that belongs to it: *call-off*."""
    words = passage.words
    if PARTICLES.isdisjoint(words):
        return words
    return [
        (after in PARTICLES and _phrasal(word, after)) or word
        for word, after in zip_longest(words, words[1:])
    ]


@lru_cache(maxsize=1 << 11)
def _phrasal(verb: str, particle: str) -> str | None:
    phrases = (f"{form}-{particle}" for form in forms(verb))
    return next((phrase for phrase in phrases if phrase in OPPOSED), None)


may_be_turned = Remembered(
    lambda word: (
        len(word) > _SHORTEST_STEM
        and (word.startswith(_POLAR) or word.endswith("less"))
    )
)

"""Whether a word may be another with a denying prefix or suffix: a first test."""


@lru_cache(maxsize=1 << 11)
def opposed(one: str, other: str) -> bool:
    """Tell whether two words are of opposite sense by the table or by a prefix."""
    opposites = _opposites(one)
    if opposites and not opposites.isdisjoint(_forms(other)):
        return _forms(one).isdisjoint(_forms(other))
    return (may_be_turned[one] and turned(one, other)) or (
        may_be_turned[other] and turned(other, one)
    )


@lru_cache(maxsize=WORDS_KNOWN)
def _opposites(word: str) -> frozenset[str]:
    return opposites_of(_forms(word))


def _may_oppose(word: str) -> bool:
    if word.isdecimal():
        return False  # quickly: of figures there may be any number
    return may_be_turned[word] or bool(_opposites(word))


may_oppose = Remembered(_may_oppose)

"""Whether there may be a word of opposite sense: a first test."""


@lru_cache(maxsize=WORDS_KNOWN)
def _forms(word: str) -> frozenset[str]:
    """Return the lemmas, those of what a comparative compares too."""
    if word.endswith("er") and len(word) > _SHORTEST_STEM + 1:
        stem = word[:-2]
        bare = {stem, stem + "e", stem.removesuffix("i") + "y"}
        return forms(word) | bare | ({stem[:-1]} if stem[-1] == stem[-2] else set())
    return forms(word)


def turned(denied: str, plain: str) -> bool:
    """Tell whether ``denied`` is ``plain`` with a denying prefix or suffix."""
    for prefix, facing in _FACING.items():
        if denied.startswith(prefix) and plain.startswith(facing):
            stem = denied.removeprefix(prefix)
            return len(stem) > 1 and stem == plain.removeprefix(facing)
    if denied.endswith("less") and len(denied) > len("less") + 2:
        return plain in {denied[:-4] + "ful", denied[:-4] + "y"}
    if not denied.startswith(PREFIXES):
        return False
    for prefix in PREFIXES:
        if denied == prefix + plain and len(plain) >= _SHORTEST_STEM:
            return forms(denied).isdisjoint(NOT_TURNED)
    denied_forms = forms(denied)
    return denied_forms.isdisjoint(NOT_TURNED) and any(
        _is_stem(form.removeprefix(prefix).strip("-"), forms(plain))
        for form in denied_forms
        for prefix in PREFIXES
        if form.startswith(prefix)
    )


def _is_stem(rest: str, stems: Collection[str]) -> bool:
    if len(rest) < _SHORTEST_STEM:
        return rest == "fit" and rest in stems
    return rest in stems


@lru_cache(maxsize=1 << 11)
def undoes(word: str) -> bool:
    """Tell whether the word undoes a negator before it: *not impossible*."""
    return is_negative(word) and forms(word).isdisjoint(ONLY_OPPOSITE)


def kind_of_opposites(one: str, other: str) -> Kind:
    """Return the kind of fact that two words of opposite sense make."""
    both = {one, other}
    if both & OPPOSITE_TIMES:
        return Kind.DATE
    return Kind.NUMBER if both & OPPOSITE_PLACES else Kind.NEGATION


@lru_cache(maxsize=1 << 11)
def is_negative(word: str) -> bool:
    """Tell whether the word may deny without a negator: *lack*, *unaware*."""
    if not forms(word).isdisjoint(NEGATIVE | TURNED):
        return True
    if word.startswith(_DENYING) and word.endswith(("able", "ible")):
        return forms(word).isdisjoint(NOT_TURNED)
    if word.startswith("un"):
        return len(word) > _SHORTEST_STEM + 1 and not word.startswith(NOT_UN)
    return word.endswith("less") and len(word) > _SHORTEST_STEM + 1
