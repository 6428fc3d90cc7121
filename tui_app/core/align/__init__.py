"""Which units of two documents belong together."""

from tui_app.core.align.articles.article import are_articles
from tui_app.core.align.engine import align, align_in_steps, realign

__all__ = ["align", "align_in_steps", "are_articles", "realign"]
