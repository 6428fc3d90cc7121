from __future__ import annotations

from tui_app.core.align.translations.translation_alignment import (
    align_translation,
    realign_translation,
)
from tui_app.core.model import Constraints
from tui_app.core.translation import Translation

ACROSS = Translation(("", ""))
NOTHING = Constraints()


def test_a_bead_by_hand_stands_and_what_is_far_off_stays(translated):
    pair = translated(300, 21)
    found = align_translation(pair.left, pair.right, ACROSS)
    one, other = found.beads[100], found.beads[101]
    fixed = (*one.left, *other.left), (*one.right, *other.right)
    after = Constraints(fixed=(fixed,))
    again = realign_translation(pair.left, pair.right, ACROSS, found, after)
    assert fixed in [bead.sides for bead in again.beads]
    assert again.beads[:70] == found.beads[:70]
    assert again.beads[-100:] == found.beads[-100:]


def test_what_is_taken_back_is_as_it_was(translated):
    pair = translated(300, 22)
    found = align_translation(pair.left, pair.right, ACROSS)
    apart = Constraints(parted=frozenset({found.links[120].pair}))
    changed = realign_translation(pair.left, pair.right, ACROSS, found, apart)
    assert found.links[120].pair not in {link.pair for link in changed.links}
    back = realign_translation(pair.left, pair.right, ACROSS, changed, NOTHING)
    assert [bead.sides for bead in back.beads] == [bead.sides for bead in found.beads]
