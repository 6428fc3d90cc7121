"""From evidence to the probability that a link is right."""

from __future__ import annotations

from math import exp

from tui_app.core.align.evidence import Evidence

# A logistic regression over links that people judged right or wrong, nine kinds
# of texts in two languages weighted by the root of their size; everything is
# relative to the pair, so that a coefficient says how a link stands among the
# others of its own texts.
_BIAS = 0.494
_DICE = 4.341
_ALIKE = -8.811
_CONTAINED = 3.758
_COVERED = 5.974
_SUPPORT = 0.645
_JOINED = -0.497
_RIVAL = -0.516
# Not of the regression: roles are guessed, so they can tip the balance and no more.
_FOREIGN = -1.5
# Nor this one: the few links that stand out are a kind of their own, eight of nine
# right where their other evidence says half.
_STANDS_OUT = 1.0


def probability(evidence: Evidence) -> float:
    """Return how likely the link is right, 0 to 1."""
    texts = evidence.pair
    score = (
        _BIAS
        + _DICE * evidence.dice
        + _ALIKE * texts.alike
        + _CONTAINED * evidence.contained
        + _COVERED * max(texts.left, texts.right)
        + _SUPPORT * evidence.support
        + _JOINED * evidence.joined
        + _RIVAL * evidence.rival
        + _FOREIGN * evidence.foreign
        + _STANDS_OUT * evidence.stands_out
    )
    return 1 / (1 + exp(-score))
