"""How sure, or how binding, a passage says something: the words and their classes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Final

from tui_app.core.english.inflections import WORDS_KNOWN, forms
from tui_app.core.english.verbs_of_saying import NOUNS_TOO, REPORTING
from tui_app.core.english.word_lists import table_rows, word_set
from tui_app.core.facts.passage import Mention, Passage

_TABLE: Final = """
must: must | forced to | ordered to | have to | has to | had to | having to | need to |
    needs to | needed to | required to | requires | obliged to | compelled to |
    obligatory | mandatory | compulsory | got to
shall: shall
asked: asked to | urged to | invited to
told: told to
want: want to | wants to | wanted to | wish to | wishes to | wished to | keen to | eager
    to
hope: hoping to | hopes to | hoped to
should: should | encouraged to | recommended to | ought to | advised to
will: will |   'll | wo | going to | gonna | bound to
would: would | 'd
could: could
may: may | might | perhaps | maybe | possibly | possible | possibility | conceivably |
    potentially | arguably
able: able to | unable to | capable of | in a position to
can: can | ca | cannot | allowed to | permitted to | free to | optional
planned: due to | scheduled to | planned to | set to
expected: expected | expected to | expected that | supposed to | likely | probably |
    forecast to | predicted to | anticipated to | tipped to | presumably | probable |
    fairly sure | pretty sure | fairly certain | almost certain | nearly certain |
    fairly confident
alleged: allegedly | reportedly | apparently | supposedly | said to | believed |
    believed to | thought | thought to | alleged | seemingly | purportedly | reported to
    | seems to | seems that | seems like | seem like | seemed like | seemed that | seems
    as | seems , | seems . | appears that | appeared that | seem to | seemed to |
    appears to | appear to | assumed | assumed to | suspected | purported | reputed |
    appeared to | rumored to | rumoured to | presumed | ostensibly | considered to
certain: certainly | definitely | surely | undoubtedly | certain | sure | inevitably |
    unquestionably | undeniably | guaranteed to | clearly | obviously | evidently |
    plainly | doubtless | indisputably
