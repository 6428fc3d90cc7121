"""Which units of two documents belong together."""

from tui_app.core.align.engine import align

__all__ = ["align"]
