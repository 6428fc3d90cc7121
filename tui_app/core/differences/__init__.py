"""What two passages that say the same say differently, word by word."""

from tui_app.core.differences.collate import RowCollator, differences

__all__ = ["RowCollator", "differences"]
