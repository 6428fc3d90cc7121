"""From a text to its units: paragraphs, sentences or lines, with exact offsets."""

from tui_app.core.segmentation.finer import in_sentences
from tui_app.core.segmentation.segment import segment

__all__ = ["in_sentences", "segment"]
