"""Verbs of saying: how sure of it each makes what is said, and where a speaker stands.

Three lists beside the table differ on purpose: who speaks is read off few forms, a name
is told from a word at the head of a sentence by more, and by verbs that say nothing.
"""

from __future__ import annotations

from typing import Final

from tui_app.core.english.word_lists import lemma_set, table_rows, word_set

_TABLE: Final = """
say: say tell stated stating add explain remark mention comment announce declare note
    stress emphasize underline underscore highlight reiterate observe describe inform
    reply respond recall
confirm: confirm verify corroborate attest
claim: claim allege assert contend purport profess boast
insist: insist maintain
argue: argue
admit: admit acknowledge concede confess
warn: warn caution alert
promise: promise vow pledge swear guarantee
offer: offer
threaten: threaten
assure: assure reassure
order: order command instruct
demand: demand
urge: urge appeal implore
ask: ask request
recommend: recommend advise propose
know: know
find: find discover establish determine conclude learn
prove: prove demonstrate
show: show reveal
believe: believe think feel assume suppose reckon consider guess
suspect: suspect
hint: hint suggest imply
indicate: indicate signal
predict: predict forecast expect anticipate foresee
estimate: estimate
sure: certain sure convinced confident
intend: plan intend aim want wish
doubt: doubt question
hope: hope
fear: fear worry
deny: deny
weigh: considering mulling pondering weighing contemplating
decide: decide
accuse: accuse
oblige: require oblige compel forced forcing
allow: allow permit let enable
sign: sign initial
ratify: ratify accede
speculate: speculate theorize hypothesize
agree: agree
"""

REPORTING: Final[dict[str, str]] = {
    verb: line.split(":")[0]
    for line in table_rows(_TABLE)
    for verb in lemma_set(line.split(":")[1])
}

_COMPATIBLE: Final = """
agree: say promise believe intend
argue: claim insist say believe
believe: argue
confirm: admit prove show
prove: show
demand: urge order insist
deny: say confirm admit claim insist
doubt: say
estimate: predict believe say find
fear: suspect warn
find: prove indicate know say show
hint: recommend indicate
hope: say believe intend
indicate: say find show
intend: say predict ask agree urge demand recommend insist believe hope
know: prove show
predict: say believe
promise: agree assure
offer: say recommend agree intend
recommend: urge say hint
say: know show indicate predict urge ask argue find assure
speculate: believe suspect
sure: know say find prove show admit insist confirm
suspect: believe
urge: ask
warn: urge predict
weigh: intend hope
decide: say intend agree confirm find promise
accuse: say claim
oblige: order demand ask urge say
allow: say agree
"""

COMPATIBLE_REPORTS: Final = frozenset(
    frozenset({line.split(":")[0], other})
    for line in table_rows(_COMPATIBLE)
    for other in line.split(":")[1].split()
)

"""Classes that are often said for each other without a change of what is said, and
what is a matter of negation instead."""

NOUNS_TOO: Final = word_set("""
    claim claims report reports promise promises order orders demand demands request
    requests warning note notes state states hope hopes doubt doubts show shows estimate
    estimates call calls appeal comment comments remark remarks stress highlight alert
    command fear fears question questions threat feel guess advise pledge pledges vow
    vows swear signal signals forecast forecasts suspect suspects finding findings plan
    plans aim aims want find finds wish wishes reply response plead offer offers offered
    worry worries worried boast
    """)

"""Forms that are verbs only where no determiner or adjective stands before them."""

SAYING: Final = word_set("""
    said says told tells added adds announced stated states explained explains noted
    notes stressed stresses emphasised emphasized emphasises emphasizes warned warns
    claimed claims insisted insists admitted admits denied denies declared declares
    argued argues replied replies wrote writes confirmed confirms recalled remarked
    commented continued concluded acknowledged conceded suggested reiterated
    reaffirmed observed asked urged demanded promised vowed pledged believes believed
    thinks thought mentioned underlined complained joked cried answered shouted
    whispered exclaimed pointed points expressed expresses
    """)

"""Verbs whose subject is a speaker."""

BEHIND_NAMES: Final = word_set("""
    said says say told tells added adds announced announces stated states explained
    explains noted notes stressed stresses emphasised emphasized warned warns claimed
    claims insisted insists admitted admits denied denies declared declares argued
    argues replied replies asked asks wrote writes reported reports confirmed confirms
    called met won lost beat
    """)

"""Verbs that a person's name stands before, those of saying and a few others."""

SAYING_THAT: Final = word_set(
    "said says say saying announced claimed admitted confirmed"
)

"""Verbs behind which a negator denies what is said: *said he had not*."""
