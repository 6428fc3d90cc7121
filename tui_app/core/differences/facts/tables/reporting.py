"""Verbs of saying and thinking, in classes of strength."""

# ruff: noqa: E501 - one class a line, however long, is what can be proofread

from __future__ import annotations

from typing import Final

from tui_app.core.differences.facts.tables import word_set
from tui_app.core.differences.forms import spelling_key

SPEECH: Final = word_set("""
    said says say told tells added adds announced announces stated states explained
    explains noted notes stressed stresses emphasised emphasized warned warns claimed
    claims insisted insists admitted admits denied denies declared declares argued
    argues replied replies asked asks wrote writes reported reports confirmed confirms
    called met won lost beat has had is was will would plans
    """)
"""Verbs that a person's name may stand before."""

_TABLE: Final = """
say: say tell stated stating add explain remark mention comment announce declare note stress emphasize underline underscore highlight reiterate observe describe inform reply respond recall
confirm: confirm verify
claim: claim allege assert contend purport profess
insist: insist maintain
argue: argue
admit: admit acknowledge concede confess
warn: warn caution alert
promise: promise vow pledge swear guarantee
threaten: threaten
order: order command instruct
demand: demand
urge: urge appeal implore plead
ask: ask request
recommend: recommend advise propose
know: know
find: find discover establish determine conclude learn
prove: prove demonstrate show reveal
believe: believe think feel assume suppose reckon consider guess
suspect: suspect
hint: hint suggest imply
indicate: indicate signal
predict: predict forecast expect anticipate
estimate: estimate
doubt: doubt question
hope: hope wish
fear: fear
deny: deny
speculate: speculate
agree: agree
"""
REPORTING: Final[dict[str, str]] = {
    spelling_key(verb): line.split(":")[0]
    for line in _TABLE.strip().splitlines()
    for verb in line.split(":")[1].split()
}

COMPATIBLE_REPORTS: Final = frozenset(
    frozenset(pair.split())
    for pair in [
        "\n    claim argue",
        "insist argue",
        "demand urge",
        "urge ask",
        "urge recommend",
        "recommend hint",
        "\n    find prove",
        "prove indicate",
        "hint indicate",
        "say indicate",
        "say predict",
        "predict believe",
        "\n    predict estimate",
        "believe estimate",
        "believe suspect",
        "suspect fear",
        "say argue",
        "\n    find know",
        "admit say",
        "confirm admit",
        "prove confirm",
        "agree say",
        "agree promise",
        "\n    agree believe",
        "say estimate",
        "say recommend",
        "say urge",
        "say ask",
        "find say",
        "warn fear",
        "\n    warn urge",
        "promise agree",
        "say prove",
        "believe argue",
        "order demand",
        "say find",
        "\n    deny say",
        "deny confirm",
        "deny admit",
        "deny claim",
        "deny insist",
        "deny doubt",
        "say doubt",
        "\n    find indicate",
        "demand insist",
        "ask demand",
        "say agree",
        "hope predict",
        "hope say",
        "\n    estimate find",
        "prove find",
        "know say",
        "predict say",
        "hope believe",
        "warn predict",
        "\n    speculate believe",
        "speculate suspect\n    ",
    ]
)
"""Classes that are often said for each other without a change of strength, and
what is a matter of negation instead."""

NOUNS_TOO: Final = word_set("""
    claim claims report reports promise promises order orders demand demands request
    requests warning note notes state states hope hopes doubt doubts show shows
    estimate estimates call calls appeal comment comments remark remarks stress
    highlight alert command fear fears question questions threat feel guess advise
    pledge pledges vow vows swear signal signals forecast forecasts suspect suspects
    finding findings find finds wish wishes reply response plead
    """)
"""Forms that are verbs only where no determiner or adjective stands before them."""
