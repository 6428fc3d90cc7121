"""What the passages of an article are: title, dateline, caption, body.

Told by general marks only: length, a stop at the end, the place before, between or
after the body, repetition, and how datelines and captions read. No passage is
dropped; a role is advice to those who align.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tui_app.core.model import Role
from tui_app.core.segmentation import patterns
from tui_app.core.segmentation.lines import (
    MARKS,
    Span,
    ends_with_mark,
    ends_with_stop,
)

_SHORT = 250  # characters; what is longer is body
_ARTICLE = 2000  # passages; in a book a passage with a stop is not looked into
_HEADING = 120
_BODY = 100  # a passage of the body has as many characters and ends with a stop
_BODY_UNSPACED = 40  # where a character is about half a word
_HEAD = 15  # passages in which a title may stand
_TAIL = 10  # passages after the body that may be furniture
_MOST_HEADINGS = 0.35  # of the passages; more is a list or a poem
_WORD = re.compile(r"[^\W\d_]{4,}")
_SEVERAL_WORDS = re.compile(r"\w[\W_]+\w")
_UNSPACED = "\u3040"  # the first character of kana and Han
# The same of texts in kana and Han; compiled when first needed, a slow matter.
_UNSPACED_WORD = r"[^\W\d_]{4,}|[\u3040-\u9fff]{2}"
_SEVERAL_UNSPACED = r"[\u3040-\u9fff]{4}"
_BODY_SAMPLE = 6000  # characters of the body in which words of the title return
_NEAR_BEST = 0.6  # of the most words; the first such line, for a title comes first
_LETTER = re.compile(r"[^\W\d_]")
_BULLETS = "•‣◦▪●○*–—-"
_ENUMERATED = re.compile(r"\(?\d{1,3}[.)]\s")


def find_roles(text: str, passages: Sequence[Span]) -> list[Role]:
    """Return the role of each passage."""
    roles = [Role.BODY] * len(passages)
    small = _small_passages(text, passages)
    bounds = _body_bounds(text, passages)
    title = _find_title(text, passages, small, bounds[0])
    times = Counter(small.values())
    for number, words in small.items():
        roles[number] = _role(words, repeated=times[words] > 1)
        if roles[number] is Role.HEADING and _is_outside(number, title, *bounds):
            roles[number] = Role.BOILERPLATE
    if title is not None:
        _mark_title(text, passages, roles, title)
    return _without_false_headings(roles)


def _small_passages(text: str, passages: Sequence[Span]) -> dict[int, str]:
    """Return the passages worth a look by number, on one line each."""
    signed = len(passages) <= _ARTICLE
    found = [
        number
        for number, (start, end) in enumerate(passages)
        if end - start <= _SHORT
        # Asked here, and not behind a call, for the sake of books.
        and (signed or text[end - 1] not in MARKS)
        and (
            not ends_with_mark(text, (start, end))
            or (signed and _has_sign(text, (start, end)))
        )
    ]
    if len(found) > max(_ARTICLE, len(passages)) / 2:
        # A list, a poem or wrapped lines: only a title may stand before it.
        found = [number for number in found if number < _HEAD]
    return {number: _folded(text, passages[number]) for number in found}


def _has_sign(text: str, span: Span) -> bool:
    """Tell whether the passage is worth a look although it ends as a sentence does."""
    passage = text[span[0] : span[1]]
    return patterns.is_caption(passage) or passage[0] in "(（©"


def _folded(text: str, span: Span) -> str:
    return " ".join(text[span[0] : span[1]].split()).replace("’", "'")


def _body_bounds(text: str, passages: Sequence[Span]) -> tuple[int, int]:
    """Return the numbers of the first and the last passage that is surely body."""
    numbers = range(len(passages))
    first = next((n for n in numbers if _is_body(text, passages[n])), -1)
    if first < 0:
        return first, first
    last = next((n for n in reversed(numbers) if _is_body(text, passages[n])), first)
    return first, last


def _is_body(text: str, span: Span) -> bool:
    start, end = span
    least = _BODY_UNSPACED if "\u3040" <= text[end - 2] <= "\u9fff" else _BODY
    return end - start >= least and ends_with_stop(text, span)


def _find_title(
    text: str, passages: Sequence[Span], small: dict[int, str], first: int
) -> int | None:
    """Return the number of the title: the body comes back to its words most.

    A line that is repeated in front of the body may be it in spite of its stop.
    """
    if first < 0:
        lone = 0 in small and 1 not in small and len(passages) > 2
        return 0 if lone and _reads_like_title(small[0]) else None
    head = [_folded(text, span) for span in passages[: min(first, _HEAD)]]
    times = Counter(head)
    candidates = [
        number
        for number, words in enumerate(head)
        if (number in small or times[words] > 1) and _reads_like_title(words)
    ]
    start = passages[first][0]
    body = set(_words(text[start : start + _BODY_SAMPLE]))
    scores = [len(body.intersection(_words(head[n]))) for n in candidates]
    most = max(scores, default=0)
    found = zip(candidates, scores, strict=True)
    return next((n for n, score in found if score >= _NEAR_BEST * most), None)


def _words(passage: str) -> list[str]:
    """Return the longer words, or pairs of characters where none are parted."""
    word = re.compile(_UNSPACED_WORD) if _has_unspaced(passage) else _WORD
    return word.findall(passage.lower())


def _has_unspaced(passage: str) -> bool:
    return not passage.isascii() and max(passage) >= _UNSPACED


def _reads_like_title(words: str) -> bool:
    if words.startswith("# "):
        return True
    return _has_several_words(words) and not (
        _is_listed(words) or patterns.role_of(words)
    )


def _has_several_words(words: str) -> bool:
    if _SEVERAL_WORDS.search(words):
        return True
    return _has_unspaced(words) and re.search(_SEVERAL_UNSPACED, words) is not None


def _is_listed(words: str) -> bool:
    """Tell whether a bullet or a number stands before the words."""
    if words[0] in _BULLETS:
        return words[1:2].isspace()
    return _ENUMERATED.match(words) is not None


def _mark_title(
    text: str, passages: Sequence[Span], roles: list[Role], title: int
) -> None:
    """Give the title its role, and lines in front of the body that repeat it theirs."""
    words = _folded(text, passages[title])
    for number, span in enumerate(passages[: title + _HEAD]):
        if _folded(text, span) == words:
            roles[number] = Role.TEASER
    roles[title] = Role.TITLE


def _role(words: str, *, repeated: bool) -> Role:
    known = patterns.role_of(words)
    if known:
        return known
    if _is_listed(words) or len(words) > _HEADING or not _LETTER.search(words):
        return Role.BODY
    return Role.TEASER if repeated else Role.HEADING


def _is_outside(number: int, title: int | None, first: int, last: int) -> bool:
    """Tell whether a line without a stop stands before the title or after the body."""
    if title is not None and number < title:
        return True
    return first >= 0 and last < number <= last + _TAIL


def _without_false_headings(roles: list[Role]) -> list[Role]:
    headings = roles.count(Role.HEADING)
    if headings <= max(1, _MOST_HEADINGS * len(roles)):
        return roles
    return [Role.BODY if role is Role.HEADING else role for role in roles]
