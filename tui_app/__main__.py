"""The command ``diptych``, also ``python -m tui_app``.

Until the program can say that it was interrupted, the interrupt key just ends it: the
modules take a while to be read on a busy machine, and Python would print a traceback.
"""

import signal
import sys

_hears = signal.getsignal(signal.SIGINT) is signal.default_int_handler
if _hears:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from tui_app.cli.main import main as run_command_line  # noqa: E402 - see above


def main() -> int:
    """Run the command line; return the exit status."""
    if _hears:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    return run_command_line()


if __name__ == "__main__":
    sys.exit(main())
