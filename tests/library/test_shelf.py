"""A folder becomes a shelf: texts, related pairs, groups, and what is left out."""

import os
import random
import threading
from pathlib import Path

import pytest

from tui_app.core import helper_process
from tui_app.core.model import Progress
from tui_app.errors import UserError
from tui_app.library import file_readers, shelf_reading
from tui_app.library.samples import sample_files
from tui_app.library.shelf_reading import read_shelf

WORDS = [f"word{number}" for number in range(3000)]


def article(seed, count=300):
    draw = random.Random(seed)  # noqa: S311 - a text, no secret
    sentences = (" ".join(draw.choices(WORDS, k=12)) + "." for _ in range(count // 12))
    return " ".join(sentences)


@pytest.fixture
def folder(tmp_path):
    """Return a folder with sixty articles, of which the last is like the first."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:02}.txt").write_text(article(number % 59))
    return folder


@pytest.fixture
def many_at_once(monkeypatch):
    """Let every file be read by a process."""
    monkeypatch.setattr(file_readers, "_FEW", 0)


def last(*paths, **options):
    *_, shelf = read_shelf(paths, **options)
    return shelf


def named(shelf, pair):
    return [Path(shelf.texts[one].path).name for one in (pair.left, pair.right)]


def test_the_two_versions_of_one_briefing_come_first():
    shelf = last(*sample_files())
    best = shelf.pairs[0]
    assert [name[:3] for name in named(shelf, best)] == ["001", "004"]
    assert shelf.texts[best.left].date == "2022-05-29"
    assert best.source == "right"
    assert shelf.progress is None
    assert any({best.left, best.right} <= {*group} for group in shelf.groups)


def test_a_shelf_is_there_before_anything_is_read(tmp_path):
    first = next(read_shelf([tmp_path]))
    assert first.texts == ()
    assert first.progress == Progress(0, 0)


@pytest.mark.parametrize("processes", [0, 2])
def test_many_files_are_read_by_processes_as_by_one(folder, processes):
    shelf = last(folder, processes=processes)
    assert len(shelf.texts) == 60
    assert [named(shelf, pair) for pair in shelf.pairs] == [["00.txt", "59.txt"]]
    assert shelf.groups == ((0, 59),)
    assert shelf.left_out == ()


def test_what_is_read_is_shown_on_the_way(folder, monkeypatch):
    monkeypatch.setattr(shelf_reading, "_SHOW_EVERY", 0)
    monkeypatch.setattr(shelf_reading, "_SHOW_PART", 0)
    for shelf in read_shelf([folder]):
        for pair in shelf.pairs:
            assert max(pair.left, pair.right) < len(shelf.texts)
            assert named(shelf, pair) == ["00.txt", "59.txt"]
        if shelf.progress and shelf.progress.total:
            assert shelf.progress.done == len(shelf.texts)
    assert len(shelf.texts) == 60


def test_a_second_reading_finds_new_changed_and_deleted_files(
    folder, tmp_path, monkeypatch
):
    kept = tmp_path / "kept"
    last(folder, keep_in=kept)
    (folder / "00.txt").write_text(article(999))
    (folder / "01.txt").unlink()
    (folder / "new.txt").write_text(article(2))
    read = []
    whole = file_readers.read_file
    monkeypatch.setattr(
        file_readers,
        "read_file",
        lambda path, kept: read.append(Path(path).name) or whole(path, kept),
    )
    shelf = last(folder, keep_in=kept)
    assert read == ["00.txt", "new.txt"]
    assert [named(shelf, pair) for pair in shelf.pairs] == [["02.txt", "new.txt"]]
    assert last(folder, keep_in=kept) == shelf
    assert len(read) == 2


def test_a_file_that_vanishes_is_left_out_and_the_rest_read(folder, monkeypatch):
    found = shelf_reading.walk_files

    def then_gone(paths):
        yield from found(paths)
        (folder / "07.txt").unlink()

    monkeypatch.setattr(shelf_reading, "walk_files", then_gone)
    shelf = last(folder)
    assert len(shelf.texts) == 59
    (one,) = shelf.left_out
    assert (Path(one.path).name, one.why) == ("07.txt", "is there no more")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes with names")
def test_a_file_that_became_a_pipe_is_not_waited_for(folder, monkeypatch):
    found = shelf_reading.walk_files

    def then_a_pipe(paths):
        yield from found(paths)
        (folder / "07.txt").unlink()
        os.mkfifo(folder / "07.txt")

    monkeypatch.setattr(shelf_reading, "walk_files", then_a_pipe)
    assert last(folder).left_out[0].why == "is no plain file any more"


def test_what_cannot_be_read_is_told_beside_the_rest(folder):
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "blank.txt").write_text(" \n")
    (folder / "marks.txt").write_text("… !")
    (folder / "empty.txt").touch()
    shelf = last(folder)
    assert {Path(one.path).name: one.why for one in shelf.left_out} == {
        "binary.txt": "looks binary, not like text",
        "blank.txt": "is empty",
        "empty.txt": "is empty",
        "marks.txt": "has no words",
    }
    assert len(shelf.texts) == 60


@pytest.mark.usefixtures("many_at_once")
def test_a_file_that_ends_its_reader_is_left_out(tmp_path, monkeypatch):
    for name in ("a.txt", "deadly.txt", "z.txt"):
        (tmp_path / name).write_text(article(1))
    program = helper_process._PROGRAM.replace(
        "import_module(module)",
        "import os, tui_app.library.reading_process as one\n"
        "read = one.read_file\n"
        "one.read_file = lambda path, kept: (\n"
        "    os._exit(1) if 'deadly' in path else read(path, kept))\n"
        "import_module(module)",
    )
    monkeypatch.setattr(helper_process, "_PROGRAM", program)
    shelf = last(tmp_path)
    assert len(shelf.texts) == 2
    assert "ended the process" in shelf.left_out[0].why


@pytest.mark.usefixtures("many_at_once")
def test_a_file_that_takes_for_ever_is_given_up(tmp_path, monkeypatch):
    for name in ("a.txt", "endless.txt", "z.txt"):
        (tmp_path / name).write_text(article(1))
    program = helper_process._PROGRAM.replace(
        "import_module(module)",
        "import time, tui_app.library.reading_process as one\n"
        "read = one.read_file\n"
        "one.read_file = lambda path, kept: (\n"
        "    time.sleep(600) if 'endless' in path else read(path, kept))\n"
        "import_module(module)",
    )
    monkeypatch.setattr(helper_process, "_PROGRAM", program)
    monkeypatch.setattr(file_readers, "PATIENCE", 3.0)
    shelf = last(tmp_path)
    assert len(shelf.texts) == 2
    assert "took more than 3 seconds" in shelf.left_out[0].why


def test_without_processes_files_are_read_here(folder, monkeypatch):
    monkeypatch.setattr(file_readers.sys, "executable", "")
    assert len(last(folder).texts) == 60


def test_closed_early_it_leaves_no_process_and_no_thread(folder, monkeypatch):
    started = []
    begin = file_readers.subprocess.Popen
    monkeypatch.setattr(
        file_readers.subprocess,
        "Popen",
        lambda *given, **more: started.append(begin(*given, **more)) or started[-1],
    )
    monkeypatch.setattr(shelf_reading, "_SHOW_EVERY", 0)
    monkeypatch.setattr(shelf_reading, "_SHOW_PART", 0)
    reading = read_shelf([folder])
    while not (progress := next(reading).progress) or not progress.done:
        pass
    reading.close()
    assert started
    assert all(one.poll() is not None for one in started)


def test_nobody_wanting_it_ends_it(folder):
    asked = []

    def wanted():
        asked.append(None)
        return len(asked) < 30

    shelves = [*read_shelf([folder], wanted=wanted)]
    assert shelves[-1].progress is not None
    assert len(asked) == 30


def test_it_runs_on_a_thread(folder, tmp_path):
    found = []
    thread = threading.Thread(
        target=lambda: found.append(last(folder, keep_in=tmp_path / "kept"))
    )
    thread.start()
    thread.join(60)
    assert len(found[0].texts) == 60
    assert found[0].remark == ""


def test_trouble_with_the_cache_is_told_and_does_no_harm(folder, tmp_path):
    (tmp_path / "kept").write_text("no folder")
    shelf = last(folder, keep_in=tmp_path / "kept")
    assert len(shelf.texts) == 60
    assert "nothing is kept" in shelf.remark


def test_a_path_that_is_not_there(tmp_path):
    with pytest.raises(UserError, match="no such file"):
        last(tmp_path / "missing")


def test_one_text_in_several_formats_is_one_wording(tmp_path):
    words = article(1)
    (tmp_path / "a.txt").write_text(words)
    (tmp_path / "b.md").write_text(f"# A title\n\n{words}\n")
    shelf = last(tmp_path)
    assert shelf.pairs[0].shared_left == 1
    assert shelf.texts[1].title == "A title"


def test_a_text_without_a_title_is_called_by_its_file(tmp_path):
    (tmp_path / "a.txt").write_text("12 13\n")
    assert last(tmp_path).texts[0].called == "a.txt"
