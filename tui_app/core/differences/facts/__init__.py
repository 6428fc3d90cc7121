"""Differences that change what is said: numbers, dates, names, quotes, and so on."""

from __future__ import annotations

from dataclasses import dataclass

from tui_app.core.differences.collation import Collation, Fact


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of the whole documents beyond the passages compared."""


def evidence_of(left: str, right: str) -> Evidence:  # noqa: ARG001
    """Return what the two texts (documents, or windows of them) tell."""
    return Evidence()


def find_facts(collation: Collation, evidence: Evidence) -> list[Fact]:  # noqa: ARG001
    """Return the factual differences, by left then right position."""
    return []
