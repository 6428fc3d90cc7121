"""How the small passages around an article's body read, in several languages."""

from __future__ import annotations

import re

from tui_app.core.model import Role

_MONTH = (
    r"jan(?:uary|uar|vier|eiro)?|feb(?:ruary|ruar)?|févr?(?:ier)?|mar(?:ch|s|zo|ço)?"
    r"|märz|apr(?:il)?|avr(?:il)?|abril|may|mai|mayo|maio|june?|juni|juin|junio"
    r"|july?|juli|juillet|julio|aug(?:ust)?|août|agosto|sept?(?:ember|embre)?"
    r"|septiembre|o[ck]t(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?"
    r"|de[cz](?:ember|embre|iembre)?|décembre|январ[ья]|феврал[ья]|марта?|апрел[ья]"
    r"|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]"
)
_DAY_AND_MONTH = (
    rf"\b\d{{1,2}}(?:st|nd|rd|th|\.|º)?\s+(?:de\s+)?(?:{_MONTH})\b\.?"
    rf"|\b(?:{_MONTH})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b"
)
_DATE = re.compile(
    rf"{_DAY_AND_MONTH}|\b\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
    r"|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b|\d{1,2}\s*月\s*\d{1,2}\s*日|\d{1,2}:\d\d",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Аа]втор:?|[Тт]екст:?)\s+[^\W\d_a-zа-я]|文\s*[/／|]|记者\s"
)
_OTHER_WORD = re.compile(r"[^\W\d_]{2,}")
_CAPTION = re.compile(
    r"\b(?:photos?|images?|pictures?|foto|bild|illustration|credit|photograph|фото)"
    r"\s*(?:[:：©/(=]|by\b)|\bfile (?:photo|picture)\b|\bcourtesy of\b"
    r"|[(/](?:AP|AFP|Reuters|Xinhua|Getty|VCG|dpa|EPA)\b[^.]{0,40}\)?\Z"
    r"|[图圖]\s*[:：/]|(?:摄|攝|供图)[)）]?\Z|写真[:：=]",
    re.IGNORECASE,
)
_CAPTION_FRAGMENTS = (
    *("hoto", "HOTO", "mage", "icture", "oto", "ild", "llustration", "redit"),
    *("ourtesy", "ото", "(AP", "AFP", "euters", "inhua", "etty", "VCG", "dpa", "EPA"),
    *("图", "圖", "摄", "攝", "写真"),
)
_TEASER = re.compile(
    r"(?:read (?:also|more|next)|also read|see also|related\b|recommended\b"
    r"|more (?:on|from|about)\b|further reading|don['’]t miss|watch:|lesen sie auch"
    r"|mehr zum thema|lire aussi|à lire|lea también|ver también|leggi anche"
    r"|читайте также|相关(?:新闻|阅读|链接)|延伸阅读|関連記事)",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"(?:home\b|photos?\Z|share\b|print\b|e-?mail\b|comments?\b|"
    r"leave a (?:reply|comment)|subscribe\b|sign (?:up|in)\b|log ?in\b|follow us"
    r"|advertisement\b|sponsored\b"
    r"|copyright\b|©|all rights reserved|[(（]?\s*(?:web )?editors?\b\s*:"
    r"|newsletter|terms of (?:use|service)|privacy policy|skip to|tags?:|get more"
    r"|learn more|[(（]?责任编辑|[(（]?编辑[:：]|[(（]?責任編輯|返回|分享到|打印)",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"\S\s*(?:>>|»|›|>)\s*(?:\S|\Z)")  # Home >> World >> Asia
_DATELINED = re.compile(
    r"[^.!?]{2,80}?\([^()]{2,40}\)\s*(?:--|—|–|-)+\s*|\([^()]{2,40}\)\s*(?:--|—|–|-)\s*"
)
_LONGEST_DATELINE = 100  # characters
_DATELINE_WORDS = 4  # beside the date itself: an agency, a place, "Published"


def role_of(passage: str) -> Role | None:
    """Return the role that a short passage has by the way it reads, if any."""
    if _is_dateline(passage):
        return Role.DATELINE
    if is_caption(passage):
        return Role.CAPTION
    if _TEASER.match(passage):
        return Role.TEASER
    if _BOILERPLATE.match(passage) or _TRAIL.search(passage):
        return Role.BOILERPLATE
    return None


def is_caption(passage: str) -> bool:
    """Tell whether the passage speaks of a picture and who made it."""
    # Looking for fragments first: the pattern is slow, and books have many passages.
    return any(map(passage.__contains__, _CAPTION_FRAGMENTS)) and bool(
        _CAPTION.search(passage)
    )


def _is_dateline(passage: str) -> bool:
    """Tell whether the passage says no more than when, where or by whom."""
    if len(passage) > _LONGEST_DATELINE:
        return False
    rest, dates = _DATE.subn(" ", passage)
    bare = bool(dates) and len(_OTHER_WORD.findall(rest)) <= _DATELINE_WORDS
    return bare or _BYLINE.match(passage) is not None


def without_dateline(passage: str) -> str:
    """Return ``passage`` without a dateline it begins with: PLACE (Agency) --."""
    match = _DATELINED.match(passage)
    return passage[match.end() :] if match else passage
