"""A process that reads files of a shelf, one after the other, and says what they are.

It reads from standard input lines with the name of a file each, as JSON, and answers on
standard output each with a length and a pickled ``ReadFile``. Its first line names the
folder of what is kept. It ends with its standard input.
"""

from __future__ import annotations

import json
import pickle
import struct
import sys
from pathlib import Path

from tui_app.library.file_reading import read_file
from tui_app.library.kept_texts import KeptTexts

LENGTH = struct.Struct("<Q")


def main() -> None:
    """Read for the process at the other ends of the pipes."""
    lines = sys.stdin.buffer
    folder = json.loads(next(lines))
    kept = KeptTexts(Path(folder) if folder else None, to_read=True)
    for line in lines:
        answer = pickle.dumps(read_file(json.loads(line), kept), -1)
        try:
            sys.stdout.buffer.write(LENGTH.pack(len(answer)) + answer)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            return
