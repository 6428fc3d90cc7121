"""How the small passages around an article's body read, in several languages."""

from __future__ import annotations

import re

from tui_app.core.model import Role
from tui_app.core.segmentation.letters import (
    begins_with_word,
    is_letter,
    is_plain_small,
    small,
)

_MONTHS = (
    *(r"jan(?:uary|uar|vier|eiro)?", r"feb(?:ruary|ruar)?", r"févr?(?:ier)?"),
    *(r"mar(?:ch|s|zo|ço)?", r"märz", r"apr(?:il)?", r"avr(?:il)?", r"abril", r"may"),
    *(r"mai", r"mayo", r"maio", r"june?", r"juni", r"juin", r"junio", r"july?"),
    *(r"juli", r"juillet", r"julio", r"aug(?:ust)?", r"août", r"agosto"),
    *(r"sept?(?:ember|embre)?", r"septiembre", r"oct(?:ober|obre|ubre)?"),
    *(r"okt(?:ober|obre|ubre)?", r"nov(?:ember|embre|iembre)?"),
    *(r"dec(?:ember|embre|iembre)?", r"dez(?:ember|embre|iembre)?", r"décembre"),
    *(r"январ[ья]", r"феврал[ья]", r"марта?", r"апрел[ья]", r"май", r"мая"),
    *(r"июн[ья]", r"июл[ья]", r"августа?", r"сентябр[ья]", r"октябр[ья]"),
    *(r"ноябр[ья]", r"декабр[ья]"),
)
"""Each begins with three letters that are in the passage if it speaks of the month."""
_NUMERIC_DATE = (
    r"\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
    r"|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b|\d{1,2}\s*月\s*\d{1,2}\s*日|\d{1,2}:\d\d"
)
_IN_NUMERIC_DATES = frozenset("-/.:月")
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
    passage = small(passage)
    pattern = _date_pattern(passage)
    if not pattern:
        return False
    rest, dates = re.subn(pattern, " ", passage)
    return bool(dates) and len(_OTHER_WORD.findall(rest)) <= _DATELINE_WORDS


def _date_pattern(passage: str) -> str:
    """Return a pattern of the dates there may be, the smaller the sooner compiled.

    ``passage`` is in small letters.
    """
    if not any(map(str.isdecimal, passage)):
        return ""
    forms = []
    months = [month for month in _MONTHS if month[:3] in passage]
    if len({month[:3] for month in months}) > 1:
        # One pattern for all: those of every combination would be compiled over and
        # over, for no more than some hundred are kept.
        months = [*_MONTHS]
    if month := "|".join(months):
        forms += [
            rf"\b\d{{1,2}}(?:st|nd|rd|th|\.|º)?\s+(?:de\s+)?(?:{month})\b\.?",
            rf"\b(?:{month})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b",
        ]
    if not _IN_NUMERIC_DATES.isdisjoint(passage):
        forms.append(_NUMERIC_DATE)
    return "|".join(forms)


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
