"""What was read once is not read again, and a cache that fails does no harm."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tui_app.core.file_stamp import stamp_of
from tui_app.library import kept_texts
from tui_app.library.file_reading import read_file
from tui_app.library.kept_texts import KeptTexts
from tui_app.library.text_card import TextCard

TEXT = "The minister said that the talks were long and open."


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "kept"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    return str(path)


def keep(folder, *paths):
    kept = KeptTexts(folder)
    read = [read_file(path, kept) for path in paths]
    kept.keep(read)
    kept.close()
    return [one.card for one in read]


def known(folder, path):
    kept = KeptTexts(folder)
    found = kept.cards([(path, stamp_of(path))])
    kept.close()
    return found.get(path)


def test_what_is_kept_comes_back_as_it_was(folder, file):
    (card,) = keep(folder, file)
    assert card.words == 10
    assert known(folder, file) == card


def test_a_refusal_is_kept_as_well(folder, tmp_path):
    path = tmp_path / "b.bin"
    path.write_bytes(os.urandom(4000))
    (card,) = keep(folder, str(path))
    assert "binary" in card.why
    assert known(folder, str(path)) == card


def test_what_could_not_be_opened_is_tried_again(folder, tmp_path):
    path = str(tmp_path / "gone.txt")
    (card,) = keep(folder, path)
    assert card.why == "is there no more"
    assert known(folder, path) is None


def test_a_changed_file_is_not_known(folder, file):
    keep(folder, file)
    Path(file).write_text(f"{TEXT} More.")
    assert known(folder, file) is None


def test_the_same_content_by_another_name_is_known(folder, file, tmp_path, monkeypatch):
    keep(folder, file)
    moved = tmp_path / "moved.txt"
    moved.write_text(TEXT)
    monkeypatch.setattr("tui_app.library.file_reading.card_of", None)
    kept = KeptTexts(folder)
    assert read_file(str(moved), kept).card.words == 10


def test_names_that_are_no_unicode_are_kept(folder, tmp_path):
    path = tmp_path / os.fsdecode(b"\xff.txt")
    try:
        path.write_text(TEXT)
    except OSError:
        pytest.skip("the disk takes Unicode names only")
    (card,) = keep(folder, str(path))
    assert known(folder, str(path)) == card


def test_files_that_are_gone_are_forgotten(folder, tmp_path):
    paths = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    for path in paths:
        Path(path).write_text(TEXT)
    keep(folder, *paths)
    kept = KeptTexts(folder)
    kept.forget_all_but(paths[:1], str(tmp_path))
    assert [*kept.cards((one, stamp_of(one)) for one in paths)] == paths[:1]


@pytest.mark.parametrize("damage", [b"no database", b"SQLite format 3\0" + b"x" * 5000])
def test_a_damaged_cache_is_made_anew_and_said(folder, file, damage):
    folder.mkdir()
    (folder / "texts.sqlite3").write_bytes(damage)
    kept = KeptTexts(folder)
    assert "was damaged" in kept.remark
    kept.close()
    (card,) = keep(folder, file)
    assert known(folder, file) == card


def test_a_cache_cut_short_is_done_without(folder, file):
    keep(folder, file)
    path = folder / "texts.sqlite3"
    path.write_bytes(path.read_bytes()[:5000])
    kept = KeptTexts(folder)
    kept.cards([(file, stamp_of(file))])
    kept.keep([read_file(file, kept)])
    kept.tidy()
    assert kept.remark


def test_what_another_version_kept_is_not_used(folder, file):
    keep(folder, file)
    with sqlite3.connect(folder / "texts.sqlite3") as store:
        store.execute("UPDATE about SET format = 'of old'")
    assert known(folder, file) is None


def test_a_cache_that_may_only_be_read_is_used(folder, file, monkeypatch):
    (card,) = keep(folder, file)

    def refuse(*_):
        raise sqlite3.OperationalError("attempt to write a readonly database")

    monkeypatch.setattr(KeptTexts, "_connected", refuse)
    kept = KeptTexts(folder)
    assert kept.cards([(file, stamp_of(file))]) == {file: card}
    kept.keep([read_file(file, kept)])
    assert "may not be written" in kept.remark


def test_no_place_for_a_cache_is_said(tmp_path, file):
    (tmp_path / "kept").write_text("a file")
    kept = KeptTexts(tmp_path / "kept")
    assert kept.remark
    assert read_file(file, kept).card.words == 10


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes with names")
def test_a_pipe_in_its_place_is_not_opened(folder):
    folder.mkdir()
    os.mkfifo(folder / "texts.sqlite3")
    assert "is no file" in KeptTexts(folder).remark


def test_two_readers_see_what_each_other_keeps(folder, file):
    one, other = KeptTexts(folder), KeptTexts(folder)
    read = read_file(file, one)
    one.keep([read])
    assert other.card_of_content(read.content) == read.card
    other.keep([read])
    assert [one.remark, other.remark] == ["", ""]


def test_no_more_is_kept_than_a_bound(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(kept_texts, "MOST_BYTES", 100_000)
    kept = KeptTexts(folder)
    for number in range(100):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"{number} " + TEXT * 200)
        kept.keep([read_file(str(path), kept)])
    for _ in range(20):
        kept.tidy()
    assert (folder / "texts.sqlite3").stat().st_size <= 120_000
    assert not kept.remark


def test_nothing_is_kept_without_a_folder(file):
    kept = KeptTexts(None)
    kept.keep([read_file(file, kept)])
    assert kept.cards([(file, stamp_of(file))]) == {}
    assert kept.card_of_content(b"") is None
    assert not kept.remark


def test_a_card_tells_nothing_where_there_is_no_text():
    assert TextCard(why="is empty").words == 0


@pytest.mark.parametrize(
    "fault",
    [
        "words = 'abc'",
        "words = words + 1",
        "words = 1e300",
        "runs = 'xx'",
        "runs = x'0102'",
        "names = 3",
        "title = x'ff00'",
        "title = NULL",
        "date = '1900-01-01'",
        "why = 'is none'",
        "sum = NULL",
    ],
)
def test_a_card_that_is_not_as_it_was_kept_is_made_anew(folder, file, fault):
    (card,) = keep(folder, file)
    with closing(sqlite3.connect(folder / "texts.sqlite3")) as store, store:
        store.execute(f"UPDATE texts SET {fault}")  # noqa: S608 - of this list
    assert known(folder, file) is None
    assert keep(folder, file) == [card]
    assert known(folder, file) == card


def test_tables_of_an_earlier_form_give_way(folder, file):
    folder.mkdir()
    with closing(sqlite3.connect(folder / "texts.sqlite3")) as store, store:
        store.executescript(
            "CREATE TABLE about (format TEXT); CREATE TABLE files (path TEXT);"
            "CREATE TABLE texts (content BLOB); INSERT INTO about VALUES ('earlier');"
        )
    (card,) = keep(folder, file)
    assert known(folder, file) == card
