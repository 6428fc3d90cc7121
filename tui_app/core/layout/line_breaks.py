"""Where a line may end between two characters, where no space tells.

East Asian signs that begin or end no line (JIS X 4051; the classes CL, CP, EX, NS, OP
of Unicode Standard Annex 14). In scripts of India and Southeast Asia a word longer than
the line, as Thai has them for want of spaces, is cut between syllables, as far as their
letters tell.
"""

from __future__ import annotations

from enum import Enum, auto
from functools import lru_cache

_NEVER_FIRST = frozenset(
    "，。、；：？！）」』】》〉”’…—～・ー々%,.;:?!)]}»›"
    "｡､．］｝｠〕〗〙〛〟｣‼⁇⁈⁉％‰℃ゝゞヽヾ〻゛゜⋯"
    "ฯๆໆຯ၊။។៕៖ៗ།༎༏༑"
)

_NEVER_LAST = frozenset("（「『【《〈“‘([{«‹$¥£€［｛｟〔〖〘〚〝｢￥＄￡")

# Thai and Lao vowels that stand before their consonant: a syllable begins with them.
_LEADING = frozenset("เแโใไເແໂໃໄ")
# What stands behind a syllable, and so begins none.
_TRAILING = frozenset("ะาำๅๆฯະາຳຽໆຯ")
_FINAL = frozenset("ะำๆฯະຳໆຯ")  # behind the others a consonant may belong to it
_KILLED = ("\u0e4c", "\u0ecc", "\u103a", "\u17cb", "\u17cd")  # no vowel follows
# What follows is written below or joined.
_JOINING = (
    *("\u094d", "\u09cd", "\u0a4d", "\u0acd", "\u0b4d", "\u0c4d", "\u0ccd", "\u0d4d"),
    *("\u0dca", "\u1039", "\u17d2"),
)
FIRST_SYLLABIC, LAST_SYLLABIC = "\u0900", "\u17ff"
"""The first and last letter of the scripts that ``syllable_end`` knows."""

_BURMESE = ("\u1000", "\u109f")
_KNOWN = 1 << 12  # pairs of clusters; a text has a few hundred
_BETWEEN_SYLLABLES = "\u0f0b"  # Tibetan
_BETWEEN_WORDS = "\u200b"


def parts(before: str, after: str) -> bool:
    """Tell whether a line may end between two clusters, one of which is wide."""
    return before[0] not in _NEVER_LAST and after[0] not in _NEVER_FIRST


@lru_cache(maxsize=_KNOWN)
def ends_word(before: str, after: str) -> bool:
    """Tell whether a line may end between two clusters as it may behind a space."""
    if after[0] in _NEVER_FIRST:
        return False
    return before.endswith((_BETWEEN_SYLLABLES, _BETWEEN_WORDS))


class Syllable(Enum):
    """Whether a syllable ends."""

    ENDS = auto()
    MAY_END = auto()
    GOES_ON = auto()


@lru_cache(maxsize=_KNOWN)
def syllable_end(before: str, after: str) -> Syllable:
    """Tell whether a syllable ends between two clusters of a word without spaces."""
    joined = before[0] in _LEADING or before.endswith(_JOINING)
    trails = after[0] in _TRAILING or after[0] in _NEVER_FIRST
    if joined or trails or any(map(after.__contains__, _KILLED)):
        return Syllable.GOES_ON
    # The finals of Burmese have the sign of a killed vowel.
    burmese = _BURMESE[0] <= after[0] <= _BURMESE[1]
    if burmese or after[0] in _LEADING or before[0] in _FINAL:
        return Syllable.ENDS
    return Syllable.MAY_END
