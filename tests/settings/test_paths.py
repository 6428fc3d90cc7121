"""The files are looked for where platformdirs says, in every environment."""

import sys
from pathlib import Path

import platformdirs
import pytest

from tui_app.disk.paths import APPLICATION, config_file, state_file


@pytest.mark.parametrize("home", ["/home/somebody", "/home/somebody/", "/", "", None])
@pytest.mark.parametrize("given", ["/else where", "relative", "~/x", "", " ", None])
def test_the_places_are_those_of_platformdirs(monkeypatch, home, given):
    for name, value in (
        ("HOME", home),
        ("XDG_CONFIG_HOME", given),
        ("XDG_STATE_HOME", given),
    ):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    config = platformdirs.user_config_path(APPLICATION, appauthor=False)
    state = platformdirs.user_state_path(APPLICATION, appauthor=False)
    assert config_file() == config / "config.toml"
    assert state_file() == state / "state.json"


def test_other_systems_are_left_to_platformdirs(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(platformdirs, "user_config_path", lambda *_, **__: Path("/its"))
    assert config_file() == Path("/its/config.toml")
