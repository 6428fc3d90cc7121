"""The text of a page that is shown by programs only, or stands in a menu by mistake.

Some pages wait for a program that shows them, hold their article for readers without
programs, or never end their menu. Where the page shows next to nothing else, such
elements are made plain ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_app.core.formats.xhtml_elements import is_hidden, name_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_KINDS = frozenset({"nav", "noscript"})
_PROGRAMS = frozenset({"script", "style", "template", "svg", "head"})
_HIDING = ("hidden", "aria-hidden", "style")
_MOST_SHOWN = 0.5  # of the words, where some are taken for hidden by mistake
_MOST_LINKED = 0.5  # of the words in what is no menu
_FEWEST_LETTERS = 400


def unhide(root: HtmlElement) -> None:
    """Let all be seen that holds more of the page's words than what is seen."""
    shown, concealed = _outermost(root)
    for element in concealed:
        letters = _letters(element)
        if letters < max(_FEWEST_LETTERS, shown / _MOST_SHOWN):
            continue
        linked = sum(map(_letters, element.iter("a")))
        if linked <= _MOST_LINKED * letters:
            _make_plain(element)


def _outermost(root: HtmlElement) -> tuple[int, list[HtmlElement]]:
    """Return how many letters are seen, and the elements that conceal others."""
    shown = 0
    concealed = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if name_of(element) in _KINDS or is_hidden(element):
            concealed.append(element)
        elif name_of(element) not in _PROGRAMS:
            shown += len((element.text or "").strip())
            shown += sum(len((child.tail or "").strip()) for child in element)
            waiting.extend(element)
    return shown, concealed


def _letters(element: HtmlElement) -> int:
    return sum(
        len((one.text or "").strip()) + len((one.tail or "").strip())
        for one in element.iter()
        if name_of(one) not in _PROGRAMS
    )


def _make_plain(element: HtmlElement) -> None:
    if name_of(element) in _KINDS:
        element.tag = "div"
    for name in _HIDING:
        element.attrib.pop(name, None)
