"""Small dictionaries as dictfmt and dictzip write them."""

import struct
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def in_base_64(number: int) -> str:
    digits = DIGITS[number % 64]
    return in_base_64(number // 64) + digits if number >= 64 else digits


def dictzipped(data: bytes, size: int = 50) -> bytes:
    """Return ``data`` packed in chunks of ``size`` bytes that stand alone."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    chunks = [
        packer.compress(data[at : at + size]) + packer.flush(zlib.Z_FULL_FLUSH)
        for at in range(0, len(data), size)
    ]
    lengths = struct.pack(f"<{len(chunks)}H", *map(len, chunks))
    field = struct.pack("<HHH", 1, size, len(chunks)) + lengths
    extra = b"RA" + struct.pack("<H", len(field)) + field
    head = b"\x1f\x8b\x08\x0c\0\0\0\0\0\x03"  # with an extra field and a name
    end = packer.flush() + struct.pack("<II", zlib.crc32(data), len(data))
    named = struct.pack("<H", len(extra)) + extra + b"small.dict\0"
    return b"".join([head, named, *chunks, end])


@pytest.fixture
def dictionary(own_home) -> Callable[..., Path]:
    """Return a function that writes a dictionary of articles where dictd's stand."""

    def write(
        articles: Iterable[str],
        name: str = "freedict-deu-eng",
        pack: Callable[[bytes], bytes] | None = dictzipped,
    ) -> Path:
        folder = own_home / "data" / "dictd"
        folder.mkdir(parents=True, exist_ok=True)
        body, index = b"", ["00databaseinfo\tA\tB"]
        for article in articles:
            data = f"{article}\n".encode()
            word = article.split("\n")[0].split(" /")[0].split(" <")[0].lower()
            index.append(f"{word}\t{in_base_64(len(body))}\t{in_base_64(len(data))}")
            body += data
        (folder / f"{name}.index").write_text("\n".join([*sorted(index), ""]))
        ending = ".dict.dz" if pack else ".dict"
        (folder / f"{name}{ending}").write_bytes(pack(body) if pack else body)
        return folder / name

    return write
