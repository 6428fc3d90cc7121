"""From a text to its units: paragraphs, sentences or lines, with exact offsets."""

from tui_app.core.segmentation.segment import in_sentences, segment

__all__ = ["in_sentences", "segment"]
