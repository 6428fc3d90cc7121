"""Documents packed small on their way from the child process.

Pickled one by one, the units of two books take longer than loading them did; as
columns of numbers they take a fraction of it.
"""

from __future__ import annotations

import copyreg
from array import array
from collections.abc import Callable
from itertools import starmap
from typing import Any

from tui_app.core.model import Document, Role, Unit

_ROLES = tuple(Role)
_NUMBER_OF = {role: number for number, role in enumerate(_ROLES)}

_Packed = tuple[str, str | None, str, Any, tuple[str, ...], bytes, bytes]


def register() -> None:
    """Let documents be pickled packed from now on in this process."""
    copyreg.pickle(Document, _reduced)


def _reduced(document: Document) -> tuple[Callable[..., Document], _Packed]:
    return unpacked, packed(document)


def packed(document: Document) -> _Packed:
    """Return what ``unpacked`` makes the document of."""
    units = document.units
    numbers = array("q")
    numbers.extend(unit.start for unit in units)
    numbers.extend(unit.end for unit in units)
    numbers.extend(unit.paragraph for unit in units)
    return (
        document.text,
        document.source,
        document.title,
        document.granularity,
        document.remarks,
        numbers.tobytes(),
        bytes(_NUMBER_OF[unit.role] for unit in units),
    )


def unpacked(
    text: str,
    source: str | None,
    title: str,
    granularity: Any,
    remarks: tuple[str, ...],
    numbers: bytes,
    roles: bytes,
) -> Document:
    """Return the document."""
    columns = memoryview(numbers).cast("q")
    count = len(roles)
    units = starmap(
        Unit,
        zip(
            columns[:count],
            columns[count : 2 * count],
            columns[2 * count :],
            map(_ROLES.__getitem__, roles),
            strict=True,
        ),
    )
    return Document(text, source, title, granularity, tuple(units), remarks)
