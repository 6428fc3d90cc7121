"""Differences that change what is said: numbers, dates, names, quotes, and so on."""

from tui_app.core.differences.facts.evidence import Evidence, evidence_of
from tui_app.core.differences.facts.finding import find_facts
from tui_app.core.differences.facts.testimony import Testimony

__all__ = ["Evidence", "Testimony", "evidence_of", "find_facts"]
