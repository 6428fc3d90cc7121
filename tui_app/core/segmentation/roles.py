"""The role of each passage: title, heading, dateline, caption, teaser, furniture, body.

Only short passages are looked at: what they say gives them a role (a date, "Photo:",
"Read more"), or how they stand among the others (the title is the line whose words
the body comes back to).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tui_app.core.model import Role
from tui_app.core.text.calendar import without_dates
from tui_app.core.text.chapter_words import chapter_head
from tui_app.core.text.characters import (
    UNSPACED_SET,
    begins_with_word,
    is_letter,
    is_plain_small,
    is_unspaced,
    small,
)
from tui_app.core.text.punctuation import MARKS, Offsets, ends_with_mark, ends_with_stop

_SHORT = 250  # characters; what is longer is body
_ARTICLE = 2000  # passages; in a book a passage with a stop is not looked into
_HEADING = 120
_BODY = 100  # a passage of the body has as many characters and ends with a stop
_BODY_UNSPACED = 40  # where a character is about half a word
_HEAD = 15  # passages in which a title may stand
_TAIL = 10  # passages after the body that may be furniture
_MOST_HEADINGS = 0.35  # of the passages; more is a list or a poem
_NAMES_OF_TITLE = frozenset({"title", "titel", "titre", "título", "titolo", "заглавие"})
_MOST_DATELINES = 2  # and no greater part than of headings
_WORD = re.compile(r"[^\W\d_]{4,}")
_SEVERAL_WORDS = re.compile(r"\w[\W_]+\w")
# The same of texts in kana and Han; compiled when first needed, a slow matter.
_UNSPACED_WORD = rf"[^\W\d_]{{4,}}|[{UNSPACED_SET}]{{2}}"
_SEVERAL_UNSPACED = rf"[{UNSPACED_SET}]{{4}}"
_BODY_SAMPLE = 6000  # characters of the body in which words of the title return
_NEAR_BEST = 0.6  # of the most words; the first such line, for a title comes first
_LETTER = re.compile(r"[^\W\d_]")
_BULLETS = "•‣◦▪●○*–—-"
_ENUMERATED = re.compile(
    r"[(（]?\d{1,3}(?:[.)]\s|[、）．])|[(（]?[一二三四五六七八九十百]{1,4}[、)）．]|[①-⑳]"
)
_OUTLINED = re.compile(r"\A\d+(?:\.\d+)+\s+")

_BY = frozenset(
    {"by", "By", "BY", "von", "Von", "par", "Par", "por", "Por", "di", "Di"}
    | {"автор", "Автор", "автор:", "Автор:", "текст", "Текст", "текст:", "Текст:"}
)

_OTHER_WORD = re.compile(r"[^\W\d_]{2,}")

_CAPTION = (
    r"\b(?:photos?|images?|pictures?|foto|bild|illustration|credit|photograph|фото)"
    r"\s*(?:[:©/(=]|：|by\b)|\bfile (?:photo|picture)\b|\bcourtesy of\b"
    r"|[(/](?:ap|afp|reuters|xinhua|getty|vcg|dpa|epa)\b[^.]{0,40}\)?\Z"
)

_CAPTION_WORDS = (
    *("photo", "image", "picture", "foto", "bild", "illustration", "credit", "фото"),
    *("courtesy of", "(ap", "/ap", "(afp", "/afp", "(reuters", "/reuters", "(xinhua"),
    *("/xinhua", "(getty", "/getty", "(vcg", "/vcg", "(dpa", "/dpa", "(epa", "/epa"),
)

_HAN_OF_CAPTIONS = frozenset("图圖摄攝写")

_CAPTION_IN_HAN = r"[图圖]\s*[:：/]|(?:摄|攝|供图)[)）]?\Z|写真[:：=]"

_CAPTION_FRAGMENTS = (
    *("hoto", "HOTO", "mage", "icture", "oto", "ild", "llustration", "redit"),
    *("ourtesy", "ото", "(AP", "AFP", "euters", "inhua", "etty", "VCG", "dpa", "EPA"),
    *("图", "圖", "摄", "攝", "写真"),
)

_TEASERS = (
    *("read also", "read more", "read next", "also read", "see also"),
    *("further reading", "don't miss", "don’t miss", "watch:", "lesen sie auch"),
    *("mehr zum thema", "lire aussi", "à lire", "lea también", "ver también"),
    *("leggi anche", "читайте также", "相关新闻", "相关阅读", "相关链接"),
    *("延伸阅读", "関連記事"),
)

_TEASER_WORDS = ("related", "recommended", "more on", "more from", "more about")

_FURNITURE = (
    *("leave a reply", "leave a comment", "follow us", "©", "all rights reserved"),
    *("newsletter", "terms of use", "terms of service", "privacy policy", "skip to"),
    *("tag:", "tags:", "get more", "learn more", "返回", "分享到", "打印"),
)

_FURNITURE_WORDS = (
    *("home", "share", "print", "email", "e-mail", "comment", "comments"),
    *("subscribe", "sign up", "sign in", "login", "log in", "advertisement"),
    *("sponsored", "copyright"),
)

_EDITORS = ("责任编辑", "编辑:", "编辑：", "責任編輯")

_EDITED_BY = r"[(（]?\s*(?:web )?editors?\b\s*:"

_TRAIL = frozenset("»›>")  # Home >> World >> Asia

_DATELINED = (
    r"[^.!?]{2,80}?\([^()]{2,40}\)\s*(?:--|—|–|-)+\s*|\([^()]{2,40}\)\s*(?:--|—|–|-)\s*"
)

_LONGEST_DATELINE = 100  # characters
_DATELINE_WORDS = 4  # beside the date itself: an agency, a place, "Published"


def find_roles(text: str, passages: Sequence[Offsets]) -> list[Role]:
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
    return _without_false_headings(_without_false_datelines(roles))


def _small_passages(text: str, passages: Sequence[Offsets]) -> dict[int, str]:
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


def _has_sign(text: str, span: Offsets) -> bool:
    """Tell whether the passage is worth a look although it ends as a sentence does."""
    passage = text[span[0] : span[1]]
    return is_caption(passage) or passage[0] in "(（©"


def _folded(text: str, span: Offsets) -> str:
    return " ".join(text[span[0] : span[1]].split()).replace("’", "'")


def _body_bounds(text: str, passages: Sequence[Offsets]) -> tuple[int, int]:
    """Return the numbers of the first and the last passage that is surely body."""
    numbers = range(len(passages))
    first = next((n for n in numbers if _is_body(text, passages[n])), -1)
    if first < 0:
        return first, first
    last = next((n for n in reversed(numbers) if _is_body(text, passages[n])), first)
    return first, last


def _is_body(text: str, span: Offsets) -> bool:
    start, end = span
    least = _BODY_UNSPACED if is_unspaced(text[end - 2]) else _BODY
    return end - start >= least and ends_with_stop(text, span)


def _find_title(
    text: str, passages: Sequence[Offsets], small: dict[int, str], first: int
) -> int | None:
    """Return the number of the title: the body comes back to its words most.

    A line that is repeated in front of the body may be it in spite of its stop.
    """
    if first < 0:
        lone = 0 in small and 1 not in small and len(passages) > 2
        return 0 if lone and _reads_like_title(small[0]) else None
    head = [_folded(text, span) for span in passages[: min(first, _HEAD)]]
    if (named := _named_title(text, passages)) is not None:
        return named
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


def _named_title(text: str, passages: Sequence[Offsets]) -> int | None:
    """Return the number of a line near the start that says it is the title."""
    head = enumerate(passages[:_HEAD])
    return next(
        (
            number
            for number, (start, end) in head
            if end - start <= _HEADING and is_named_title(text[start:end])
        ),
        None,
    )


def is_named_title(passage: str) -> bool:
    """Tell whether the passage is a field of the kind "Title: The Old Mill"."""
    name, colon, title = passage.partition(":")
    return bool(colon and title.strip()) and small(name) in _NAMES_OF_TITLE


def _words(passage: str) -> list[str]:
    """Return the longer words, or pairs of characters where none are parted."""
    word = re.compile(_UNSPACED_WORD) if _has_unspaced(passage) else _WORD
    return word.findall(passage.lower())


def _has_unspaced(passage: str) -> bool:
    return not passage.isascii() and any(map(is_unspaced, passage))


def _reads_like_title(words: str) -> bool:
    if words.startswith("# "):
        return True
    if not _has_several_words(words) or _is_listed(words) or role_of(words):
        return False
    # The head of a chapter is no title of the whole; some have two numbers.
    return chapter_head(_OUTLINED.sub("", words)) is None


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
    text: str, passages: Sequence[Offsets], roles: list[Role], title: int
) -> None:
    """Give the title its role, and lines in front of the body that repeat it theirs."""
    words = _folded(text, passages[title])
    for number, span in enumerate(passages[: title + _HEAD]):
        if _folded(text, span) == words:
            roles[number] = Role.TEASER
    roles[title] = Role.TITLE


def _role(words: str, *, repeated: bool) -> Role:
    known = role_of(words)
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


def _without_false_datelines(roles: list[Role]) -> list[Role]:
    """Return the roles; where many lines have a time or date it is a programme."""
    datelines = roles.count(Role.DATELINE)
    if datelines <= max(_MOST_DATELINES, _MOST_HEADINGS * len(roles)):
        return roles
    return [Role.BODY if role is Role.DATELINE else role for role in roles]


def role_of(passage: str) -> Role | None:
    """Return the role that a short passage has by the way it reads, if any.

    It stands on one line, without outer white space.
    """
    if _is_dateline(passage):
        return Role.DATELINE
    if is_caption(passage):
        return Role.CAPTION
    beginning = small(passage)
    if beginning.startswith(_TEASERS) or begins_with_word(beginning, _TEASER_WORDS):
        return Role.TEASER
    if _is_boilerplate(beginning):
        return Role.BOILERPLATE
    return None


def is_caption(passage: str) -> bool:
    """Tell whether the passage speaks of a picture and who made it."""
    # Looking for fragments first: the pattern is slow, and books have many passages.
    if not any(map(passage.__contains__, _CAPTION_FRAGMENTS)):
        return False
    words = small(passage)
    if any(map(words.__contains__, _CAPTION_WORDS)) and re.search(_CAPTION, words):
        return True
    if _HAN_OF_CAPTIONS.isdisjoint(passage):
        return False
    return re.search(_CAPTION_IN_HAN, passage) is not None


def _is_boilerplate(passage: str) -> bool:
    """Tell whether the passage, in small letters, is furniture of a web page."""
    if passage.startswith(_FURNITURE) or begins_with_word(passage, _FURNITURE_WORDS):
        return True
    if passage in {"photo", "photos"} or not _TRAIL.isdisjoint(passage[1:]):
        return True
    inner = passage[1:] if passage[0] in "(（" else passage
    if inner.startswith(_EDITORS):
        return True
    return "editor" in passage and re.match(_EDITED_BY, passage) is not None


def _is_dateline(passage: str) -> bool:
    """Tell whether the passage says no more than when, where or by whom."""
    if len(passage) > _LONGEST_DATELINE:
        return False
    return _is_date(passage) or _is_byline(passage)


def _is_date(passage: str) -> bool:
    rest, dates = without_dates(small(passage))
    return bool(dates) and len(_OTHER_WORD.findall(rest)) <= _DATELINE_WORDS


def _is_byline(passage: str) -> bool:
    by, _, name = passage.partition(" ")
    if by in _BY:
        return is_letter(name[:1]) and not is_plain_small(name[0])
    if passage[0] == "文":
        return passage[1:].lstrip().startswith(("/", "／", "|"))
    return by == "记者" and by != passage


def without_dateline(passage: str) -> str:
    """Return ``passage`` without a dateline it begins with: PLACE (Agency) --."""
    match = re.match(_DATELINED, passage) if "(" in passage else None
    return passage[match.end() :] if match else passage
