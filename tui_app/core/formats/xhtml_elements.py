"""What an element of (X)HTML is: a block, verse, a note, a mark, or nothing to read.

Elements are those of ``xml.etree.ElementTree`` or of lxml, names with or without a
namespace. Sources: HTML Standard; EPUB Structural Semantics Vocabulary (``epub:type``);
DPUB-ARIA (``role``); the class names that pandoc, Wikipedia, Project Gutenberg and
Standard Ebooks write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


HEADINGS = {f"h{level}": level for level in range(1, 7)}

LISTS = frozenset({"ul", "ol", "dl", "menu", "dir"})

CELLS = frozenset({"td", "th"})

BLOCKS = _set(
    "address article aside blockquote body caption center dd details dialog dir div"
    " dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr"
    " html legend li main menu nav ol p pre section summary table tbody td tfoot th"
    " thead tr ul"
)
"""Elements whose words do not run on with those around them."""

_SILENT = _set(
    "head script style template noscript iframe object embed video audio canvas"
    " source track rt rp rtc annotation annotation-xml"
)
"""Elements whose words are for programs, or say again what stands beside them."""

_NOT_READ = {
    "nav": "navigation",
    "svg": "words in a picture",
    **dict.fromkeys(
        ("button", "datalist", "input", "optgroup", "option", "select", "textarea"),
        "part of a form",
    ),
}

_HIDDEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)")

_VERSE = _set(
    "verse poem poetry stanza lyrics linegroup lg line-group line-block hymn song"
)
_LINE = frozenset({"line", "l", "verse-line", "verseline", "poetry-line"})

_NOTES = frozenset({"footnotes", "endnotes", "rearnotes", "references"})
_NOTE = _set("footnote endnote rearnote msofootnotetext msoendnotetext")
_NOTE_MARKS = _set(
    "noteref footnote-ref footnoteref fnref fnanchor note-ref endnote-ref"
)
_WAYS_BACK = _set(
    "backlink referrer footnote-back footnote-backref reversefootnote mw-cite-backlink"
)
_LABELS = frozenset({"lnum", "linenum", "lineno", "line-number", "linenumber"})

_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"

_WITH_A_MEANING = frozenset({"a", "sup", "br", "q", *_NOT_READ})

_MARK = re.compile(
    r"[\[(]?\s*(?:note\s*)?(?:\d{1,4}|[a-z]|[ivxlc]{2,7}|[*†‡§¶#‖]{1,4})\s*[\])]?\.?",
    re.IGNORECASE,
)
_PLAIN_MARK = re.compile(r"[\[(].*[\])]|[*†‡§¶‖]+")
_ARROW = re.compile(r"[↩↵⏎↑⤴^\ufe0e\ufe0f\s]+")
_LONGEST_MARK = 12  # characters: "[note 1234]"
_DEEPEST_MARK = 8  # elements; a bound, for each link is looked into


class Look(NamedTuple):
    """What an element is by its tag, its ``class``, ``epub:type`` and ``role``.

    ``name`` is in small letters, ``""`` for a comment or an instruction. ``kinds`` is
    what the element says it is; of ``z3998:poem`` and ``doc-footnote`` the last part.
    ``unseen`` is why it is not read, ``""`` where nobody misses it, ``None`` where it
    is. A ``label`` is the mark of a note, a way back from one, a line's number. The
    items of a list in what ``holds_notes`` are notes; a ``line`` is one of verse
    within a passage; at a ``page_break`` a page of the printed book begins, its words
    are the number. An element is ``plain`` where only its words matter.
    """

    name: str = ""
    kinds: frozenset[str] = frozenset()
    block: bool = False
    unseen: str | None = ""
    note: bool = False
    holds_notes: bool = False
    label: bool = False
    verse: bool = False
    line: bool = False
    page_break: bool = False
    plain: bool = False


_NO_ELEMENT = Look()


def element_look(element: Element) -> Look:
    """Return what the element is by its names."""
    tag: object = element.tag
    if not isinstance(tag, str):
        return _NO_ELEMENT
    if not element.attrib:
        return _look(tag, None, None, None, None)
    get = element.get
    return _look(tag, get("class"), get("role"), get(_EPUB_TYPE), get("epub:type"))


@lru_cache(maxsize=4096)
def _look(tag: str, *told: str | None) -> Look:
    name = tag.rpartition("}")[2].lower()
    words = " ".join(filter(None, told)).lower().split()
    kinds = frozenset(word.rpartition(":")[2].removeprefix("doc-") for word in words)
    ways = not kinds.isdisjoint(_WAYS_BACK) or "noteref" in kinds
    block = name in BLOCKS
    return Look(
        name,
        kinds,
        block,
        "" if name in _SILENT else _NOT_READ.get(name),
        note=not kinds.isdisjoint(_NOTE) and name not in {"a", "sup"},
        holds_notes=not kinds.isdisjoint(_NOTES),
        label=ways or (name == "span" and not kinds.isdisjoint(_LABELS)),
        verse=not kinds.isdisjoint(_VERSE),
        line=not kinds.isdisjoint(_LINE),
        page_break="pagebreak" in kinds,
        plain=not (kinds or block or name in _SILENT or name in _WITH_A_MEANING),
    )


def name_of(element: Element) -> str:
    """Return the name in small letters, ``""`` for a comment or an instruction."""
    return element_look(element).name


def kinds_of(element: Element) -> frozenset[str]:
    """Return what the element says it is (see `Look`)."""
    return element_look(element).kinds


def is_hidden(element: Element) -> bool:
    """Tell whether a browser does not show the element."""
    if not element.attrib:
        return False
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return bool(style and _HIDDEN_STYLE.search(style.lower()))


def is_note_mark(element: Element, look: Look) -> bool:
    """Tell whether the element is the mark of a note by its words.

    It is linked, and raised, bracketed, a symbol or told by name.
    """
    if look.name == "sup":
        return _has_link(element) and _is_mark(element)
    if look.name != "a" or "#" not in element.get("href", ""):
        return False
    text = _short(element)
    if _ARROW.fullmatch(text):
        return True
    if not _MARK.fullmatch(text):
        return False
    raised = any(name_of(child) == "sup" for child in element)
    told = not look.kinds.isdisjoint(_NOTE_MARKS)
    return raised or told or bool(_PLAIN_MARK.match(text))


def is_number_of_note(element: Element, look: Look) -> bool:
    """Tell whether the element, first in a note, is the note's own number."""
    linked = look.name == "a" and "#" in element.get("href", "")
    return (linked or look.name == "sup") and _is_mark(element)


