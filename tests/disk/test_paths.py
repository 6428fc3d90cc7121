"""The user's files are looked for where the XDG rules say."""

import sys
from pathlib import Path

import pytest

from tui_app.disk.paths import Store, config_file, state_file

VARIABLES = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other rules")
@pytest.mark.parametrize("given", [None, ""])
def test_without_a_word_from_the_user_they_are_in_the_home(monkeypatch, given):
    monkeypatch.setenv("HOME", "/home/somebody")
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        if given is not None:
            monkeypatch.setenv(name, given)
    home = Path("/home/somebody")
    assert config_file() == home / ".config/diptych/config.toml"
    assert state_file() == home / ".local/state/diptych/state.json"
    assert Store.of_user().pairs == home / ".local/share/diptych/pairs"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other rules")
def test_they_are_where_the_environment_says(monkeypatch):
    for name in VARIABLES:
        monkeypatch.setenv(name, f"/else where/{name}")
    assert config_file() == Path("/else where/XDG_CONFIG_HOME/diptych/config.toml")
    assert state_file() == Path("/else where/XDG_STATE_HOME/diptych/state.json")
    store = Store.of_user()
    assert store.texts == Path("/else where/XDG_DATA_HOME/diptych/texts")
    assert store.drafts("X") == Path("/else where/XDG_STATE_HOME/diptych/drafts/X")
