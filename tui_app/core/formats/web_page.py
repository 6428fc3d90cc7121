"""The article of a web page, without what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_app.core.extract import Format
from tui_app.core.formats.article_choice import ArticleChoice
from tui_app.core.formats.page_metadata import page_metadata
from tui_app.core.formats.page_tree import gather_loose_words, page_tree, unhide
from tui_app.core.formats.taking import Taking
from tui_app.core.formats.web_encoding import decode_page
from tui_app.core.formats.xhtml_blocks import Blocks, Choices
from tui_app.core.text.plurals import counted
from tui_app.errors import UserError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui_app.core.extract import Extract
    from tui_app.core.formats.taking import Wanted

_FEWEST_LETTERS = 80  # of an article that are in no link
_LITTLE = 0.4  # of the words in paragraphs; with less taken the user is told


def read_web_page(data: bytes, wanted: Wanted) -> Extract:
    """Return the article of a page; nothing is fetched, no program in it is run.

    Raises ``UserError`` for a page without words, of frames, or of links only.
    """
    text, remarks = decode_page(data, wanted.name)
    root = page_tree(text, wanted.name)
    metadata = page_metadata(root)
    unhide(root)
    gather_loose_words(root)
    taking, choice = _taken(root, metadata.title, whole=False)
    if choice.unlinked < min(_FEWEST_LETTERS, choice.paragraphs.letters):
        taking, choice = _taken(root, metadata.title, whole=True)
    _check(root, choice, taking, wanted.name)
    return taking.extract(Format.HTML, metadata, (*remarks, *_said(choice)))


def _taken(
    root: HtmlElement, title: str, *, whole: bool
) -> tuple[Taking, ArticleChoice]:
    choice = ArticleChoice(root, title, whole=whole)
    taking = Taking()
    Blocks(taking, Choices(choice.why_left_out, title=title)).take(root)
    return taking, choice


def _said(choice: ArticleChoice) -> tuple[str, ...]:
    """Return what a user has to know who sees only what was taken."""
    taken, of = choice.taken, choice.paragraphs
    if taken.letters >= _LITTLE * of.letters:
        return ()
    paragraphs = counted(of.number, "paragraph", "paragraphs")
    left = f"{of.number - taken.number} of {paragraphs}"
    listed = "'diptych text --all' prints them"
    return (f"much of the page was left out: {left}; {listed}",)


def _check(root: HtmlElement, choice: ArticleChoice, taking: Taking, name: str) -> None:
    """Raise ``UserError`` for a page on which there is nothing to read."""
    if len(taking) and (
        choice.unlinked >= _FEWEST_LETTERS or not choice.is_mostly_links
    ):
        return
    if root.find(".//frameset") is not None:
        why, hint = "is a page of frames", "open the page that is in one of them"
    elif len(taking):
        why, hint = "has no article, only links and menus", "open one of its articles"
    elif root.find(".//script") is not None:
        why = "shows no words before its programs run, which never happens here"
        hint = "save the page from a browser when it shows them"
    else:
        why, hint = "is a page without words", "choose a page with words in it"
    raise UserError(name, why, hint)
