"""How right it is told what is new, taken back, changed again and kept.

    python benchmarks/three_versions.py [FILE …]

Texts (else the samples) are edited by chance into a second and a third version; what
was done to each word is known, so precision and recall of each status can be counted:
of edits that stand apart, and of edits side by side. A status is found where a
difference that has it touches the words of the edit.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tui_app.core.comparison import compare_texts
from tui_app.core.from_base.changes_from_base import ChangesFromBase
from tui_app.core.from_base.told_from_base import FromBase
from tui_app.core.loading import load_document
from tui_app.core.model import Span

ROOT = Path(__file__).parents[1]
TIMES = 4
Words = tuple[str, str, str]


class Edit(NamedTuple):
    """What became of words: the status, and where they stand in B and in C."""

    status: FromBase
    left: Span
    right: Span


class Planted(NamedTuple):
    """Three versions and what was done to them."""

    texts: tuple[str, str, str]
    edits: list[Edit]


def status_of(words: Words) -> FromBase | None:
    """Return what a careful reader would call it, ``None`` for no change."""
    base, left, right = words
    if left == right:
        return None if base == left else FromBase.KEPT
    if base == left:
        return FromBase.NEW
    return FromBase.TAKEN_BACK if base == right else FromBase.CHANGED_AGAIN


class Planter:
    """Edits a text; ``rate`` is the share of words, ``dense`` allows neighbours."""

    def __init__(
        self, text: str, rng: random.Random, rate: float, *, dense: bool
    ) -> None:
        self.rng, self.rate, self.apart = rng, rate, 1 if dense else 3
        self.text = text
        self.words = re.findall(r"[a-z]{4,}", text)
        self.made = ["", "", ""]
        self.edits: list[Edit] = []

    def planted(self) -> Planted:
        """Edit the whole text, paragraph by paragraph."""
        for paragraph in filter(str.strip, self.text.split("\n")):
            for sentence in re.split(r"(?<=[.!?]) +", paragraph):
                self._sentence(sentence)
            self.made = [one.rstrip() + "\n\n" for one in self.made]
        first, second, third = self.made
        return Planted((first, second, third), self.edits)

    def _put(self, words: Words) -> None:
        spans = []
        for number, one in enumerate(words):
            start = len(self.made[number])
            self.made[number] += one + " " * bool(one)
            spans.append(Span(start, start + len(one)))
        status = status_of(words)
        if status:
            self.edits.append(Edit(status, *spans[1:]))

    def _sentence(self, sentence: str) -> None:
        words = sentence.split()
        if len(words) > 6 and self.rng.random() < self.rate / 2:
            self._whole(sentence)
            return
        last = -self.apart
        for number, word in enumerate(words):
            inside = 0 < number < len(words) - 1
            chosen = inside and self.rng.random() < self.rate
            if chosen and number - last >= self.apart:
                last = number
                self._word(word)
            else:
                self._put((word, word, word))

    def _word(self, word: str) -> None:
        one, other = self.rng.choice(self.words), self.rng.choice(self.words)
        base = word
        way = self.rng.choice(["same", "other", "gone", "come"])
        if way == "come":
            self._put((word, word, word))
            base = ""
        left = {"same": base, "other": one, "gone": "", "come": one}[way]
        self._put((base, left, self.rng.choice([left, base, other, ""])))

    def _whole(self, sentence: str) -> None:
        made = " ".join(self.rng.choices(self.words, k=self.rng.randint(7, 16)))
        made = made.capitalize() + "."
        gone = [(sentence, "", ""), (sentence, "", sentence), (sentence, sentence, "")]
        come = [("", made, made), ("", made, ""), ("", "", made)]
        words = self.rng.choice(gone + come)
        self._put(words)
        if words in come:
            self._put((sentence, sentence, sentence))


def told(planted: Planted) -> Iterator[Edit]:
    """Yield what the program says; where a side has nothing, a span before the text."""
    base, left, right = planted.texts
    pair = compare_texts(left, right)
    changes = ChangesFromBase(
        pair, compare_texts(base, left), compare_texts(base, right)
    )
    nowhere = Span(-9, -9)
    for number, row in enumerate(pair.rows):
        of_row = changes.of_row(number)
        for one, its in zip(pair.differences(number), of_row.differences, strict=False):
            yield Edit(its.status, one.left or nowhere, one.right or nowhere)
        if of_row.whole:
            spans = [
                Span(document.units[units[0]].start, document.units[units[-1]].end)
                if units
                else nowhere
                for document, units in (
                    (pair.left, row.left),
                    (pair.right, row.right),
                )
            ]
            yield Edit(of_row.whole.status, *spans)
        for kept in of_row.kept:
            yield Edit(FromBase.KEPT, kept.left, kept.right)


def answers(one: Edit, other: Edit) -> bool:
    """Tell whether both are of one status and meet, with the space about them."""
    if one.status is not other.status:
        return False
    pairs = (one.left, other.left), (one.right, other.right)
    return any(a.start < b.end + 2 and b.start < a.end + 2 for a, b in pairs)


def measure(texts: list[str], rate: float, *, dense: bool) -> None:
    """Print precision and recall of each status."""
    rng = random.Random(1)  # noqa: S311 - the same edits each time
    said, right, done, found = Counter(), Counter(), Counter(), Counter()
    began = time.process_time()
    for text in texts * TIMES:
        planted = Planter(text, rng, rate, dense=dense).planted()
        program = list(told(planted))
        for one in program:
            said[one.status] += 1
            right[one.status] += any(answers(one, edit) for edit in planted.edits)
        for edit in planted.edits:
            done[edit.status] += 1
            found[edit.status] += any(answers(edit, one) for one in program)
    seconds = time.process_time() - began
    print(f"edits of {rate:.0%} of the words, {'side by side' if dense else 'apart'}")
    for status in FromBase:
        precision, recall = right[status] / said[status], found[status] / done[status]
        print(
            f"  {status:14} precision {precision:.3f} of {said[status]:4}  "
            f"recall {recall:.3f} of {done[status]:4}"
        )
    print(f"  {seconds:.1f} s of processor time")


def main() -> None:
    """Measure the files named, or else the samples."""
    names = sys.argv[1:] or sorted(map(str, (ROOT / "seeds").glob("*.txt")))
    texts = [load_document(name, "sentence").text for name in names]
    measure(texts, 0.06, dense=False)
    measure(texts, 0.15, dense=True)


if __name__ == "__main__":
    main()
