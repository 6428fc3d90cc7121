"""What a word may be a form of, for looking it up in a table."""

from __future__ import annotations

from functools import lru_cache

from tui_app.core.differences.forms import lemmas

_SHORTEST = 3


@lru_cache(maxsize=1 << 11)
def forms(word: str) -> frozenset[str]:
    """Return the lemmas of ``word`` and what is left of it without its ending.

    Lemmas are given in one custom of spelling (*promising* as *promizing*); tables hold
    words as they are written, so the bare stems count too.
    """
    return lemmas(word) | frozenset(
        stem for stem in _stems(word) if len(stem) >= _SHORTEST
    )


def _stems(word: str) -> set[str]:
    if word.endswith(("ies", "ied")):
        return {word[:-3] + "y", word[:-1]}
    if word.endswith("s") and not word.endswith("ss"):
        return {word[:-1], word[:-2]}
    for ending in ("ing", "ed"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            doubled = stem[-2:-1] == stem[-1:]
            return {stem, stem + "e", stem[:-1] if doubled else stem}
    return set()
