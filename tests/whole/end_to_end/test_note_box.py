"""What is put into a note's box in a real terminal is in the note, once, and stays."""

import json

import pexpect

from tui_app.cli.main import main

LEFT = "The harbour was closed for five years. The mayor spoke.\n"
RIGHT = "The harbour was closed for seven years. The mayor talked.\n"

PASTED = "\x1b[200~{}\x1b[201~"


def press_until_the_box_is_up(child):
    # The notes open behind the first screen.
    for _ in range(20):
        child.send("a")
        if child.expect(["Note on row", pexpect.TIMEOUT], timeout=1.5) == 0:
            break


def words_on_disk(tmp_path):
    lines = (tmp_path / "n.jsonl").read_bytes().splitlines()
    return [entry["body"] for entry in map(json.loads, lines) if "body" in entry]


def save(child):
    child.send("\x13")
    child.expect("Saved")


def test_words_pasted_or_from_an_editor_are_on_disk_once_and_none_is_lost(
    open_terminal, tmp_path
):
    script = tmp_path / "editor.sh"
    script.write_text("#!/bin/sh\n")
    script.chmod(0o755)
    surroundings = {"EDITOR": str(script), "VISUAL": ""}
    notes = str(tmp_path / "n.jsonl")
    child = open_terminal(LEFT, RIGHT, "--notes", notes, **surroundings)
    child.expect("harbour")

    press_until_the_box_is_up(child)
    child.send(PASTED.format("low tide"))
    child.expect("low tide")
    save(child)
    assert words_on_disk(tmp_path) == ["low tide"]

    # An editor that empties its file leaves the words and the draft.
    script.write_text('#!/bin/sh\n: > "$1"\n', encoding="utf-8")
    child.send("j")
    press_until_the_box_is_up(child)
    child.send("twelve seals\x05")
    child.expect("left nothing")
    drafts = [
        path for path in (tmp_path / "STATE").rglob("*.json") if "drafts" in str(path)
    ]
    assert any("twelve seals" in path.read_text(encoding="utf-8") for path in drafts)

    # What an editor wrote is taken back by undo.
    script.write_text('#!/bin/sh\nprintf "quite other" > "$1"\n', encoding="utf-8")
    child.send("\x05")
    child.expect("quite other")
    child.send("\x1a")
    child.expect("twelve seals")
    save(child)
    child.send("q")
    child.expect(pexpect.EOF)
    assert words_on_disk(tmp_path) == ["low tide", "twelve seals"]


def shows(child, words):
    """Return whether the words come onto the screen, however long one waits."""
    return child.expect_exact([words, pexpect.EOF, pexpect.TIMEOUT]) == 0


def test_a_silenced_fact_is_silent_in_the_next_run_and_still_in_the_diff(
    open_terminal, tmp_path, capsys
):
    notes = str(tmp_path / "n.jsonl")
    child = open_terminal(LEFT, RIGHT, "--notes", notes)
    child.expect("1 fact ")
    child.send("]H")
    child.expect("five / seven")
    child.send("\r")
    child.expect("never told again")
    child.expect("0 facts")
    child.send("q")
    child.expect(pexpect.EOF)
    again = open_terminal(LEFT, RIGHT, "--notes", notes)
    assert shows(again, "0 facts")
    texts = [str(tmp_path / name) for name in ("left.txt", "right.txt")]
    assert main(["diff", *texts, "--facts", "--notes", notes]) == 1
    assert "five" in capsys.readouterr().out
    again.send("U")
    assert shows(again, "1 fact ")
