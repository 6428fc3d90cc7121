"""Words that deny, and prefixes that turn a word round."""

from __future__ import annotations

from typing import Final

from tui_app.core.differences.facts.tables import lemma_set, word_set

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
    line.split(":")[0]: word_set(line.split(":")[1])
    for line in _ASSERTING.strip().splitlines()
}
"""A negator and what may stand in its place where the same is asserted."""

IDIOMS: Final = frozenset(
    {
        ("not", "only"),
        ("not", "just"),
        ("not", "merely"),
        ("not", "least"),
        ("no", "matter"),
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
