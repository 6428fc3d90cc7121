"""How well notes are found again after an edit, measured on edits with a known truth.

``python benchmarks/anchoring.py [TEXT…] [--notes N] [--rounds N] [--quote-only]``

Texts (the sample articles by default) are edited by a seeded script that knows of
every word where it went: words replaced, dropped and put in, paragraphs dropped,
put in and moved, sentences copied elsewhere. Notes are put on one or two words,
phrases, sentences and several sentences.

* right: attached, and the place shares at least half with the true one;
* wrong: attached elsewhere, or attached though the words are gone (silently wrong);
* review: a place is proposed; missed: lost though the words are there;
* gone: not attached, and rightly so.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tui_app.core.model import Document, Span
from tui_app.notes.anchoring.locator import Locator
from tui_app.notes.anchoring.new_anchors import span_anchor
from tui_app.notes.note import Anchor, FoundAnchor, State

SAMPLES = Path(__file__).parent.parent / "seeds"
PIECE = re.compile(r"\S+\s*")


@dataclass(frozen=True)
class Piece:
    """A word with the space after it; ``origin`` is its number in the old text."""

    text: str
    origin: int
    kept: bool = True


@dataclass(frozen=True)
class Profile:
    """How much is edited: shares of words, paragraphs and sentences."""

    name: str
    words: float
    dropped: float
    added: float
    moved: float
    copied: float


PROFILES = (
    Profile("2 % of words", 0.02, 0.01, 0.01, 0.0, 0.01),
    Profile("8 % of words", 0.08, 0.03, 0.03, 0.0, 0.02),
    Profile("15 % of paragraphs moved", 0.02, 0.02, 0.02, 0.15, 0.02),
    Profile("20 % of words", 0.20, 0.05, 0.05, 0.05, 0.02),
    Profile("40 % of words", 0.40, 0.10, 0.10, 0.10, 0.02),
)


class Editor:
    """Edits a text and keeps of each word where it comes from."""

    def __init__(self, text: str, profile: Profile, chance: random.Random) -> None:
        self._pieces = [Piece(m.group(), n) for n, m in enumerate(PIECE.finditer(text))]
        self._vocabulary = [piece.text.rstrip() for piece in self._pieces]
        self._profile = profile
        self._chance = chance

    def edited(self) -> list[Piece]:
        """Return the pieces of the edited text."""
        blocks = list(_cut(self._pieces, lambda piece: "\n" in piece.text))
        blocks = [block for block in blocks if not self._happens(self._profile.dropped)]
        blocks = self._moved(self._with_new(self._with_copies(blocks)))
        return [piece for block in blocks for piece in self._reworded(block)]

    def _happens(self, share: float) -> bool:
        return self._chance.random() < share

    def _with_copies(self, blocks: list[list[Piece]]) -> list[list[Piece]]:
        """Copy sentences to other places: the traps for a search by quote."""
        for block in list(blocks):
            for sentence in _cut(
                block, lambda piece: piece.text.rstrip().endswith(".")
            ):
                if self._happens(self._profile.copied):
                    copy = [replace(piece, origin=-1) for piece in sentence]
                    target = self._chance.choice(blocks)
                    target[len(target) :] = copy
        return blocks

    def _with_new(self, blocks: list[list[Piece]]) -> list[list[Piece]]:
        found = []
        for block in blocks:
            found.append(block)
            if self._happens(self._profile.added):
                words = self._chance.choices(self._vocabulary, k=40)
                found.append([Piece(word + " ", -1) for word in words])
                found[-1][-1] = Piece(words[-1] + "\n\n", -1)
        return found

    def _moved(self, blocks: list[list[Piece]]) -> list[list[Piece]]:
        stay = [b for b in blocks if not self._happens(self._profile.moved)]
        kept = {id(block) for block in stay}
        for block in blocks:
            if id(block) not in kept:
                stay.insert(self._chance.randrange(len(stay) + 1), block)
        return stay

    def _reworded(self, block: Sequence[Piece]) -> Iterator[Piece]:
        for piece in block:
            if not self._happens(self._profile.words):
                yield piece
                continue
            space = piece.text[len(piece.text.rstrip()) :]
            other = self._chance.choice(self._vocabulary)
            kind = self._chance.random()
            if kind < 0.5:
                yield Piece(other + space, piece.origin, kept=False)
            elif kind < 0.75:
                yield piece
                yield Piece(other + " ", -1)


def _cut(pieces, is_end):  # noqa: ANN001, ANN202 - a short generic helper
    block = []
    for piece in pieces:
        block.append(piece)
        if is_end(piece):
            yield block
            block = []
    if block:
        yield block


@dataclass(frozen=True)
class Truth:
    """Where the words of a note are now; ``alive``: half of them together."""

    pieces: Sequence[Span]
    alive: bool

    def hit(self, span: Span) -> bool:
        """Whether a place has half of the words and is not mostly other words."""
        whole = sum(piece.end - piece.start for piece in self.pieces)
        both = sum(_shared(piece, span) for piece in self.pieces)
        return 2 * both >= whole > 0 and 3 * both >= span.end - span.start


class Trial:
    """One edit of one text."""

    def __init__(self, text: str, profile: Profile, chance: random.Random) -> None:
        self.old = text
        self._spans = [m.span() for m in PIECE.finditer(text)]
        self._chance = chance
        pieces = Editor(text, profile, chance).edited()
        self.new = "".join(piece.text for piece in pieces)
        self._places: dict[int, tuple[int, int, bool]] = {}
        at = 0
        for piece in pieces:
            end = at + len(piece.text.rstrip())
            if piece.origin >= 0:
                self._places[piece.origin] = at, end, piece.kept
            at += len(piece.text)

    def note(self) -> tuple[Anchor, Truth]:
        """Return an anchor somewhere and where it should be found."""
        length = self._chance.choice((1, 2, 3, 5, 8, 12, 20, 40, 60))
        first = self._chance.randrange(max(1, len(self._spans) - length))
        pieces = range(first, min(first + length, len(self._spans)))
        start, end = self._spans[pieces[0]][0], self._spans[pieces[-1]][1]
        end = start + len(self.old[start:end].rstrip())
        document = Document(self.old, None, "", "sentence", ())
        return span_anchor(document, "left", Span(start, end)), self._truth(pieces)

    def _truth(self, pieces: range) -> Truth:
        whole = sum(len(self._word(piece)) for piece in pieces)
        here = [self._places[piece] for piece in pieces if piece in self._places]
        if not here:
            return Truth((), alive=False)
        group = max(_groups(sorted(here), whole), key=_weight)
        spans = [Span(start, end) for start, end, _ in group]
        return Truth(spans, 2 * _weight(group) >= whole)

    def _word(self, piece: int) -> str:
        start, end = self._spans[piece]
        return self.old[start:end].rstrip()


def _groups(
    places: Sequence[tuple[int, int, bool]], whole: int
) -> list[list[tuple[int, int, bool]]]:
    groups = [[places[0]]]
    for place in places[1:]:
        if place[0] - groups[-1][-1][1] > whole + 400:
            groups.append([])
        groups[-1].append(place)
    return groups


def _weight(group: Sequence[tuple[int, int, bool]]) -> int:
    return sum(end - start for start, end, kept in group if kept)


def verdict(trial: Trial, found: FoundAnchor, truth: Truth) -> str:
    """Return what the answer is worth."""
    if found.state in (State.PLACED, State.CHANGED) and found.span:
        now = trial.new[found.span.start : found.span.end]
        honest = (
            truth.alive or found.state is State.CHANGED or now == found.anchor.quote
        )
        return "right" if truth.hit(found.span) and honest else "wrong"
    if not truth.alive:
        return "gone"
    return "review" if found.state is State.REVIEW else "missed"


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def measure(
    texts: Sequence[str], profile: Profile, arguments: argparse.Namespace
) -> tuple[Counter[str], float]:
    """Return how often each verdict was given, and the seconds for 200 notes."""
    chance = random.Random(f"{arguments.seed} {profile.name}")  # noqa: S311 - seeded
    counts: Counter[str] = Counter()
    seconds = 0.0
    for _ in range(arguments.rounds):
        for text in texts:
            trial = Trial(text, profile, chance)
            begun = time.process_time()
            locator = Locator(None if arguments.quote_only else trial.old, trial.new)
            seconds += time.process_time() - begun
            for _ in range(arguments.notes):
                anchor, truth = trial.note()
                begun = time.process_time()
                found = locator.locate(anchor)
                seconds += time.process_time() - begun
                outcome = verdict(trial, found, truth)
                counts[outcome] += 1
                if arguments.show and outcome == arguments.show:
                    _show(trial, found, truth)
    return counts, seconds * 200 / max(1, counts.total())


def _show(trial: Trial, found: FoundAnchor, truth: Truth) -> None:
    anchor = found.anchor
    print(f"\n{found.state} {found.score}: …{anchor.prefix!r} [[{anchor.quote!r}]]")
    true = truth.pieces and Span(truth.pieces[0].start, truth.pieces[-1].end)
    for name, span in (("found", found.span), ("truth", true)):
        if span:
            around = trial.new[max(0, span.start - 30) : span.start]
            print(f"  {name}: …{around!r} [[{trial.new[span.start : span.end]!r}]]")
    print(f"  alive: {truth.alive}")


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--notes", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--seed", default="diptych")
    parser.add_argument("--quote-only", action="store_true")
    parser.add_argument("--show", help="print the cases with this verdict")
    arguments = parser.parse_args()
    paths = arguments.texts or sorted(SAMPLES.glob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    print(f"{'edit':26}  right  wrong review missed   gone  s/200 notes")
    for profile in PROFILES:
        counts, seconds = measure(texts, profile, arguments)
        shares = (
            f"{100 * counts[name] / counts.total():6.2f}"
            for name in ("right", "wrong", "review", "missed", "gone")
        )
        print(f"{profile.name:26} {' '.join(shares)}  {seconds:.3f}", flush=True)


if __name__ == "__main__":
    main()
