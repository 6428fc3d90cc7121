"""A kept text comes back to the letter or not at all."""

from __future__ import annotations

import pytest

from tui_app.notes.anchoring.locator import KeptTexts
from tui_app.notes.note import text_hash


@pytest.mark.parametrize("text", ["", "plain", "日本語\n", "\ud83d alone", "\0"])
def test_a_text_comes_back_as_it_was(tmp_path, text):
    kept = KeptTexts(tmp_path)
    kept.keep(text)
    kept.keep(text)
    assert kept.get(text_hash(text)) == text
    assert len(list(tmp_path.iterdir())) == 1


def test_a_damaged_or_exchanged_text_is_not_used(tmp_path):
    kept = KeptTexts(tmp_path)
    kept.keep("one")
    kept.keep("two")
    one, two = (tmp_path / f"{text_hash(text)}.txt.gz" for text in ("one", "two"))
    one.write_bytes(two.read_bytes())
    two.write_bytes(b"no gzip at all")
    assert kept.get(text_hash("one")) is None
    assert kept.get(text_hash("two")) is None


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "sha256-xyz", "sha256-"])
def test_a_name_from_a_notes_file_is_no_path(tmp_path, name):
    assert KeptTexts(tmp_path).get(name) is None
