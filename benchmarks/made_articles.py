"""Articles made of made-up words, some of them versions of one another.

Words are drawn as often as those of a language are (Zipf's law), so that unrelated
articles share some runs of words, as news does. A family has one report and versions of
it, each with words replaced, sentences left out, moved and added. Every article ends
with the footer of one of a few agencies.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

_VOCABULARY = 30_000
_SENTENCES = 25
_AGENCIES = 12
_FOOTER_WORDS = 40
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an")]

Sentence = list[str]


class MadeArticle(NamedTuple):
    """One article, and the number of its family, ``None`` for one by itself."""

    text: str
    family: int | None


class ArticleMaker:
    """Makes articles; the same ``seed`` makes the same ones."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)  # noqa: S311 - no secret
        self._words = [self._word() for _ in range(_VOCABULARY)]
        weights = (1 / (rank + 3) for rank in range(_VOCABULARY))
        self._weights = list(accumulate(weights))
        self._footers = [self._some(_FOOTER_WORDS) for _ in range(_AGENCIES)]

    def articles(
        self, count: int, in_families: float = 0.2, reworded: float = 0.25
    ) -> Iterator[MadeArticle]:
        """Yield articles; ``in_families`` of them have versions, two to five each.

        ``reworded`` is the share of a version's words that are others.
        """
        made = family = 0
        while made < count:
            report = [self._sentence() for _ in range(_SENTENCES)]
            if self._random.random() > in_families / 3:
                yield MadeArticle(self._text(report), None)
                made += 1
                continue
            for number in range(min(self._random.randint(2, 5), count - made)):
                version = self._version(report, reworded) if number else report
                yield MadeArticle(self._text(version), family)
                made += 1
            family += 1

    def _word(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=self._random.randint(1, 4)))

    def _some(self, count: int) -> Sentence:
        return self._random.choices(self._words, cum_weights=self._weights, k=count)

    def _sentence(self) -> Sentence:
        return self._some(self._random.randint(8, 30))

    def _version(self, report: list[Sentence], reworded: float) -> list[Sentence]:
        kept = [
            [
                self._some(1)[0] if self._random.random() < reworded else word
                for word in sentence
            ]
            for sentence in report
            if self._random.random() > 0.2
        ]
        self._random.shuffle(kept)
        return kept + [self._sentence() for _ in range(self._random.randint(0, 8))]

    def _text(self, sentences: list[Sentence]) -> str:
        footer = self._random.choice(self._footers)
        told = [" ".join(one).capitalize() + "." for one in (*sentences, footer)]
        paragraphs = [" ".join(told[at : at + 3]) for at in range(0, len(told), 3)]
        return "\n\n".join(paragraphs) + "\n"


def write_articles(folder: Path, count: int) -> list[MadeArticle]:
    """Write so many articles to files of ``folder``, in order; return them."""
    articles = list(ArticleMaker().articles(count))
    for number, article in enumerate(articles):
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article.text, encoding="utf-8")
    return articles
