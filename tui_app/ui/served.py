"""Whether the reader is shown in a browser, and what is said there without a screen."""

from __future__ import annotations

import os
import sys

from tui_app.core.text.display import displayable_line

_WEB_DRIVER = "textual.drivers.web_driver:WebDriver"

_BEGIN = b"__GANGLION__\n"
"""What the server waits for (``textual_serve.app_service``)."""


def is_served() -> bool:
    """Tell whether a server started this program, and shows it in a browser."""
    driver = os.environ.get("TEXTUAL_DRIVER")
    return driver == _WEB_DRIVER and not sys.stdout.isatty()


def say_in_browser(message: str) -> None:
    """Show one line where the screen would have been."""
    line = f"diptych: {displayable_line(message)}".encode()
    sys.stdout.buffer.write(_BEGIN + b"D" + len(line).to_bytes(4, "big") + line)
    sys.stdout.buffer.flush()
