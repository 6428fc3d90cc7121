"""Damaged journals: opened without a crash, without a wrong note, the rest kept.

``corruption.py DIRECTORY FILES``
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path

import common

from tui_app.notes.journal.archive import Archive

Damage = Callable[[bytearray, random.Random], None]


def flip(raw: bytearray, chance: random.Random) -> None:
    """Flip one bit, or a few."""
    for _ in range(chance.choice((1, 1, 1, 8))):
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)


def truncate(raw: bytearray, chance: random.Random) -> None:
    """Lose the end."""
    del raw[chance.randrange(len(raw)) :]


def zero(raw: bytearray, chance: random.Random) -> None:
    """Read zeros where a block was."""
    at = chance.randrange(len(raw))
    raw[at : at + 64] = b"\0" * len(raw[at : at + 64])


def conflict(raw: bytearray, chance: random.Random) -> None:
    """Leave the marks of a merge that was not finished."""
    lines = raw.split(b"\n")
    at = chance.randrange(len(lines))
    lines[at:at] = [b"<<<<<<< HEAD", lines[at - 1], b"=======", lines[at]]
    lines.insert(at + 5, b">>>>>>> theirs")
    raw[:] = b"\n".join(lines)


def swap(raw: bytearray, chance: random.Random) -> None:
    """Have a stretch of the file stand in another's place."""
    size = chance.randrange(1, 200)
    one, other = (chance.randrange(len(raw)) for _ in range(2))
    raw[one : one + size] = raw[other : other + size]


DAMAGES: tuple[Damage, ...] = (flip, flip, truncate, zero, conflict, swap)


def main() -> None:
    """Damage, open, compare; print the figures."""
    directory, files = Path(sys.argv[1]), int(sys.argv[2])
    common.settle_in(directory)
    book = common.notebook()
    for number in range(8):
        note = book.add(f"note {number}", common.ANCHORS, tags=["tag"])
        book.edit(note, body=f"note {number} changed")
    book.delete(note)
    whole = book.where.read_bytes()
    written = versions(book.where)
    path = directory / "damaged.jsonl"
    chance = random.Random(3)  # noqa: S311 - a seeded choice
    crashes = wrong = dropped = damaged = 0
    for _ in range(files):
        raw = bytearray(whole)
        chance.choice(DAMAGES)(raw, chance)
        path.write_bytes(raw)
        try:
            found = versions(path)
        except Exception:  # noqa: BLE001 - counted, not shown
            crashes += 1
            continue
        wrong += any(written.get(key) != value for key, value in found.items())
        dropped += not untouched(whole, bytes(raw), written) <= found.keys()
        damaged += bytes(raw) != whole
    common.report(
        files=files, damaged=damaged, crashes=crashes, wrong=wrong, dropped=dropped
    )


def versions(path: Path) -> dict[tuple[str, str], object]:
    """Return every version of every entry that is read."""
    archive = Archive(path, "me")
    archive.refresh()
    found = {
        (record.id, record.act): record.content
        for records in archive.ledger.acts().values()
        for record in records
    }
    archive.close()
    return found


def untouched(
    whole: bytes, raw: bytes, written: dict[tuple[str, str], object]
) -> set[tuple[str, str]]:
    """Return the versions whose whole lines are still in the file."""
    left = set(raw.split(b"\n")[:-1])
    lines = [line for line in whole.split(b"\n")[1:-1] if line in left]
    return {
        key
        for key in written
        if any(f'"id":"{key[0]}","act":"{key[1]}"'.encode() in line for line in lines)
    }


main()
