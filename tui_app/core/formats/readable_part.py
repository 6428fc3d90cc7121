"""Which elements of a web page hold the article's text, by readability's measure.

The measure is Arc90's: paragraphs, their commas and lengths give points to what is
around them, names and links take some away; it is worked on a copy whose elements
carry their numbers. Where it finds nothing, or a page is so large that it would take
long, the smallest element that holds most paragraphs is the article.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_app.core.formats.xhtml_elements import name_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui_app.core.formats.page_survey import PageSurvey

_NUMBER = "data-diptych"
_KEPT = re.compile(rf' {_NUMBER}="(\d+)"')
_TOLD = ("class", "id", "itemprop", "role", "type", "src")
_LONGEST_VALUE = 200  # characters of an attribute that are looked at

_MOST_ELEMENTS = 20_000
_MOST_LETTERS = 1_000_000
_DEEPEST = 250
_FEWEST_LETTERS = 140  # of an article
_MOST_OF_IT = 0.8  # of the paragraphs, in the element that is the article


def readable_part(survey: PageSurvey) -> set[int]:
    """Return the numbers of the elements that hold the article's text."""
    kept = set() if _is_out_of_bounds(survey) else _by_readability(survey)
    if sum(survey.own[at] for at in kept) < _FEWEST_LETTERS:
        kept |= {*survey.inside(_home_of_paragraphs(survey))}
    return kept


def _is_out_of_bounds(survey: PageSurvey) -> bool:
    """Tell whether readability, which looks at all that is in each, took too long."""
    return (
        len(survey.elements) > _MOST_ELEMENTS
        or survey.letters[0] > _MOST_LETTERS
        or survey.depth > _DEEPEST
    )


def _by_readability(survey: PageSurvey) -> set[int]:
    import logging

    from readability import Document
    from readability.readability import Unparseable

    # What goes wrong in there is told by what it returns, not on the screen.
    logging.getLogger("readability").setLevel(logging.CRITICAL + 1)
    try:
        summary = Document(_numbered_copy(survey)).summary()
    except Unparseable:
        return set()
    return {int(number) for number in _KEPT.findall(summary)}


def _numbered_copy(survey: PageSurvey) -> HtmlElement:
    """Return a copy of what a reader sees, each element with its number."""
    from copy import deepcopy

    copy = deepcopy(survey.elements[0])
    for at, element in enumerate([*copy.iter()]):
        told = {key: element.get(key, "")[:_LONGEST_VALUE] for key in _TOLD}
        element.attrib.clear()
        element.attrib.update({key: value for key, value in told.items() if value})
        element.set(_NUMBER, str(at))
        if survey.unseen[at] and name_of(survey.elements[at]) != "head":
            element.drop_tree()
    return copy


def _home_of_paragraphs(survey: PageSurvey) -> int:
    """Return the innermost element that holds most of the paragraphs."""
    own = [0] * len(survey.elements)
    for at in range(len(own)):
        if survey.is_paragraph(at):
            own[at] = survey.letters[at]
    held = survey.sums(own)
    home = 0
    for at in range(len(own)):
        if held[0] and held[at] >= _MOST_OF_IT * held[0]:
            home = at
    return home
