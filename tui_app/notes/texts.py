"""The texts that notes were made on, kept so that notes can follow an edit."""

from __future__ import annotations

import gzip
import re
import zlib
from pathlib import Path

from tui_app.disk.durable import make_directory, replace_file
from tui_app.notes.places import text_hash

_LARGEST = 256 << 20
_NAME = re.compile(r"sha256-[0-9a-f]{64}\Z")


class KeptTexts:
    """A directory of compressed texts, each under its hash."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def keep(self, text: str) -> None:
        """Keep a text, once. Raises ``OSError``."""
        path = self._path(text_hash(text))
        if not path.exists():
            make_directory(self._directory)
            raw = text.encode("utf-8", "surrogatepass")
            replace_file(path, gzip.compress(raw, compresslevel=6, mtime=0))

    def get(self, name: str) -> str | None:
        """Return the text with this hash; ``None`` if it is not there unharmed."""
        if not _NAME.match(name):
            return None
        try:
            with gzip.open(self._path(name)) as file:
                raw = file.read(_LARGEST)
            text = raw.decode("utf-8", "surrogatepass")
        except (OSError, EOFError, ValueError, zlib.error):
            return None
        return text if text_hash(text) == name else None

    def _path(self, name: str) -> Path:
        return self._directory / f"{name}.txt.gz"
