"""What the tests of the core share: the cases of Unicode."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def unicode_cases():
    """Return a reader of such a file, gzipped: texts, and where each is parted."""

    def read(path: Path) -> Iterator[tuple[str, list[int]]]:
        for case in gzip.decompress(path.read_bytes()).decode().splitlines():
            signs = case.partition("#")[0].split()[1:-1]
            text = "".join(chr(int(code, 16)) for code in signs[::2])
            yield text, [at for at, sign in enumerate(signs[1::2], 1) if sign == "÷"]

    return read
