"""Messages over the screen: few, small, and never over the status line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.notifications import Notify, SeverityLevel

from tui_app.core.display import displayable
from tui_app.ui.themed import ThemedApp

_TOLD = 4
_LINE = 66
"""Complaints in one message, and the characters that stand on one of its lines."""


def told_of(file: Path, complaints: Sequence[str]) -> str:
    """Return what a message says of wrong entries in the user's file.

    One is told in full; of several as much as the message has lines for.
    """
    if len(complaints) < 2:
        return "".join(f"{file}: {complaint}" for complaint in complaints)
    beginning = (
        f"{file.name}: {len(complaints)} wrong entries; diptych config tells all"
    )
    shown = (
        one if len(one) <= _LINE else f"{one[: _LINE - 1]}…"
        for one in complaints[:_TOLD]
    )
    return "\n".join([beginning, *shown])


class TellingApp(ThemedApp):
    """An App whose messages make room for each other.

    What goes well is said in the status line of a screen that has one; messages are
    for trouble. A new one replaces those before, but for the last that told of
    trouble: two stand at the same time at most.
    """

    CSS: ClassVar[str] = """
    ToastRack { margin-bottom: 2; overflow-y: hidden; }
    ToastHolder { max-width: 72; }
    Toast {
        width: auto; max-width: 100%; max-height: 6; padding: 0 1; margin-top: 0;
        background: $surface; color: $foreground;
        &:nocolor { text-style: reverse; }
        &:ansi { text-style: reverse; }
    }
    Toast.-information, Toast.-warning, Toast.-error { border-left: none; }
    Toast.-warning, Toast.-error { color: $warning; }
    Toast.-error { text-style: bold; }
    """

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a message for a while; it is never read as markup."""
        del markup
        super().notify(
            displayable(message),
            title=displayable(title),
            severity=severity,
            timeout=timeout,
            markup=False,
        )

    def on_notify(self, event: Notify) -> None:
        """Take away what was said before; Textual's own handler adds the new one."""
        del event
        shown = list(self._notifications)
        trouble = [one for one in shown if one.severity != "information"]
        for one in shown:
            if one not in trouble[-1:]:
                self._unnotify(one, refresh=False)
