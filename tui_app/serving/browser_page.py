"""What a browser loads: one page, its script and fonts, and what it may not do."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Final

from tui_app.core.text.display import displayable_line
from tui_app.serving.gate import Gate

_OF_TEXTUAL_SERVE: Final = {
    "textual.js": "js/textual.js",
    "xterm.css": "css/xterm.css",
    "upright.ttf": "fonts/RobotoMono-VariableFont_wght.ttf",
    "italic.ttf": "fonts/RobotoMono-Italic-VariableFont_wght.ttf",
}

_OUR_OWN: Final = "page.js"

_HERE = Path(__file__).parent

_FONT_SIZE = 16  # pixels


def socket_address(gate: Gate) -> str:
    """Return where the page opens its websocket."""
    return f"ws://{gate.host}/{gate.token}/ws"


def page(gate: Gate, title: str) -> str:
    """Return the page that shows the reader, with ``title`` in its tab."""
    from jinja2 import Environment

    template = (_HERE / "page.html").read_text(encoding="utf-8")
    return (
        Environment(autoescape=True)
        .from_string(template)
        .render(
            title=displayable_line(title),
            files=f"/{gate.token}/files",
            socket=socket_address(gate),
            font_size=_FONT_SIZE,
        )
    )


def page_file(name: str) -> Path | None:
    """Return the file that the page knows by ``name``, if any."""
    if name == _OUR_OWN:
        return _HERE / name
    inside = _OF_TEXTUAL_SERVE.get(name)
    return Path(str(files("textual_serve") / "static" / inside)) if inside else None


def page_headers(gate: Gate) -> dict[str, str]:
    """Return what is sent with everything: nothing from elsewhere, nothing kept.

    The sandbox opens no windows: an address in a text is no link to click on. The
    emulator of the terminal writes its styles itself.
    """
    policy = (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "font-src 'self'",
        "img-src data:",
        f"connect-src {socket_address(gate)}",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "sandbox allow-scripts allow-same-origin",
    )
    return {
        "Content-Security-Policy": "; ".join(policy),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",  # the address holds the token
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
        "Server": "diptych",
    }
