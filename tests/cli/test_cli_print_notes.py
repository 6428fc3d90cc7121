"""Whoever waits for a review gets its notes on standard output, the screen beside."""

import json
import os
import shlex
import subprocess
import sys

import pexpect
import pytest

from tui_app.cli.main import main

DIPTYCH = f"{shlex.quote(sys.executable)} -m tui_app"
FULL_SCREEN, RESTORED = "\x1b[?1049h", "\x1b[?1049l"


@pytest.fixture
def texts(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("The minister came. He spoke of xylophones.\n")
    (tmp_path / "b.txt").write_text("The minister came. He talked of xylophones.\n")
    note = ["notes", "add", "a.txt", "b.txt", "--row", "2", "-m", "Since when?"]
    assert main(note) == 0
    capsys.readouterr()
    return tmp_path


def read(command, folder, *keys, status=0):
    """Run the command in a terminal, press keys once the texts are shown, leave."""
    running = pexpect.spawn(
        "bash",
        ["-c", f"set -o pipefail; {command}"],
        cwd=str(folder),
        env=os.environ | {"TERM": "xterm-256color", "LANG": "C.UTF-8"},
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=60,
    )
    running.expect_exact(FULL_SCREEN)
    running.expect_exact("xylophones")
    for key, shown in keys:
        running.send(key)
        running.expect_exact(shown)
    running.send("q")
    running.expect_exact(RESTORED)
    running.expect(pexpect.EOF)
    running.wait()
    running.close()
    assert running.exitstatus == status
    return running.before


NEW_NOTE = (("a", "Note"), ("Who says so?\x13", "aved"))


def test_a_pipe_gets_the_notes_and_nothing_of_the_screen(texts):
    read(f"{DIPTYCH} a.txt b.txt --print-notes=json | cat > out", texts, *NEW_NOTE)
    found = json.loads((texts / "out").read_text())
    assert {note["body"]: note["rows"] for note in found} == {
        "Since when?": [2],
        "Who says so?": [1],
    }


def test_only_those_of_this_reading_where_it_is_asked(texts):
    read(f"{DIPTYCH} a.txt b.txt --print-notes=json,new > out", texts, *NEW_NOTE)
    (note,) = json.loads((texts / "out").read_text())
    assert note["body"] == "Who says so?"
    read(f"{DIPTYCH} a.txt b.txt --print-notes=new > out", texts)
    assert "##" not in (texts / "out").read_text()


def test_without_a_form_they_are_a_file_of_notes_to_import(texts, capsys):
    read(f"{DIPTYCH} --print-notes a.txt b.txt > out.md", texts)
    assert "\n## " in (texts / "out.md").read_text()
    assert main(["notes", "import", "a.txt", "b.txt", "out.md"]) == 0
    assert "0 new, 1 known already" in capsys.readouterr().out


def test_no_stream_need_be_the_terminal(texts):
    """An assistant starts a program so: it keeps all three streams."""
    command = f"{DIPTYCH} a.txt b.txt --print-notes=json </dev/null >out 2>errors"
    read(command, texts)
    (note,) = json.loads((texts / "out").read_text())
    assert note["body"] == "Since when?"
    assert (texts / "errors").read_text() == ""


def test_a_text_may_come_from_standard_input(texts):
    command = (
        f"cat a.txt | {DIPTYCH} - b.txt --notes n.jsonl --print-notes=json | cat >out"
    )
    read(command, texts, *NEW_NOTE)
    assert [one["body"] for one in json.loads((texts / "out").read_text())] == [
        "Who says so?"
    ]


def test_on_the_terminal_they_stand_below_what_was_there(texts):
    assert "Since when?" in read(f"{DIPTYCH} a.txt b.txt --print-notes", texts)


def test_an_editor_gets_the_terminal_too(texts):
    editor = texts / "editor"
    editor.write_text('#!/bin/sh\n[ -t 1 ] && echo "On a terminal" > "$1"\n')
    editor.chmod(0o755)
    keys = (("a", "Note"), ("\x05", "On a terminal"), ("\x13", "aved"))
    command = (
        f"EDITOR={editor} {DIPTYCH} a.txt b.txt --print-notes=json,new | cat > out"
    )
    read(command, texts, *keys)
    (note,) = json.loads((texts / "out").read_text())
    assert note["body"] == "On a terminal"


def test_rows_are_counted_in_the_unit_that_was_shown_last(texts):
    (texts / "a.txt").write_text("One. Two.\n\nThree xylophones came.\n")
    (texts / "b.txt").write_text("One. Two.\n\nThree xylophones went.\n")
    main(["notes", "add", "a.txt", "b.txt", "--row", "3", "-m", "x"])
    read(
        f"{DIPTYCH} a.txt b.txt --print-notes=json --unit paragraph > out",
        texts,
    )
    found = {
        one["body"]: one["rows"] for one in json.loads((texts / "out").read_text())
    }
    assert found["x"] == [2]


def test_trouble_before_the_screen_is_one_line_where_it_belongs(texts):
    done = subprocess.run(
        ["bash", "-c", f"{DIPTYCH} a.txt none.txt --print-notes"],
        check=False,
        cwd=texts,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        start_new_session=True,  # without a terminal
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("diptych: none.txt: there is no such file")
