"""One page to send: both texts side by side, marks, notes, a map, in a single file.

Nothing in it comes from elsewhere, and its content policy lets nothing come: style
and script are named by their hashes. Rows are written to a temporary file while they
are counted and drawn, since numbers and map stand before them; memory holds one row at
a time. Every character of both texts is in the page (``page_rows``), and the notes as
data (``carried_notes``).
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import PurePath
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from tui_app import __version__
from tui_app.core.exports.carried_notes import SCRIPT, page_pieces
from tui_app.core.exports.page_map import HEIGHT, WIDTH, MapDrawing
from tui_app.core.exports.page_numbers import MarkSwitch, PageCount
from tui_app.core.exports.page_rows import PageRows, ShownRun, shown_runs
from tui_app.core.exports.report import Remark, Report
from tui_app.core.facts.habits import habits_in_words
from tui_app.core.model import SIDES, Document, Side
from tui_app.core.source_names import is_address
from tui_app.core.text.display import displayable
from tui_app.core.translation import languages_in_words

if TYPE_CHECKING:
    from jinja2 import Environment

_AT_ONCE = 1 << 16
"""Characters read back from the temporary file at once."""

_GROUP = 50
"""Rows that a browser lays out together."""

_LONG = 1000
"""Rows from which a browser is told to lay out only what is near the screen."""


class PageText(NamedTuple):
    """What is told of one text.

    ``about`` are author, date and where it is from; ``language`` is a code of BCP 47,
    empty at a loss. ``rest`` is the text itself where no row has any of it.
    """

    side: Side
    title: str
    about: tuple[str, ...]
    language: str
    characters: int
    passages: int
    rest: tuple[ShownRun, ...]


def page(report: Report) -> Iterator[str]:
    """Yield the page in pieces.

    While the rows are compared there is an empty piece for each, so that who writes
    them can tell how far it is, or end it.
    """
    told = _Told(report)
    with TemporaryFile("w+", encoding="utf-8", newline="") as kept:
        for html in told.rows():
            kept.write(html)
            yield ""
        kept.seek(0)
        yield from told.page(_read_back(kept))


class _Told:
    """What the page tells: its rows in turn, then all that stands about them."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._environment = _environment()
        self._texts = {side: _text(report, side) for side in SIDES}
        self._count = PageCount(report)
        self._drawing = MapDrawing(report.comparison)
        self._remarks: list[Remark] = []

    def rows(self) -> Iterator[str]:
        """Yield the HTML of each row, in groups that are laid out together."""
        # A macro is an attribute of the template's module, which is made by running it.
        parts: Any = self._environment.get_template("page_row.html.j2").module
        languages = {side: text.language for side, text in self._texts.items()}
        rows, noted = PageRows(self._report), bool(self._report.remarks)
        for place, number in enumerate(self._report.rows()):
            row = rows.row(number)
            self._count.add(row)
            self._drawing.add(row)
            self._remarks += row.remarks
            between = parts.next_group() if place and place % _GROUP == 0 else ""
            yield between + parts.row(row, languages, noted)

    def page(self, rows: Iterator[str]) -> Iterator[str]:
        """Yield the page about these rows."""
        report, numbers = self._report, self._count.numbers()
        translation = report.comparison.translation
        remarks = (*self._remarks, *report.remarks_nowhere)
        return self._environment.get_template("page.html.j2").generate(
            base=report.from_base and report.from_base.base.title,
            carried=page_pieces(remarks),
            habits=habits_in_words(report.comparison.character),
            languages=translation and languages_in_words(translation),
            left=self._texts["left"],
            long=numbers.rows > _LONG,
            map=self._drawing.map(),
            numbers=numbers,
            remarks=len(remarks),
            report=report,
            right=self._texts["right"],
            rows=rows,
            **_inline(self._environment, numbers.switches),
        )


def _inline(
    environment: Environment, switches: tuple[MarkSwitch, ...]
) -> dict[str, str]:
    """Return style and script, and the policy that lets these alone be used."""
    style = environment.get_template("page.css.j2").render(switches=switches)
    script = environment.get_template("page.js").render()
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; "
        f"script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"
    )
    return {"style": style, "script": script, "policy": policy}


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


@cache
def _environment() -> Environment:
    """Return the environment of the templates beside this module, compiled once.

    Whatever they are given is made safe to show, then escaped.
    """
    from importlib.resources import files

    from jinja2 import Environment, FunctionLoader, StrictUndefined

    folder = files("tui_app.core.exports")
    environment = Environment(
        autoescape=True,
        finalize=_safe,
        loader=FunctionLoader(lambda name: (folder / name).read_text("utf-8")),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals.update(
        height=HEIGHT, notes_element=SCRIPT, version=__version__, width=int(WIDTH)
    )
    return environment


def _safe(value: object) -> object:
    """Return what may be shown; what the templates made of it is safe already."""
    plain = isinstance(value, str) and not hasattr(value, "__html__")
    return displayable(str(value)) if plain else value


def _read_back(kept: IO[str]) -> Iterator[str]:
    while piece := kept.read(_AT_ONCE):
        yield piece


def _text(report: Report, side: Side) -> PageText:
    document = report.comparison.document(side)
    told, name = document.metadata, _name(document)
    called = told.title or document.called or side
    about = (told.author, told.date, told.site, name if name != called else "")
    return PageText(
        side,
        called,
        tuple(filter(None, about)),
        report.language(side),
        len(document.text),
        len(document.units),
        () if document.units else tuple(shown_runs(document.text)),
    )


def _name(document: Document) -> str:
    """Return the name of the file without the folders it lies in, or the address."""
    source = document.source or ""
    name = source if is_address(source) else PurePath(source).name
    return f"{name} ({document.state})" if name and document.state else name
