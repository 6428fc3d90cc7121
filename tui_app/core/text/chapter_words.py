"""How books name their parts: ``CHAPTER I.``, ``第一章``, *Erstes Kapitel*, *Preface*.

A line is only read by itself here. Whether it is a head where it stands, others tell.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class ChapterHead(NamedTuple):
    """What a line says that names a part of a book.

    ``rank`` is 0 for what holds chapters (a volume), larger for what stands within
    others. ``title`` is what follows the number on the line. ``told_by`` is the word
    for a part where the number is a word, as in *Erstes Kapitel*: such a line is a head
    if others name parts by the same word. ``is_alone``: the part has no number.
    """

    rank: int
    title: str = ""
    told_by: str = ""
    is_alone: bool = False


LONGEST = 200
"""Characters of a line that may name a part of a book."""

CHAPTER = 3
"""The rank of a chapter."""

_VOLUME, _BOOK, _PART, _CHAPTER, _SECTION = 0, 1, 2, CHAPTER, 4

_WORDS: dict[int, str] = {
    _VOLUME: "volume vol tome tomo tom том band svazek kötet τόμος cilt tập المجلد כרך",
    _BOOK: "book buch livre libro livro boek bok bog książka księga kniha knjiga könyv "
    "книга βιβλίο kitap cartea الكتاب ספר quyển",
    _PART: "part teil partie parte deel del część část časť rész часть частина μέρος "
    "kısım partea osa act akt acte acto atto ato действие дія الجزء القسم חלק phần",
    _CHAPTER: "chapter chap kapitel chapitre capítulo capitulo capitolo capítol "
    "capitol capitolul hoofdstuk kapittel luku глава розділ rozdział kapitola "
    "poglavlje fejezet κεφάλαιο bölüm الفصل باب פרק अध्याय บทที่ chương bab canto "
    "stave psalm article artikel artículo articolo artigo статья стаття",
    _SECTION: "section abschnitt sección sezione seção sectie раздел § scene szene "
    "scène escena scena cena сцена явление appendix anhang annexe anexo приложение",
}
_RANKS = {word: rank for rank, words in _WORDS.items() for word in words.split()}

_NAMES_ALONE = (
    "preface foreword introduction prologue epilogue conclusion afterword postscript "
    "interlude appendix acknowledgements acknowledgments bibliography references "
    "vorwort einleitung prolog epilog nachwort schluss schluß anhang zwischenspiel "
    "préface avant-propos prologue épilogue postface conclusion annexe "
    "prefacio prólogo epílogo introducción conclusión prefácio introdução conclusão "
    "prefazione introduzione prologo epilogo conclusione appendice "
    "voorwoord inleiding proloog epiloog nawoord slot "
    "предисловие введение вступление пролог эпилог заключение послесловие приложение "
    "передмова вступ епілог післямова wstęp przedmowa zakończenie posłowie předmluva "
    "előszó bevezetés utószó πρόλογος επίλογος εισαγωγή önsöz giriş sonsöz "
    "序 序言 序章 序文 前言 引言 引子 楔子 尾声 尾聲 后记 後記 终章 終章 附录 附錄 跋 "
    "まえがき はじめに おわりに あとがき プロローグ エピローグ"
)
_ALONE = frozenset(_NAMES_ALONE.split())
"""Parts that need no number."""

_BEFORE_ALONE = 2  # words: *the author's* preface
_ROMAN = r"[IVXLC]+|[ivxlc]+"
_NUMBER = rf"(?:\d{{1,3}}|{_ROMAN})"
_TITLE = r"(?:[.:)\]—–-]+\s*(?P<after>\S.*)?|\s+(?P<title>\S.*))?"
_WORD = r"[^\s\d_.,:;]+"  # signs of vowels are no letters to an expression
_WORD_FIRST = re.compile(rf"(?P<word>{_WORD})\.?\s*{_NUMBER}{_TITLE}")
_NUMBER_FIRST = re.compile(
    rf"{_NUMBER}(?P<ordinal>\.|st|nd|rd|th|er|re|e|ème|º|ª|-я|-й)?\s+"
    rf"(?P<word>{_WORD}){_TITLE}"
)
_IN_WORDS = re.compile(
    rf"(?i:the\s+)?(?P<first>{_WORD})\s+(?i:the\s+)?(?P<second>{_WORD})"
    r"(?:[.:]+\s*(?P<title>\S.*)?)?"
)
_HAN_NUMBER = "0-9０-９一二三四五六七八九十百千零〇两兩"
_HAN = re.compile(
    rf"(?:第\s*[{_HAN_NUMBER}]+\s*(?P<unit>[章回节節卷巻部篇编編集幕折話话讲講课課])"
    rf"|(?P<volume>卷)第?[{_HAN_NUMBER}]+|제\s*\d+\s*(?P<korean>[장부편막절]))"
    r"(?:[\s:：.、　—-]*(?P<title>\S.*))?"
)
_HAN_RANKS = (
    dict.fromkeys("卷巻部", _BOOK)
    | dict.fromkeys("篇编編集幕折부편막", _PART)
    | dict.fromkeys("节節절", _SECTION)
)
_DRESS = " \t_*#=~　"
"""What may stand about a head on its line."""

_SENTENCE_STOPS = ".!?。！？…;；,，"
_LONG_SENTENCE = 60  # characters; shorter titles may end with a stop


def chapter_head(line: str) -> ChapterHead | None:
    """Return what the line names of a book, ``None`` where it names nothing."""
    words = line.strip(_DRESS)
    if not words or len(words) > LONGEST:
        return None
    return _by_number(words) or _in_han(words) or _in_words(words) or _alone(words)


def _by_number(words: str) -> ChapterHead | None:
    for pattern in (_WORD_FIRST, _NUMBER_FIRST):
        match = pattern.fullmatch(words)
        rank = _RANKS.get(match["word"].casefold()) if match else None
        if match and rank is not None and _is_written_as_head(match):
            if match["title"] and match["title"][0].islower():
                return None  # Chapter 2 deals with …
            title = match["after"] or match["title"] or ""
            return None if _is_sentence(title) else ChapterHead(rank, title)
    return None


def _is_written_as_head(match: re.Match[str]) -> bool:
    """Tell whether the word could begin a head, or stands behind an ordinal number."""
    is_ordinal = match.re is _NUMBER_FIRST and bool(match["ordinal"])
    return is_ordinal or not match["word"][0].islower()


def _in_han(words: str) -> ChapterHead | None:
    match = _HAN.fullmatch(words)
    if match is None:
        return None
    title = match["title"] or ""
    if any(stop in title for stop in "。！？") or title.count("，") > 1:
        return None
    unit = match["unit"] or match["volume"] or match["korean"]
    return ChapterHead(_HAN_RANKS.get(unit, _CHAPTER), title)


def _in_words(words: str) -> ChapterHead | None:
    match = _IN_WORDS.fullmatch(words)
    if match is None or words[0].islower():
        return None
    for word in (match["first"].casefold(), match["second"].casefold()):
        rank = _RANKS.get(word)
        title = match["title"] or ""
        if rank is not None and not _is_sentence(title):
            return ChapterHead(rank, title, word)
    return None


def _alone(words: str) -> ChapterHead | None:
    named = words.rstrip(".:").casefold().split()
    if not 0 < len(named) <= 1 + _BEFORE_ALONE or named[-1] not in _ALONE:
        return None
    if len(named) > 1 and not (words.isupper() and words[0].isalpha()):
        return None
    return None if words[0].islower() else ChapterHead(_CHAPTER, is_alone=True)


def _is_sentence(title: str) -> bool:
    """Tell whether words behind a number are a sentence and no title."""
    if len(title) <= _LONG_SENTENCE or title.isupper():
        return False
    return title.rstrip("\"'”’»")[-1:] in _SENTENCE_STOPS