"""

MODALS: Final[dict[tuple[str, ...], str]] = {
    tuple(phrase.split()): line.split(":")[0]
    for line in table_rows(_TABLE)
    for phrase in line.split(":")[1].split(" | ")
}

COMPATIBLE_MODALS: Final = frozenset(
    {
        frozenset({"can", "may"}),
        frozenset({"should", "expected"}),
        frozenset({"expected", "alleged"}),
        frozenset({"could", "may"}),
        frozenset({"able", "can"}),
        frozenset({"able", "could"}),
        frozenset({"able", "may"}),
        frozenset({"could", "would"}),
        frozenset({"would", "can"}),
        frozenset({"would", "should"}),
        frozenset({"will", "certain"}),
        frozenset({"must", "certain"}),
        frozenset({"told", "must"}),
        frozenset({"told", "asked"}),
        frozenset({"will", "planned"}),
        frozenset({"would", "planned"}),
        frozenset({"expected", "planned"}),
        frozenset({"should", "planned"}),
        frozenset({"want", "planned"}),
        frozenset({"want", "hope"}),
        frozenset({"want", "would"}),
        frozenset({"want", "asked"}),
        frozenset({"shall", "must"}),
        frozenset({"shall", "will"}),
        frozenset({"shall", "would"}),
        frozenset({"shall", "certain"}),
        frozenset({"shall", "planned"}),
        frozenset({"shall", "told"}),
    }
)

"""Classes that are often said for each other without a change of what is said."""

RETOLD_MODALS: Final = COMPATIBLE_MODALS | {
    frozenset({"shall", "should"}),
    frozenset({"will", "can"}),
    frozenset({"will", "would"}),
    frozenset({"may", "alleged"}),
    frozenset({"may", "expected"}),
}

"""Those, and the classes that two translators often choose for one and the same."""

NEVER_ALONE_RETOLD: Final = frozenset({"shall", "certain"})

"""Classes that say nothing by themselves where two people tell the same."""

ALONE: Final = word_set("""
    must should shall may might could perhaps maybe possibly probably likely allegedly
    reportedly apparently supposedly purportedly alleged certainly definitely surely
    undoubtedly expected believed thought said rumored rumoured conceivably potentially
    arguably clearly obviously evidently plainly doubtless presumably seemingly
    ostensibly appears appeared seems seemed appear seem unquestionably undeniably
    indisputably inevitably suspected purported reputed
    """)

"""First words that count where the other side asserts the same outright."""

AFTER_BE: Final = word_set("""
    said reported thought believed considered planned scheduled predicted forecast due
    expected supposed set required allowed permitted advised asked told urged invited
    encouraged recommended forced ordered assumed
    """)

"""First words of phrases that need a form of *be* before them."""

MODAL_LIKE: Final = word_set("""
    want wants wanted wish wishes plan plans planned aim aims intend intends intended
    hope hopes hoped need needs needed necessary necessity try trying tried urge urged
    urges call called calls permission possible chance opportunity right duty obligation
    obliged required requirement force forced order ordered ordering let allow allows
    allowed allowing due to if whether potential potentially prospect expect expects
    expected forecast risk danger ability able capable unable willing ready keen reserve
    claim claims claimed allegation allegations according suspicion suspicions believe
    believed believes think thinks thought suggest suggests suggested estimate estimated
    mandatory important essential crucial imperative doubt sure accused suspected
    certain clear scheduled obvious evident apparent indicate indicates indicated look
    looks looked doubtless inevitable presumed presumption
    """)

"""Words that may stand for a modal verb in another construction."""


def _lengths() -> dict[str, tuple[int, ...]]:
    """Return how many words a modal may have, by its first, the most first."""
    found: dict[str, set[int]] = {}
    for phrase in MODALS:
        found.setdefault(phrase[0], set()).add(len(phrase))
    return {first: tuple(sorted(all_, reverse=True)) for first, all_ in found.items()}


_LENGTHS: Final = _lengths()

_DETERMINERS = word_set("""
    a an the this that these those his her its their our my your no any some of free
    political 's strong good every each new in on by for with
    """)

_SOMEBODY = word_set("""
    a an the this that these those his her its their our my your me him us them you
    he she it we they i there anyone anybody someone somebody
    """)

_BE = word_set("is are was were be been being 's 're also not still now widely")

_SURE = word_set("certain sure convinced confident")

_OBJECTS = {("responsibility",), ("lives",), ("victory",), ("credit",), ("life",)}

"""What is claimed but not said."""

_PARTICIPLES = word_set("expected believed thought assumed")

_BEFORE_NOUN = word_set("suspected purported reputed")

_NO_PART = frozenset({"that", ",", "."})

"""What ends a phrase without being part of what is marked."""

_PURPOSE = word_set("may might should could can would shall will")

_CLAUSE = 10

"""Tokens in which a clause of purpose may begin before its modal."""

_REMARKS = word_set(
    "noted said mentioned added stressed recalled remembered emphasized"
)

"""*It should be noted* demands nothing."""

_POINTING = word_set("this that these those")

_THAT_ONLY = word_set("established determined learned")

"""Verbs of finding out only before *that*."""

_NOUNS = word_set("will may might can must need likely")


def modals(passage: Passage, claimed: Collection[int]) -> list[Mention[str]]:
    """Return the modal words and phrases, each with its class."""
    return list(_modals(passage, claimed))


def _modals(passage: Passage, claimed: Collection[int]) -> Iterator[Mention[str]]:
    end = 0
    for at in [at for at, word in enumerate(passage.words) if word in _LENGTHS]:
        if at >= end and at not in claimed:
            found = _modal_at(passage, at)
            if found is not None:
                yield found
                end = found.end


def _modal_at(passage: Passage, at: int) -> Mention[str] | None:
    words = passage.words
    for length in _LENGTHS[words[at]]:
        phrase = tuple(words[at : at + length])
        sense = MODALS.get(phrase)
        if sense is not None and not _is_other(passage, at):
            end = at + len(phrase) - (length > 1 and phrase[-1] in _NO_PART)
            return Mention(at, end, sense, weak=_binds_nothing(passage, at))
    return None


def _is_other(passage: Passage, at: int) -> bool:
    """Tell the noun (*the will*), the month (*May*), *as certain members*."""
    word = passage.words[at]
    after = passage.words[at + 1] if at + 1 < len(passage.words) else ""
    before = passage.words[at - 1] if at else ""
    if word in {"certain", "sure"}:
        return before not in _BE
    if word in AFTER_BE and (after == "to" or word in _PARTICIPLES):
        return before not in _BE
    if after == "to" and word.startswith(("appear", "seem")):
        return _is_somebody(passage, at + 2)
    if word == "'d":
        return after in {"better", "been"} or after.endswith("ed")
    if word in _NOUNS and before in _DETERMINERS - _POINTING:
        return word != "likely"
    return word == "may" and passage.written[at].text[0].isupper()


def _is_somebody(passage: Passage, at: int) -> bool:
    """Tell *appeared to Mary, to her sister* from *appeared to sleep*."""
    words, written = passage.words[at : at + 1], passage.written[at : at + 1]
    return any(word in _SOMEBODY for word in words) or any(
        word.text[0].isupper() for word in written
    )


def _binds_nothing(passage: Passage, at: int) -> bool:
    """Tell what only answers another modal: *so that he may*, *should it rain*."""
    word = passage.words[at]
    if word in _BEFORE_NOUN:
        return not _is_before_noun(passage, at)
    if word == "should" and _is_condition_or_remark(passage, at):
        return True
    return word in _PURPOSE and _is_purpose(passage, at)


def _is_before_noun(passage: Passage, at: int) -> bool:
    """Tell *the suspected killer* from *he suspected* and *was suspected of it*."""
    before, after = passage.words[:at][-1:], passage.written[at + 1 : at + 2]
    return (
        (not before or before[0] in _DETERMINERS) and bool(after) and after[0].content
    )


def _is_condition_or_remark(passage: Passage, at: int) -> bool:
    """Tell *, should it rain* and *it should be noted* from what one should do."""
    be, verb = (*passage.words[at + 1 : at + 3], "", "")[:2]
    if be == "be" and verb in _REMARKS:
        return True
    begins = at > 0 and not passage.written[at - 1].lexical
    inverted = begins and _is_somebody(passage, at + 1)
    return inverted and "?" not in passage.words[at:]


def _is_purpose(passage: Passage, at: int) -> bool:
    """Tell *so that he may*, *, that he may* from *said that* and *the man that*."""
    clause = passage.words[max(0, at - _CLAUSE) : at]
    if "lest" in clause:
        return True
    if "that" not in clause:
        return False
    that = at - 1 - clause[::-1].index("that")
    between = passage.written[that + 1 : at]
    if not between or not all(word.lexical for word in between):
        return False
    if not that or passage.words[that - 1] in {"so", "order"}:
        return that > 0
    said = reporting_class(passage.words[that - 2]) if that > 1 else None
    return said is None and not passage.written[that - 1].lexical


def reports(passage: Passage, claimed: Collection[int]) -> list[Mention[str]]:
    """Return the verbs of saying and thinking, each with its class."""
    words = passage.words
    return [
        Mention(at, _end(words, at), sense)
        for at, word in enumerate(words)
        if (sense := reporting_class(word)) is not None
        and at not in claimed
        and not (at and passage.written[at].text[0].isupper())
        and not (at and _is_noun(word, words[at - 1]))
        and words[at + 1 : at + 2] not in _OBJECTS
        and not (word in _THAT_ONLY and words[at + 1 : at + 2] != ("that",))
        and not (word in _SURE and (not at or words[at - 1] not in _BE))
    ]


def _end(words: Sequence[str], at: int) -> int:
    """Return the end of the verb, its *to* included: *acceded to*."""
    return (
        at + 2 if words[at] == "acceded" and words[at + 1 :][:1] == ("to",) else at + 1
    )


def _is_noun(word: str, before: str) -> bool:
    """Tell the noun (*the claim*) and the participle (*a confirmed case*)."""
    if word in NOUNS_TOO or word.endswith("ed"):
        return before in _DETERMINERS
    return False


@lru_cache(maxsize=WORDS_KNOWN)
def reporting_class(word: str) -> str | None:
    """Return the class of a verb of saying or thinking."""
    if len(word) < 3 or not word.isalpha():
        return None
    known = (word, *sorted(forms(word)))
    return next((REPORTING[form] for form in known if form in REPORTING), None)
