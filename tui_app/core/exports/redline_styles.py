"""The styles of a redline: which one a passage has, and what each looks like."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from tui_app.core.extract import Part
from tui_app.core.model import Document, Role

_MOST_HEADINGS = 6
_MOST_LISTS = 5

_OF_PARTS = {
    Part.TITLE: "Title",
    Part.CAPTION: "Caption",
    Part.CODE: "HTMLPreformatted",
}
_OF_ROLES = {Role.TITLE: "Title", Role.HEADING: "Heading1", Role.CAPTION: "Caption"}


def style_at(document: Document, offset: int) -> str:
    """Return the style of the passage that stands there, ``""`` for a plain one.

    What the document marks counts, or else what its words tell of a passage.
    """
    passage = document.extract.passage_at(offset) if document.extract else None
    if passage is not None:
        if passage.part is Part.HEADING:
            return f"Heading{min(max(passage.level, 1), _MOST_HEADINGS)}"
        if passage.part is Part.LIST_ITEM:
            return _list_style(min(max(passage.level, 1), _MOST_LISTS))
        if passage.part in _OF_PARTS:
            return _OF_PARTS[passage.part]
    role = document.units[document.unit_at(offset)].role if document.units else None
    return _OF_ROLES.get(role, "") if role else ""


def _list_style(level: int) -> str:
    return "ListBullet" if level == 1 else f"ListBullet{level}"


def styles(language: str) -> Iterator[str]:
    """Yield the styles, one after the other; ``language`` is a code or empty."""
    spoken = f"<w:lang w:val={quoteattr(language)}/>" if language else ""
    yield (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/>'
        f"{spoken}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:after="160" w:line="264" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/></w:style>'
    )
    yield _style("Title", "Title", "<w:keepNext/>", '<w:b/><w:sz w:val="36"/>')
    for level in range(1, _MOST_HEADINGS + 1):
        place = f'<w:keepNext/><w:outlineLvl w:val="{level - 1}"/>'
        look = f'<w:b/><w:sz w:val="{max(32 - 2 * level, 22)}"/>'
        yield _style(f"Heading{level}", f"heading {level}", place, look)
    yield _style("Caption", "caption", "", "<w:i/>")
    fixed = '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>'
    yield _style("HTMLPreformatted", "HTML Preformatted", "", fixed)
    for level in range(1, _MOST_LISTS + 1):
        item = (
            f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'
            '<w:spacing w:after="40"/>'
        )
        name = "List Bullet" if level == 1 else f"List Bullet {level}"
        yield _style(_list_style(level), name, item, "")


def _style(identity: str, name: str, paragraph: str, run: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f"<w:rPr>{run}</w:rPr></w:style>"
    )


def bullets() -> Iterator[str]:
    """Yield the one kind of list there is, all its levels with bullets."""
    yield '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    for level in range(_MOST_LISTS):
        indent = 360 * (level + 1)  # twentieths of a point: a quarter of an inch each
        yield (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
            '<w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr>'
            f'<w:ind w:left="{indent}" w:hanging="360"/></w:pPr></w:lvl>'
        )
    yield '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
