"""From a text to its units: paragraphs, sentences or lines, with exact offsets."""

from tui_app.core.segmentation.segment import in_sentences, segment, segment_extract

__all__ = ["in_sentences", "segment", "segment_extract"]
