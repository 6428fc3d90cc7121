"""The entry point of the command ``diptych``: what is asked for, errors, statuses."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence

from tui_app.cli.output import (
    complain,
    drop,
    forget_remarks,
    never_fail_to_encode,
    open_missing_streams,
    say_remarks,
)
from tui_app.cli.work_told import begin_to_tell, tell_no_more
from tui_app.errors import UserError

TROUBLE = 2
_OUTPUT_TROUBLE = {
    errno.ENOSPC,
    errno.EIO,
    errno.EFBIG,
    errno.EDQUOT,
    errno.EBADF,  # it is closed
}
INTERRUPTED = 130
PIPE_CLOSED = 141  # as a shell reports a program ended by SIGPIPE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status.

    Whatever goes wrong is one line on standard error, never a traceback, unless
    ``DIPTYCH_TRACEBACK`` is set for somebody who mends the program.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    open_missing_streams()
    never_fail_to_encode()
    try:
        return _run(words)
    except UserError as error:
        complain(str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        drop(sys.stdout)
        return PIPE_CLOSED
    except Exception as error:
        if os.environ.get("DIPTYCH_TRACEBACK"):
            raise
        if isinstance(error, OSError) and error.errno in _OUTPUT_TROUBLE:
            drop(sys.stdout)
            why = "it is closed" if error.errno == errno.EBADF else error.strerror
            complain(f"output: {why}, what was printed is not complete")
            return TROUBLE
        what = f"{type(error).__name__}: {error}" if str(error) else repr(error)
        complain(f"unexpected trouble: {what}, please report it with both texts")
    return TROUBLE


def _run(words: list[str]) -> int:
    forget_remarks()
    begin_to_tell()
    try:
        status = _run_parsed(words)
        sys.stdout.flush()
    finally:
        tell_no_more()
    say_remarks()
    return status


def _run_parsed(words: list[str]) -> int:
    from tui_app.cli.parser import parse

    asked = parse(words)
    if asked is None:
        return 0
    command, options = asked
    return command(options)
