"""How sure or how binding: modal verbs, adverbs and phrases in classes of strength."""

# ruff: noqa: E501 - one class a line, however long, is what can be proofread

from __future__ import annotations

from typing import Final

from tui_app.core.differences.facts.tables import word_set

_TABLE: Final = """
must: must | forced to | ordered to | have to | has to | had to | having to | need to | needs to | needed to | required to | requires | obliged to | compelled to | obligatory | mandatory | compulsory | shall | got to
asked: asked to | urged to | invited to
told: told to
want: want to | wants to | wanted to | wish to | wishes to | wished to | keen to | eager to
hope: hoping to | hopes to | hoped to
should: should | encouraged to | recommended to | ought to | advised to
will: will |   'll | wo | going to | gonna | bound to
would: would | 'd
could: could
may: may | might | perhaps | maybe | possibly | possible | possibility | conceivably | potentially | arguably
able: able to | unable to | capable of | in a position to
can: can | ca | cannot | allowed to | permitted to | free to | optional
planned: due to | scheduled to | planned to | set to
expected: expected | expected to | expected that | supposed to | likely | probably | forecast to | predicted to | anticipated to | tipped to | presumably | probable | fairly sure | pretty sure | fairly certain | almost certain | nearly certain | fairly confident
alleged: allegedly | reportedly | apparently | supposedly | said to | believed | believed to | thought | thought to | alleged | seemingly | purportedly | reported to | seems to | seems that | seems like | seem like | seemed like | seemed that | seems as | appears that | appeared that | seem to | seemed to | appears to | appear to | appeared to | rumored to | rumoured to | presumed | ostensibly | considered to
certain: certainly | definitely | surely | undoubtedly | certain | sure | inevitably | unquestionably | undeniably | guaranteed to | clearly | obviously | evidently | plainly | doubtless | indisputably
"""
MODALS: Final[dict[tuple[str, ...], str]] = {
    tuple(phrase.split()): line.split(":")[0]
    for line in _TABLE.strip().splitlines()
    for phrase in line.split(":")[1].split(" | ")
}
FIRST_WORDS: Final = frozenset(phrase[0] for phrase in MODALS)

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
    }
)
"""Classes that are often said for each other without a change of strength."""

ALONE: Final = word_set("""
    must should shall may might could perhaps maybe possibly probably likely allegedly
    reportedly apparently supposedly purportedly alleged certainly definitely surely
    undoubtedly expected believed thought said rumored rumoured conceivably potentially arguably
    clearly obviously evidently plainly doubtless presumably seemingly ostensibly
    appears appeared seems seemed appear seem unquestionably undeniably indisputably
    inevitably
    """)
"""First words that count where the other side asserts the same outright."""
AFTER_BE: Final = word_set("""
    said reported thought believed considered planned scheduled predicted forecast due
    expected supposed set required allowed permitted advised asked told urged invited encouraged recommended
    forced ordered
    """)
"""First words of phrases that need a form of *be* before them."""

MODAL_LIKE: Final = word_set("""
    want wants wanted wish wishes plan plans planned aim aims intend intends intended
    hope hopes hoped need needs needed necessary necessity try trying tried urge urged
    urges call called calls permission possible chance opportunity right duty
    obligation obliged required requirement force forced order ordered ordering let
    allow allows allowed allowing due to if whether potential potentially prospect
    expect expects expected forecast risk danger ability able capable unable willing
    ready keen reserve claim claims claimed allegation allegations according suspicion
    suspicions believe believed believes think thinks thought suggest suggests
    suggested estimate estimated mandatory important essential crucial imperative doubt sure
    accused suspected certain clear scheduled obvious evident apparent indicate indicates indicated look
    looks looked doubtless inevitable presumed presumption
    """)
"""Words that may carry the strength of a modal verb in another construction."""
