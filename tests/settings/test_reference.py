"""The documentation of keys and settings says what the program does."""

from pathlib import Path

from tui_app.settings.reference import entries_table, keys_page

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_of_keys_is_that_of_the_table():
    assert (DOCS / "keys.md").read_text(encoding="utf-8") == keys_page()


def test_the_page_of_settings_holds_every_entry():
    assert entries_table() in (DOCS / "config.md").read_text(encoding="utf-8")
