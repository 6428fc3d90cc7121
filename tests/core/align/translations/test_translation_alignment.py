from __future__ import annotations

import itertools
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.align import align
from tui_app.core.align.translations.translation_alignment import (
    align_translation,
    align_translation_in_steps,
)
from tui_app.core.model import Alignment, Constraints, Document, Progress
from tui_app.core.rows import build_rows
from tui_app.core.segmentation import segment
from tui_app.core.translation import Translation

ACROSS = Translation(("", ""))
NOTHING = Constraints()

GERMAN = """Am 12. Mai 1884 kam Ingrid Halvorsen in Bergen an.
Sie hatte nur einen Koffer bei sich.
Wo war der Brief geblieben?
Der Kutscher zuckte die Achseln, und niemand sonst war am Hafen zu sehen.
„Nach Voss!“, rief sie.
Die Fahrt dauerte drei Stunden.
Im Gasthof wartete Doktor Lindqvist."""

FRENCH = """Ingrid Halvorsen arriva à Bergen le 12 mai 1884.
Elle n'avait qu'une valise avec elle.
Où était donc passée la lettre ?
Le cocher haussa les épaules.
On ne voyait personne d'autre au port.
« À Voss ! » cria-t-elle.
Le voyage dura trois heures.
À l'auberge attendait le docteur Lindqvist."""


def aligned(
    left: Document, right: Document, constraints: Constraints = NOTHING
) -> Alignment:
    return align(left, right, constraints, translation=ACROSS)


