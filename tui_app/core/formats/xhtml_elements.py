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
_NOTE = frozenset({"footnote", "endnote", "rearnote"})
_NOTE_MARKS = _set(
    "noteref footnote-ref footnoteref fnref fnanchor note-ref endnote-ref"
)
_WAYS_BACK = _set(
    "backlink referrer footnote-back footnote-backref reversefootnote mw-cite-backlink"
)
_LABELS = frozenset({"lnum", "linenum", "lineno", "line-number", "linenumber"})

_EPUB_TYPES = ("{http://www.idpf.org/2007/ops}type", "epub:type")

_MARK = re.compile(
    r"[\[(]?\s*(?:note\s*)?(?:\d{1,4}|[a-z]|[ivxlc]{2,7}|[*†‡§¶#‖]{1,4})\s*[\])]?\.?",
    re.IGNORECASE,
)
_PLAIN_MARK = re.compile(r"[\[(].*[\])]|[*†‡§¶‖]+")
_ARROW = re.compile(r"[↩↵⏎↑⤴^\ufe0e\ufe0f\s]+")
_LONGEST_MARK = 12  # characters: "[note 1234]"
_DEEPEST_MARK = 8  # elements; a bound, for each link is looked into


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


def name_of(element: Element) -> str:
    """Return the name in small letters, ``""`` for a comment or an instruction."""
    tag: object = element.tag
    return _local(tag) if isinstance(tag, str) else ""


def kinds_of(element: Element) -> frozenset[str]:
    """Return what the element says it is: in ``class``, ``epub:type`` and ``role``."""
    return _types(element) | _tokens(element.get("class", ""))


def _types(element: Element) -> frozenset[str]:
    told = [element.get(name, "") for name in _EPUB_TYPES] + [element.get("role", "")]
    return _tokens(" ".join(filter(None, told)))


@lru_cache(maxsize=1024)
def _tokens(told: str) -> frozenset[str]:
    """Return the words; of ``z3998:poem`` and ``doc-footnote`` the last part."""
    words = told.lower().split()
    return frozenset(
        word.rpartition(":")[2].removeprefix("doc-") for word in words
    )  # fmt: skip


def why_unseen(element: Element) -> str | None:
    """Return why the element is not read, ``""`` if no reader misses it.

    ``None`` stands for an element that is read.
    """
    name = name_of(element)
    if not name or name in _SILENT:
        return ""
    if name in _NOT_READ:
        return _NOT_READ[name]
    if not element.attrib:
        return None
    return "hidden" if _is_hidden(element) else None


def _is_hidden(element: Element) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return bool(style and _HIDDEN_STYLE.search(style.lower()))


def is_page_break(element: Element) -> bool:
    """Tell whether a page of the printed book begins here; its words are the number."""
    return bool(element.attrib) and "pagebreak" in _types(element)


def is_verse(element: Element) -> bool:
    """Tell whether the lines of the element are verse."""
    return bool(element.attrib) and not _VERSE.isdisjoint(kinds_of(element))


def is_verse_line(element: Element) -> bool:
    """Tell whether the element in a line of text is a line of verse by itself."""
    return bool(element.attrib) and not _LINE.isdisjoint(kinds_of(element))


def holds_notes(element: Element) -> bool:
    """Tell whether the items of a list in the element are notes."""
    return bool(element.attrib) and not _NOTES.isdisjoint(kinds_of(element))


def is_note(element: Element) -> bool:
    """Tell whether the element is one foot- or endnote."""
    if not element.attrib or name_of(element) in {"a", "sup"}:
        return False
    return not _NOTE.isdisjoint(kinds_of(element))


def is_label(element: Element) -> bool:
    """Tell whether the element is the mark of a note, a way back, a line's number.

    The mark of a note is linked, and raised, bracketed, a symbol or told by name.
    """
    name = name_of(element)
    if name == "sup":
        return _has_link(element) and _is_mark(element)
    if not element.attrib:
        return False
    kinds = kinds_of(element)
    if not kinds.isdisjoint(_WAYS_BACK) or "noteref" in kinds:
        return True
    if name != "a":
        return name == "span" and not _LABELS.isdisjoint(kinds)
    return "#" in element.get("href", "") and _is_link_label(element, kinds)


def _is_link_label(link: Element, kinds: frozenset[str]) -> bool:
    text = _short(link)
    if _ARROW.fullmatch(text):
        return True
    if not _MARK.fullmatch(text):
        return False
    raised = any(name_of(child) == "sup" for child in link)
    return raised or not kinds.isdisjoint(_NOTE_MARKS) or bool(_PLAIN_MARK.match(text))


def is_number_of_note(element: Element) -> bool:
    """Tell whether the element, first in a note, is the note's own number."""
    name = name_of(element)
    if name == "sup" or (name == "a" and "#" in element.get("href", "")):
        return _is_mark(element)
    return False


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
