"""Words beside which a speaker is named."""

from __future__ import annotations

from typing import Final

from tui_app.core.differences.facts.tables import word_set

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
SAYING_BEFORE: Final = frozenset({"according"})
PRONOUNS: Final = word_set("he she they it we i you who this that")
PASSIVE: Final = word_set("is are was were be been being to")
"""What is said of somebody is not said by him."""
ADVERBS: Final = word_set("""
    also then later further again repeatedly finally meanwhile however recently
    earlier previously once still has have had never often always today yesterday
    now even just only already jointly publicly clearly simply quickly specifically
    monday tuesday wednesday thursday friday saturday sunday on
    """)
CLAUSE_ENDS: Final = word_set(
    ". , ; : ! ? ( ) — – that and but as while when if because"
)
