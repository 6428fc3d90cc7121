"""What two passages that say the same say differently, word by word."""

from tui_app.core.differences.row_collator import RowCollator
from tui_app.core.differences.strings import differences

__all__ = ["RowCollator", "differences"]
