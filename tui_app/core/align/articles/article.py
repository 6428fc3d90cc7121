"""The stages that align two articles, in order: words, beads, backbone, moves, links.

Both texts become weighted bags of words; pairs of clauses that share much grow into
beads; the heaviest chain of beads in reading order is the backbone, heavy ones off
it have moved. Beads give links between units, gaps and repeats give more, and what
is known of each link tells how likely it is right. The method and its sources are in
``docs/explanation/alignment.md``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui_app.core.align.articles.backbone import (
    TakenAtoms,
    chain_of_beads,
    moved_beads,
)
from tui_app.core.align.articles.beads import AtomBead, grow, seeds, whole_units
from tui_app.core.align.articles.candidates import Candidates, Ranks, unit_candidates
from tui_app.core.align.articles.clause_links import clause_links
from tui_app.core.align.articles.comparable_links import (
    are_comparable,
    comparable_links,
)
from tui_app.core.align.articles.comparable_signs import LinkSigns, link_signs
from tui_app.core.align.articles.costs import (
    Costs,
    Coverage,
    chance,
    coverage,
    joining_cost,
    seed_cost,
)
from tui_app.core.align.articles.equal_atoms import equal_atoms
from tui_app.core.align.articles.further_links import lone_units, repeated_units
from tui_app.core.align.articles.gaps import fill_atoms, fill_units
from tui_app.core.align.articles.links import all_links, chance_straddles
from tui_app.core.align.articles.lone_moves import without_lone_moves
from tui_app.core.align.articles.placed_links import placed_links
from tui_app.core.align.articles.probability import LinkEvidence, gather, probability
from tui_app.core.align.articles.weighed_texts import WeighedPair, weigh_texts
from tui_app.core.align.counterparts import main_counterparts
from tui_app.core.align.progress import Ticker
from tui_app.core.align.settled import Settled, settled_by
from tui_app.core.model import (
    Alignment,
    Bead,
    Constraints,
    Document,
    Link,
    Report,
    Role,
)

# Beyond this many units, or this much text, of both sides the words are aligned
# first and the units by them: near-linear, where beads of units are not.
_MOST_UNITS = 1000
_MOST_TEXT = 600_000

_STAGES = 5
_LIKELY = 0.5
# The Dice coefficient that a further counterpart of what is linked must reach: near
# copies only.
_REPEATED = 0.75

# Units that match nothing but their equals, and those about something else than
# their article.
_APART = frozenset({Role.DATELINE})
_FOREIGN = frozenset({Role.TEASER, Role.BOILERPLATE})

_Texts = tuple[str, ...]
_Link = tuple[int, int]
_Evidence = dict[_Link, LinkEvidence]


def are_articles(left: Document, right: Document) -> bool:
    """Tell whether two documents are short enough to compare unit with unit."""
    return (
        len(left.units) + len(right.units) <= _MOST_UNITS
        and len(left.text) + len(right.text) <= _MOST_TEXT
    )


def align_articles(
    left: Document,
    right: Document,
    constraints: Constraints,
    report: Report | None = None,
) -> Alignment:
    """Return the alignment of two documents that ``are_articles``.

    Swapping the documents mirrors the result, for the work is always done in one
    order.
    """
    settled = settled_by(constraints)
    articles = _articles(left, right)
    if settled.forbids_nothing and articles.texts[0] == articles.texts[1]:
        return _identity(len(left.units))
    if articles.texts[0] > articles.texts[1]:
        settled = settled.mirrored()
        turned = _ArticleAlignment(articles.turned(), settled, report)
        return turned.result().mirrored()
    return _ArticleAlignment(articles, settled, report).result()


def comparable_signs(left: Document, right: Document) -> dict[_Link, LinkSigns]:
    """Return what is known of all pairs of units; nothing if more than half is linked.

    What the weights of ``comparable_links`` are made from.
    """
    articles = _articles(left, right)
    return _ArticleAlignment(articles, Settled(), None).signs_if_comparable()


class _Articles(NamedTuple):
    """Both documents, and the texts of their units."""

    documents: tuple[Document, Document]
    texts: tuple[_Texts, _Texts]

    def turned(self) -> _Articles:
        """Return them with the sides changed."""
        return _Articles(self.documents[::-1], self.texts[::-1])

    def units_of(self, roles: frozenset[Role]) -> tuple[frozenset[int], frozenset[int]]:
        """Return the units of either with one of the roles."""
        left, right = self.documents
        return _units_of(left, roles), _units_of(right, roles)


def _articles(left: Document, right: Document) -> _Articles:
    return _Articles((left, right), (_texts(left), _texts(right)))


def _texts(document: Document) -> _Texts:
    return tuple(document.unit_text(number) for number in range(len(document.units)))


def _units_of(document: Document, roles: frozenset[Role]) -> frozenset[int]:
    return frozenset(n for n, unit in enumerate(document.units) if unit.role in roles)


def _identity(count: int) -> Alignment:
    return Alignment(
        tuple(Bead((number,), (number,), 1.0) for number in range(count)),
        tuple(Link(number, number, 1.0) for number in range(count)),
    )


class _ArticleAlignment:
    """The stages of one alignment and what they hand on."""

    def __init__(
        self, articles: _Articles, settled: Settled, report: Report | None
    ) -> None:
        self.settled = settled
        self.ticker = Ticker(report, _STAGES)
        self.documents, self.texts = articles
        measured = _measured(*articles.texts, *articles.units_of(_APART))
        self.pair = measured.pair
        self.equal = measured.equal
        self.foreign = articles.units_of(_FOREIGN)
        self.ticker.tick()
        overlaps = measured.candidates.under(settled)
        self.units = unit_candidates(self.pair, overlaps)
        self.atom_ranks = measured.atoms.of(overlaps)
        self.unit_ranks = measured.units.of(self.units)
        self.seeds = seeds(self.atom_ranks)
        self.whole = whole_units(self.pair, self.units, self.unit_ranks)
        self.ticker.tick()

    def result(self) -> Alignment:
        """Return the alignment."""
        beads = self._backbone_and_moves()
        covered = coverage(self.pair, beads)
        grown = self._links(beads)
        repeats = self._repeats(grown)
        likely = self._likely(self._evidence(grown | repeats, covered))
        if are_comparable(covered):
            found = grown | repeats
            likely += self._standing_out(found, {link.pair for link in likely})
        else:
            likely += self._clauses({link.pair for link in likely}, covered)
        self.ticker.tick()
        alignment = Alignment(self._beads(likely, repeats), tuple(likely)).with_more(
            self.settled.fixed, self.settled.links()
        )
        if are_comparable(covered):
            return alignment
        held = without_lone_moves(alignment, *self.documents, standing_out=True)
        return self._with_placed(held)

    def _clauses(self, links: Collection[_Link], covered: Coverage) -> list[Link]:
        """Return links of units alone that are a part of a neighbour's counterpart."""
        found = clause_links(self.pair, self.texts, links, covered)
        return [
            Link(i, j, score)
            for (i, j), score in found.items()
            if self.settled.allow((i,), (j,))
        ]

    def _with_placed(self, found: Alignment) -> Alignment:
        """Return the alignment with what answers each other by where it stands."""
        links = {link.pair for link in found.links}
        placed = placed_links(self.documents, self.texts, links, self.settled)
        if not placed:
            return found
        beads = [Bead((i,), (j,), score) for (i, j), score in placed.items()]
        more = [Link(*link, score) for link, score in placed.items()]
        return found.with_more(beads, more)

    def _beads(self, links: list[Link], repeats: Collection[_Link]) -> Sequence[Bead]:
        """Return the beads of the links; what is said again is a link besides."""
        main = [link for link in links if link.pair not in repeats]
        strength = {link.pair: self.pair.shared_by_units(*link.pair) for link in main}
        return main_counterparts(main, strength)

    def signs_if_comparable(self) -> dict[_Link, LinkSigns]:
        """Return the signs of all pairs if most of both texts is unlinked."""
        beads = self._backbone_and_moves()
        if not are_comparable(coverage(self.pair, beads)):
            return {}
        grown = self._links(beads)
        return self._signs(grown | self._repeats(grown))

    def _backbone_and_moves(self) -> list[AtomBead]:
        """Return both: once to learn the costs from them, once with these costs."""
        costs = Costs()
        beads = self._grown(costs)
        chain = self._chain(beads, costs)
        moved = moved_beads(beads, chain, self._chance(chain))
        self.ticker.tick()
        costs = Costs(
            seed_cost(coverage(self.pair, chain + moved)),
            joining_cost(self.pair, chain),
        )
        taken = TakenAtoms()
        taken.add(moved)
        beads = [bead for bead in self._grown(costs) if taken.frees(bead)]
        chain = self._chain(beads, costs)
        moved += moved_beads(beads, chain + moved, self._chance(chain + moved))
        self.ticker.tick()
        return chain + moved

    def _grown(self, costs: Costs) -> list[AtomBead]:
        grown = grow(self.pair, self.seeds, costs.joining, self.settled)
        return [bead for bead in [*grown, *self.whole] if bead.gain(costs.seed) > 0]

    def _chain(self, beads: Sequence[AtomBead], costs: Costs) -> list[AtomBead]:
        return chain_of_beads(beads, [costs.value(bead) for bead in beads])

    def _chance(self, beads: Sequence[AtomBead]) -> float:
        return chance(self.atom_ranks, beads)

    def _links(self, beads: Sequence[AtomBead]) -> set[_Link]:
        """Return the links of the beads, of gaps between them, of units alone."""
        links = all_links(self.pair, beads)
        filled = self._filled(beads, links)
        placed = all_links(self.pair, filled)
        links |= placed
        beads = [*beads, *filled]
        least = self._chance(beads)
        if lone := lone_units(self.pair, self.unit_ranks, links, least):
            links |= all_links(self.pair, lone)
        return links - chance_straddles(self.pair, links, placed)

    def _repeats(self, links: Collection[_Link]) -> set[_Link]:
        """Return further counterparts of linked units: near copies of the first."""
        again = repeated_units(self.pair, self.unit_ranks, links, _REPEATED)
        return all_links(self.pair, again).difference(links)

    def _filled(self, beads: Sequence[AtomBead], links: set[_Link]) -> list[AtomBead]:
        units = fill_units(self.pair, links, self.settled)
        return units + fill_atoms(self.pair, [*beads, *units], self.settled)

    def _evidence(self, links: Collection[_Link], covered: Coverage) -> _Evidence:
        return {
            (i, j): known._replace(
                foreign=(i in self.foreign[0]) != (j in self.foreign[1])
            )
            for (i, j), known in gather(self.pair, self.units, links, covered).items()
        }

    def _standing_out(
        self, grown: Collection[_Link], known: Collection[_Link]
    ) -> list[Link]:
        """Return what else is linked in comparable texts, beside what is known."""
        no = self.settled.parted.union(known)
        found = comparable_links(self._signs(grown), self.equal.of_left)
        return [Link(*link, score) for link, score in found.items() if link not in no]

    def _signs(self, grown: Collection[_Link]) -> dict[_Link, LinkSigns]:
        return link_signs(self.pair, self.texts, self.units, grown)

    def _likely(self, evidence: Mapping[_Link, LinkEvidence]) -> list[Link]:
        found = (Link(i, j, probability(known)) for (i, j), known in evidence.items())
        return [
            link
            for link in found
            if link.score > _LIKELY and link.pair not in self.settled.parted
        ]


class _Measures:
    """What is measured on two texts, whatever is settled by hand."""

    def __init__(self, pair: WeighedPair) -> None:
        self.pair = pair
        atoms = equal_atoms(pair)
        self.equal = atoms.by_units(pair)
        self.candidates = Candidates(pair, atoms)
        self.atoms = Ranks(pair.left.mass, pair.right.mass, atoms)
        self.units = Ranks(pair.left.unit_mass, pair.right.unit_mass, self.equal)


@lru_cache(maxsize=1)
def _measured(
    left: tuple[str, ...],
    right: tuple[str, ...],
    apart_left: frozenset[int],
    apart_right: frozenset[int],
) -> _Measures:
    """Return both texts as bags, and what is measured on them.

    The last pair is kept: a link fixed by hand aligns the same texts again.
    """
    return _Measures(weigh_texts(left, right, apart_left, apart_right))
