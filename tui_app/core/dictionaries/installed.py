"""Which dictionaries of dictd are installed, and which of them are for two languages.

FreeDict names them by ISO 639-3 codes, as freedict-deu-fra.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import chain, product
from pathlib import Path

from tui_app.core.dictionaries.dictd import dictionary_at

_FREEDICT = "freedict-"

# ISO 639-1 and, after each, ISO 639-3: those of languages that have dictionaries.
_CODES = {
    two: threes
    for two, *threes in map(
        str.split,
        """
        af afr; ar ara; ast ast; bg bul; br bre; ca cat; cs ces; cy cym; da dan; de deu
        el ell; en eng; eo epo; es spa; et est; eu eus; fa fas pes; fi fin; fr fra
        ga gle; gd gla; gl glg; he heb; hi hin; hr hrv; hu hun; hy hye; id ind; is isl
        it ita; ja jpn; ka kat; ko kor; ku kur kmr; la lat; lt lit; lv lav lvs; mk mkd
        mn mon; nb nob nor; nl nld; nn nno nor; no nor nob; oc oci; pl pol; pt por
        ro ron; ru rus; sa san; sh hbs; sk slk; sl slv; sq sqi; sr srp; sv swe
        sw swh swa; th tha; tr tur; uk ukr; ur urd; vi vie; wo wol; zh zho cmn
        """.strip()
        .replace("\n", ";")
        .split(";"),
    )
}


def installed_lists(languages: tuple[str, str]) -> tuple[Path, ...]:
    """Return the FreeDict dictionaries between two languages, either way round.

    The languages are ISO 639 codes, empty where one is not known. Each path lacks
    the ending of its two files.
    """
    ours, theirs = (_CODES.get(code, [code]) for code in languages)
    ways = chain(product(ours, theirs), product(theirs, ours))
    names = map("-".join, ways)
    found = map(installed_dictionary, names)
    return tuple(dict.fromkeys(path for path in found if path is not None))


def installed_dictionary(name: str) -> Path | None:
    """Return the installed dictionary of that name, as freedict-deu-fra or deu-fra."""
    if not name or os.sep in name:
        return None
    for folder in _folders():
        for full in (name, f"{_FREEDICT}{name}"):
            path = dictionary_at(str(folder / full))
            if path is not None:
                return path
    return None


def _folders() -> Iterator[Path]:
    """Yield where dictd's files are, the user's own first (``XDG_DATA_DIRS``)."""
    import platformdirs

    for path in platformdirs.PlatformDirs(multipath=True).iter_data_paths():
        yield path / "dictd"
