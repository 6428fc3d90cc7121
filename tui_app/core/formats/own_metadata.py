"""What a document says of itself, in one form whatever its format."""

from __future__ import annotations

from tui_app.core.extract import Metadata
from tui_app.core.formats.language_code import language_code
from tui_app.core.formats.own_title import own_title
from tui_app.core.formats.written_day import stated_date


def own_metadata(told: Metadata, name: str = "", template: str = "") -> Metadata:
    """Return what is ``told``, without what only a program made up.

    Words stand in single spaces, the date as ``stated_date`` gives it, the language as
    ``language_code``. For ``name`` and ``template``, of formats whose programs give
    documents their titles, see ``own_title``.
    """
    return Metadata(
        own_title(told.title, name, template),
        " ".join(told.author.split()),
        stated_date(told.date),
        " ".join(told.site.split()),
        language_code(told.language),
    )
