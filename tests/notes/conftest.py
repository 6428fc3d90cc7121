from __future__ import annotations

import pytest

from tui_app.core.comparison import compare_texts

LEFT = (
    "The bridge was opened in 1931.\n\n"
    "Twelve workers died while it was built. The mayor spoke for an hour.\n\n"
    "Tickets cost two pence. Children went free.\n\n"
    "It was closed for repairs in 1954."
)
RIGHT = (
    "The bridge opened to traffic in 1931.\n\n"
    "Fifteen workers died while it was being built. The mayor spoke briefly.\n\n"
    "Tickets cost two pence.\n\n"
    "It was shut for repairs in 1954. Nobody knows why."
)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A home of its own for every test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path


@pytest.fixture
def comparison():
    return compare_texts(LEFT, RIGHT)


@pytest.fixture
def turned():
    return compare_texts(RIGHT, LEFT)