def _is_mark(element: Element) -> bool:
    return bool(_MARK.fullmatch(_short(element)))


def _has_link(element: Element) -> bool:
    return any("#" in link.get("href", "") for link in _first(element, _DEEPEST_MARK))


def _short(element: Element) -> str:
    """Return the words as far as they can be a mark."""
    if sum(1 for _ in _first(element, _DEEPEST_MARK + 1)) > _DEEPEST_MARK:
        return ""
    text = "".join(piece.strip() for piece in element.itertext())
    return text[: _LONGEST_MARK + 1]


def _first(element: Element, most: int) -> Iterator[Element]:
    for _, inner in zip(range(most), element.iter(), strict=False):
        yield inner


def is_data_table(table: Element) -> bool:
    """Tell whether a table is one of facts, not there to lay out a page."""
    if table.get("role") in {"presentation", "none"}:
        return False
    names = [name_of(inner) for inner in _before_inner_table(table)]
    if names and names[-1] == "table":
        return False
    if not {"th", "thead", "caption"}.isdisjoint(names):
        return True
    if not {"ul", "ol", "dl", *HEADINGS}.isdisjoint(names):
        return False
    return names.count("td") > names.count("tr") and (
        names.count("p") <= names.count("td")
    )


def _before_inner_table(table: Element) -> Iterator[Element]:
    """Yield what is in the table, to a table within, which comes last."""
    for inner in table.iter():
        if inner is not table:
            yield inner
            if name_of(inner) == "table":
                return
