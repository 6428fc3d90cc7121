"""Many notes are taken in at once: all of them or none, whenever one interrupts."""

import json
from pathlib import Path

import pytest

from tui_app.cli import notes
from tui_app.cli.main import main
from tui_app.core.loading import sources
from tui_app.core.segmentation import segment
from tui_app.notes.exchange.note_files import NoteForm, read_notes
from tui_app.notes.journal import journal
from tui_app.notes.notebook import Notebook

LEFT = " ".join(f"Witness {number} came." for number in range(1200))
PAIR = ["left.txt", "right.txt"]


def annotation(number):
    return {
        "type": "Annotation",
        "body": {"type": "TextualBody", "value": f"note {number}"},
        "target": {
            "source": "left.txt",
            "selector": {"type": "TextQuoteSelector", "exact": f"Witness {number} "},
        },
    }


@pytest.fixture(autouse=True)
def texts(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "left.txt").write_text(LEFT)
    (tmp_path / "right.txt").write_text(LEFT)
    made = [annotation(number) for number in range(1200)]
    (tmp_path / "notes.json").write_text(json.dumps(made))


def listed(capsys):
    assert main(["notes", "list", "--json", *PAIR]) == 0
    return len(json.loads(capsys.readouterr().out))


def test_all_are_written_at_once_and_made_sure_of_once(monkeypatch, capsys):
    written, synced = [], []
    write_all, sync = journal.write_all, journal.sync
    monkeypatch.setattr(
        journal, "write_all", lambda fd, data: written.append(write_all(fd, data))
    )
    monkeypatch.setattr(journal, "sync", lambda fd: synced.append(sync(fd)))
    assert main(["notes", "import", *PAIR, "notes.json"]) == 0
    assert (len(written), len(synced)) == (1, 1)
    assert capsys.readouterr().out == "1200 new\n"
    assert listed(capsys) == 1200


def test_who_interrupts_the_writing_has_none_of_them(monkeypatch, capsys):
    write_all = journal.write_all

    def half(fd, data):
        write_all(fd, data[: len(data) // 2])
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(journal, "write_all", half)
        assert main(["notes", "import", *PAIR, "notes.json"]) == 130
    assert capsys.readouterr().err == "diptych: notes: interrupted, none was saved\n"
    assert listed(capsys) == 0
    assert main(["notes", "import", *PAIR, "notes.json"]) == 0
    assert capsys.readouterr().out == "1200 new\n"


def test_who_interrupts_behind_it_is_told_that_all_are_there(monkeypatch, capsys):
    sync = journal.sync

    def late(fd):
        sync(fd)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(journal, "sync", late)
        assert main(["notes", "import", *PAIR, "notes.json"]) == 130
    said = "diptych: notes: interrupted, all 1200 new ones were saved\n"
    assert capsys.readouterr().err == said
    assert listed(capsys) == 1200


def test_how_many_places_were_looked_for_is_told(tmp_path):
    told = []
    documents = [segment(LEFT, name, "sentence") for name in PAIR]
    notebook = Notebook.open(*documents)
    data = (tmp_path / "notes.json").read_bytes()
    notebook.import_notes(read_notes(data, NoteForm.ANNOTATION), told.append)
    assert told == [(0, 1200), (500, 1200), (1000, 1200)]
    notebook.close()


@pytest.mark.parametrize("form", ["json", "csv", "md", "html"])
def test_what_was_written_of_many_notes_is_taken_in_again(form, monkeypatch, capsys):
    assert main(["notes", "import", *PAIR, "notes.json"]) == 0
    name = f"out.{form}"
    assert main(["notes", "export", *PAIR, name]) == 0
    capsys.readouterr()
    # A text of this size is refused: what is written of notes is longer than they are.
    monkeypatch.setattr(sources, "LARGEST_TEXT", Path(name).stat().st_size - 1)
    other = ["--notes", "other.jsonl"]
    assert main(["notes", "import", *PAIR, name, *other]) == 0
    assert capsys.readouterr().out == "1200 new\n"
    monkeypatch.setattr(notes, "_LARGEST", Path(name).stat().st_size - 1)
    assert main(["notes", "import", *PAIR, name, *other]) == 2
    assert "is larger than" in capsys.readouterr().err
