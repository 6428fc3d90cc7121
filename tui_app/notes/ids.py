"""Names that never clash and sort by the time they were made."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 26


def _base32(number: int) -> str:
    return "".join(
        _DIGITS[number >> shift & 31] for shift in range(5 * (_LENGTH - 1), -1, -5)
    )


def ulid(clock: Callable[[], float] = time.time) -> str:
    """Return a new ULID: 48 bits of milliseconds, 80 of chance, 26 letters."""
    milliseconds = max(0, int(clock() * 1000)) & (1 << 48) - 1
    return _base32(milliseconds << 80 | int.from_bytes(os.urandom(10), "big"))


def pair_id(left_hash: str, right_hash: str) -> str:
    """Return the id of a new pair of texts, whichever of them is the left one.

    Two readers that open the same new pair at once get the same id and so
    write into one journal.
    """
    joined = "|".join(sorted((left_hash, right_hash))).encode()
    return _base32(int.from_bytes(hashlib.sha256(joined).digest()[:16], "big"))
