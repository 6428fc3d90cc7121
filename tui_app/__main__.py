"""``python -m tui_app`` is ``diptych``."""

import sys

from tui_app.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
