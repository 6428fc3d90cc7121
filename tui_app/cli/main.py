"""The entry point of the command ``diptych``."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from tui_app.core.comparison import compare_files


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    comparison = compare_files(words[1], words[2])
    print(json.dumps(comparison.to_dict()))
    return 0
