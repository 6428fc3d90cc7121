"""The sample articles that travel with the program, pairs that share most first."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from tui_app.core.model import Document
from tui_app.errors import UserError
from tui_app.settings.memory import Recent, Sources

_PACKAGE = Path(__file__).parents[1]

_WORDS_TOGETHER = 4


class SamplePair(NamedTuple):
    """Two of the articles and the share of word groups they have in common, 0 to 1."""

    recent: Recent
    shared: float


def sample_files() -> list[Path]:
    """Return the articles: inside the installed package, or beside it in a checkout."""
    for folder in (_PACKAGE / "samples", _PACKAGE.parent / "seeds"):
        files = sorted(folder.glob("*.txt"))
        if files:
            return files
    return []


def sample_pairs() -> list[SamplePair]:
    """Return every pair of sample articles, the most alike first."""
    from tui_app.core.loading import load_document

    documents: list[Document] = []
    for path in sample_files():
        try:
            documents.append(load_document(path, "paragraph"))
        except UserError:
            continue
    groups = [_word_groups(document.text) for document in documents]
    pairs = [
        _pair(documents[first], documents[second], groups[first], groups[second])
        for first, second in combinations(range(len(documents)), 2)
    ]
    return sorted(pairs, key=lambda pair: -pair.shared)


def _pair(
    left: Document, right: Document, ours: frozenset[str], theirs: frozenset[str]
) -> SamplePair:
    shared = len(ours & theirs) / max(1, min(len(ours), len(theirs)))
    pair = Sources(left.source or "", right.source or "")
    return SamplePair(Recent(pair, left.title, right.title), shared)


def _word_groups(text: str) -> frozenset[str]:
    words = text.casefold().split()
    return frozenset(
        " ".join(words[start : start + _WORDS_TOGETHER])
        for start in range(len(words) - _WORDS_TOGETHER + 1)
    )