def sides(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [bead.sides for bead in alignment.beads]


def test_a_page_is_aligned_by_lengths_names_figures_and_marks(lines):
    found = aligned(lines(GERMAN.split("\n")), lines(FRENCH.split("\n")))
    assert sides(found) == [
        ((0,), (0,)),
        ((1,), (1,)),
        ((2,), (2,)),
        ((3,), (3, 4)),
        ((4,), (5,)),
        ((5,), (6,)),
        ((6,), (7,)),
    ]


def test_a_text_teaches_its_words_where_nothing_is_alike(translated):
    pair = translated(400, 1, dropped=0.03)
    assert pair.share_found(aligned(pair.left, pair.right)) > 0.95


def test_what_has_no_counterpart_stays_alone(lines, sentences):
    made = sentences(200, 2)
    left = lines([ours for ours, _ in made])
    notes = [theirs for _, theirs in sentences(15, 3)]
    theirs = [theirs for _, theirs in made]
    right = lines([*theirs[:90], *notes, *theirs[90:]])
    found = aligned(left, right)
    alone = set(range(90, 105)) - {j for bead in found.beads for j in bead.right}
    assert len(alone) > 12


def test_half_of_a_book_may_be_missing(lines, sentences):
    made = sentences(1200, 4, figures=0.3)
    kept = [number for number in range(1200) if number // 100 % 2]
    left = lines([ours for ours, _ in made])
    right = lines([made[number][1] for number in kept])
    found = {bead.sides for bead in aligned(left, right).beads}
    right_ones = sum(((i,), (j,)) in found for j, i in enumerate(kept))
    assert right_ones > 0.85 * len(kept)


def test_a_chapter_that_stands_elsewhere_is_found_there(lines, sentences):
    made = sentences(900, 5, figures=0.3)
    order = [*range(300), *range(450, 900), *range(300, 450)]
    left = lines([ours for ours, _ in made])
    right = lines([made[number][1] for number in order])
    found = aligned(left, right)
    right_ones = sum(bead.left == (order[bead.right[0]],) for bead in found.beads)
    assert right_ones > 0.95 * len(order)
    moved = [row for row in build_rows(left, right, found) if row.moved]
    assert len(moved) > 120


def test_word_lists_help_where_a_text_is_too_short_to_teach(lines, sentences):
    made = sentences(40, 6)
    dice = random.Random(6)  # noqa: S311 - a text, no secret
    words = {
        pair
        for ours, theirs in sentences(400, 6)
        for pair in zip(
            ours.strip(".").split(), theirs.strip(".").split(), strict=False
        )
        if len(ours.split()) == len(theirs.split())
    }
    kept = [number for number in range(40) if dice.random() > 0.3]
    left = lines([ours for ours, _ in made])
    right = lines([made[number][1] for number in kept])
    wanted = {((i,), (j,)) for j, i in enumerate(kept)}
    listed = Translation(("", ""), tuple(sorted(words)))
    without = wanted.intersection(sides(aligned(left, right)))
    found = align_translation(left, right, listed)
    helped = wanted.intersection(sides(found))
    assert len(helped) >= len(without)
    assert len(helped) > 0.8 * len(wanted)


def test_unrelated_texts_have_no_beads_but_those_by_hand(lines, sentences):
    left = lines([ours for ours, _ in sentences(150, 7)])
    right = lines([theirs for _, theirs in sentences(150, 8)])
    by_hand = Constraints(fixed=(((3,), (5,)),))
    assert sides(aligned(left, right)) == []
    assert sides(aligned(left, right, by_hand)) == [((3,), (5,))]


def test_a_few_lines_are_aligned_whatever_they_are(lines, sentences):
    made = sentences(6, 9)
    found = aligned(lines([a for a, _ in made]), lines([b for _, b in made]))
    assert found.beads


@pytest.mark.parametrize("texts", [("", ""), ("Ein Satz.", ""), ("", "Une phrase.")])
def test_an_empty_text_has_no_beads(texts: tuple[str, str]):
    left, right = (segment(text, None, "line") for text in texts)
    assert aligned(left, right) == Alignment((), ())


def test_paragraphs_and_roles_only_shift_costs(translated):
    pair = translated(120, 10)
    crumbled = segment(pair.right.text.replace("\n", "\n\n"), None, "line")
    assert pair.share_found(aligned(pair.left, crumbled)) > 0.9


def test_links_hold_every_pair_of_a_bead_in_order(translated):
    pair = translated(60, 11)
    found = aligned(pair.left, pair.right)
    pairs = [(i, j) for bead in found.beads for i in bead.left for j in bead.right]
    assert [link.pair for link in found.links] == sorted(pairs)


def test_what_the_report_raises_passes_through(translated):
    pair = translated(60, 12)

    class StopError(Exception):
        pass

    def stop(_: Progress) -> None:
        raise StopError

    with pytest.raises(StopError):
        align_translation(pair.left, pair.right, ACROSS, stop)


def test_the_report_is_called_often(translated):
    pair = translated(1500, 13)
    moments = [time.process_time()]

    def note(progress: Progress) -> None:
        assert 0 <= progress.done <= progress.total
        moments.append(time.process_time())

    align_translation(pair.left, pair.right, ACROSS, note)
    waits = [b - a for a, b in itertools.pairwise(moments)]
    assert max(waits) < 2


def test_the_last_step_is_the_alignment_and_the_first_is_about_the_eye(translated):
    pair = translated(500, 14)
    steps = list(align_translation_in_steps(pair.left, pair.right, ACROSS, eye=250))
    assert steps[-1] == aligned(pair.left, pair.right)
    assert any(250 in bead.left for bead in steps[0].beads)
    assert all(150 < bead.left[0] < 350 for bead in steps[0].beads)


@st.composite
def short_pairs(draw: st.DrawFn) -> tuple[Document, Document]:
    words = st.lists(
        st.sampled_from(["anna", "1884", "ло", "кот", "?", "日本", "ไทย", "a"]),
        max_size=4,
    )
    texts = st.lists(words.map(" ".join), min_size=1, max_size=8)
    drawn = ("\n".join(draw(texts)) for _ in range(2))
    left, right = (segment(text, None, "line") for text in drawn)
    return left, right


@st.composite
def settled_pairs(draw: st.DrawFn) -> tuple[Document, Document, Constraints]:
    left, right = draw(short_pairs())
    units = [list(range(len(side.units))) for side in (left, right)]
    fixed: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    parted: set[tuple[int, int]] = set()
    if units[0] and units[1]:
        for _ in range(draw(st.integers(0, 2))):
            i, j = draw(st.sampled_from(units[0])), draw(st.sampled_from(units[1]))
            if not any(i in bead[0] or j in bead[1] for bead in fixed):
                alone = draw(st.booleans())
                fixed.append(((i,), () if alone else (j,)))
        parted = draw(st.sets(st.tuples(*map(st.sampled_from, units)), max_size=4))
        parted -= {(i, j) for a, b in fixed for i in a for j in b}
    return left, right, Constraints(tuple(fixed), frozenset(parted))


@settings(max_examples=60, deadline=None)
@given(settled_pairs())
def test_every_unit_is_in_one_bead_at_most_and_hands_are_obeyed(
    case: tuple[Document, Document, Constraints],
):
    left, right, constraints = case
    found = aligned(left, right, constraints)
    for side, document in enumerate((left, right)):
        used = [unit for bead in found.beads for unit in bead.sides[side]]
        assert len(used) == len(set(used))
        assert all(0 <= unit < len(document.units) for unit in used)
    beads = sides(found)
    for bead in constraints.fixed:
        if bead[0] and bead[1]:
            assert bead in beads
        else:
            assert not any(
                set(bead[0]) & set(a) or set(bead[1]) & set(b) for a, b in beads
            )
    linked = {link.pair for link in found.links}
    assert not linked & constraints.parted
    assert not any((i, j) in constraints.parted for a, b in beads for i in a for j in b)


@settings(max_examples=40, deadline=None)
@given(settled_pairs())
def test_swapping_the_sides_mirrors_the_alignment(
    case: tuple[Document, Document, Constraints],
):
    left, right, constraints = case
    swapped = Constraints(
        tuple((b, a) for a, b in constraints.fixed),
        frozenset((j, i) for i, j in constraints.parted),
    )
    if (len(left.units), left.text) != (len(right.units), right.text):
        mirrored = aligned(right, left, swapped)._replace(before=None)
        assert mirrored == aligned(left, right, constraints).mirrored()


def test_a_book_is_mirrored_too(translated):
    pair = translated(300, 15, dropped=0.1)
    assert aligned(pair.right, pair.left) == aligned(pair.left, pair.right).mirrored()
