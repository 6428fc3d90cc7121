"""How a program on a terminal of its own ended."""

import pexpect


def ended(child):
    """Wait until the program has ended; return its status."""
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus
