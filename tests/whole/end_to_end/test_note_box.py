"""What is put into a note's box in a real terminal is in the note, once, and stays."""

import json

import pexpect

LEFT = "The harbour was closed for five years. The mayor spoke.\n"
RIGHT = "The harbour was closed for seven years. The mayor talked.\n"

PASTED = "\x1b[200~{}\x1b[201~"


def open_box(open_terminal, tmp_path, **environment):
    notes = str(tmp_path / "n.jsonl")
    child = open_terminal(LEFT, RIGHT, "--notes", notes, **environment)
    child.expect("harbour")
    # The notes open behind the first screen; the key is pressed until the box is up.
    for _ in range(20):
        child.send("a")
        if child.expect(["Note on row", pexpect.TIMEOUT], timeout=1.5) == 0:
            break
    return child


def save(child, tmp_path):
    """Save the note, end the program, and return the words on disk."""
    child.send("\x13")
    child.expect("Saved")
    child.send("q")
    child.expect(pexpect.EOF)
    lines = (tmp_path / "n.jsonl").read_bytes().splitlines()
    return [entry["body"] for entry in map(json.loads, lines) if "body" in entry]


def test_a_paste_into_a_note_is_on_disk_once(open_terminal, tmp_path):
    child = open_box(open_terminal, tmp_path)
    child.send(PASTED.format("low tide"))
    child.expect("low tide")
    assert save(child, tmp_path) == ["low tide"]


def test_an_editor_that_empties_its_file_leaves_the_words_and_the_draft(
    open_terminal, tmp_path
):
    script = tmp_path / "empties.sh"
    script.write_text('#!/bin/sh\n: > "$1"\n', encoding="utf-8")
    script.chmod(0o755)
    child = open_box(open_terminal, tmp_path, EDITOR=str(script), VISUAL="")
    child.send("twelve seals\x05")
    child.expect("left nothing")
    drafts = [
        path for path in (tmp_path / "STATE").rglob("*.json") if "drafts" in str(path)
    ]
    assert any("twelve seals" in path.read_text(encoding="utf-8") for path in drafts)
    assert save(child, tmp_path) == ["twelve seals"]


def test_what_the_editor_wrote_is_taken_back_by_undo(open_terminal, tmp_path):
    script = tmp_path / "writes.sh"
    script.write_text('#!/bin/sh\nprintf "quite other" > "$1"\n', encoding="utf-8")
    script.chmod(0o755)
    child = open_box(open_terminal, tmp_path, EDITOR=str(script), VISUAL="")
    child.send("twelve seals\x05")
    child.expect("quite other")
    child.send("\x1a")
    child.expect("twelve seals")
    assert save(child, tmp_path) == ["twelve seals"]


def test_a_silenced_fact_is_silent_in_the_next_run_and_still_in_the_diff(
    open_terminal, tmp_path
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
    again.expect("0 facts")
    again.send("U")
    again.expect("1 fact ")
