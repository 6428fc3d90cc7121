"""Kept counts fit to the last byte, or there are none; they never grow without end."""

import os
from dataclasses import replace

import pytest

from tui_app.core.difference_columns import WorkedOut
from tui_app.disk import kept_files
from tui_app.disk.paths import counts_folder
from tui_app.review.options import MarkOptions
from tui_app.review.pair_key import pair_key
from tui_app.review.row_counting import kept_counts as module
from tui_app.review.row_counting.counted_rows import RowsToCount
from tui_app.review.row_counting.counting_work import (
    KnownCounts,
    count_rows,
    in_stretches,
)
from tui_app.review.row_counting.kept_counts import KeptCounts, know_kept_rows

KEY = bytes(range(32))


@pytest.fixture
def known(made):
    counted = tuple(in_stretches(count_rows(made, MarkOptions()), 60))
    return KnownCounts(RowsToCount.of(made.rows), b"pair", b"marks", counted)


@pytest.fixture
def kept(tmp_path):
    return KeptCounts(tmp_path / "a" / "counts", KEY)


def the_file(kept):
    (path,) = kept._file.path.parent.iterdir()
    return path


def as_plain(known):
    return [*known[:3], [one.to_bytes() for one in known.counted]]


def test_what_is_kept_is_read_again(kept, known):
    assert kept.read() is None
    kept.write(known)
    assert as_plain(kept.read()) == as_plain(known)
    kept.write(known._replace(marks=b"others"))
    assert kept.read().marks == b"others"


def test_no_word_of_the_texts_is_kept(kept, known, made, monkeypatch):
    monkeypatch.setattr(kept_files.zlib, "compress", lambda data, _: data)
    kept.write(known)
    data = the_file(kept).read_bytes()
    words = {word for word in made.left.text.split() if len(word) > 3}
    assert words
    assert not [word for word in words if word.encode() in data]


def test_it_is_nobody_elses_to_read(kept, known):
    kept.write(known)
    assert the_file(kept).stat().st_mode & 0o077 == 0
    assert kept._file.path.parent.stat().st_mode & 0o077 == 0


def test_counts_of_anything_else_are_none(kept, known):
    kept.write(known)
    other = KeptCounts(kept._file.path.parent, KEY[::-1])
    the_file(kept).rename(other._file.path)
    assert other.read() is None


def test_every_bit_of_damage_is_noticed(kept, known):
    kept.write(known)
    path = the_file(kept)
    whole = path.read_bytes()
    for place in range(0, len(whole), 7):
        changed = bytearray(whole)
        changed[place] ^= 1 << place % 8
        path.write_bytes(changed)
        found = kept.read()
        # What pads the last byte of the packed bits means nothing.
        assert found is None or as_plain(found) == as_plain(known)
    for end in range(0, len(whole), 97):
        path.write_bytes(whole[:end])
        assert kept.read() is None
    path.write_bytes(whole + b"more")
    assert kept.read() is None


def test_a_file_that_is_packed_to_be_endless_is_refused(kept, known, monkeypatch):
    kept.write(known)
    monkeypatch.setattr(kept_files, "_MOST_UNPACKED", 100)
    assert kept.read() is None


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
def test_what_is_no_file_is_passed_by(kept, known, make):
    kept._file.path.parent.mkdir(parents=True)
    make(kept._file.path)
    assert kept.read() is None
    kept.write(known)  # over a pipe, not over a folder


def test_the_oldest_go_where_pairs_are_many(tmp_path, known, monkeypatch):
    monkeypatch.setattr(kept_files, "MOST_FILES", 3)
    every = [KeptCounts(tmp_path, bytes([number]) * 32) for number in range(5)]
    for age, one in enumerate(every):
        one.write(known)
        os.utime(one._file.path, (age, age))
        every[0].read()  # it is used again and again
    assert [one._file.path.exists() for one in every] == [
        True,
        False,
        False,
        True,
        True,
    ]


def test_the_oldest_go_where_they_are_large(tmp_path, known, monkeypatch):
    first, second = (KeptCounts(tmp_path, bytes([number]) * 32) for number in (1, 2))
    first.write(known)
    size = first._file.path.stat().st_size
    monkeypatch.setattr(kept_files, "MOST_BYTES", 2 * size - 1)
    second.write(known)
    assert [one._file.path.exists() for one in (first, second)] == [False, True]
    monkeypatch.setattr(kept_files, "MOST_BYTES", size - 1)
    first.write(known)
    assert not first._file.path.exists()


def test_where_nothing_can_be_kept_nothing_happens(tmp_path, known):
    (tmp_path / "a").write_text("a file where a folder should be")
    kept = KeptCounts(tmp_path / "a" / "counts", KEY)
    kept.write(known)
    assert kept.read() is None


def test_a_full_disk_leaves_nothing_half_written(kept, known, monkeypatch):
    kept.write(known)

    def full(*_):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("tui_app.disk.durable.write_all", full)
    kept.write(known._replace(marks=b"others"))
    assert the_file(kept) == kept._file.path
    assert kept.read().marks == b"marks"


@pytest.fixture
def counted(made, known, monkeypatch):
    """Return a comparison that a reader has counted, as it is before it is told."""
    monkeypatch.setattr(module, "MANY_ROWS", 1)
    key = pair_key(made.left, made.right, made.translation)
    KeptCounts(counts_folder(), key).write(known)
    return replace(made, _worked_out=WorkedOut())


def test_whoever_compares_a_counted_pair_again_knows_its_rows(counted, made):
    know_kept_rows(counted)
    assert counted.is_worked_out
    rows = range(len(made.rows))
    paired = [row for row in rows if made.rows[row].left and made.rows[row].right]
    told = [counted.worked_out(row) for row in paired]
    assert told == [made.differences(row) for row in paired]


def test_other_rows_of_the_pair_are_not_known_by_them(counted):
    other = replace(counted, rows=counted.rows[1:])
    know_kept_rows(other)
    assert not other.is_worked_out


def test_a_pair_nobody_counted_is_not_known(made, monkeypatch):
    monkeypatch.setattr(module, "MANY_ROWS", 1)
    fresh = replace(made, _worked_out=WorkedOut())
    know_kept_rows(fresh)
    assert not fresh.is_worked_out
