"""The samples are offered by how many groups of words they share."""

import pytest

from tui_app.review import samples
from tui_app.review.samples import sample_files, sample_pairs

FIRST = "The ferry left the harbour at noon and came back at night."
TEXTS = {
    "a.txt": FIRST,
    "b.txt": FIRST.replace("noon", "dawn"),
    "c.txt": "Nobody knew why the lamps of the northern town were lit.",
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return the folder of a checkout's samples; the installed ones are missing."""
    beside = tmp_path / "seeds"
    beside.mkdir()
    monkeypatch.setattr(samples, "_PACKAGE", tmp_path / "package")
    for name, text in TEXTS.items():
        (beside / name).write_text(text, encoding="utf-8")
    return beside


def names(pair):
    return tuple(source.rsplit("/", 1)[-1] for source in pair.recent.pair[:2])


@pytest.mark.usefixtures("folder")
def test_every_pair_is_offered_those_that_share_most_first():
    first, *others = sample_pairs()
    assert names(first) == ("a.txt", "b.txt")
    assert 0 < first.shared < 1
    assert {names(pair) for pair in others} == {
        ("a.txt", "c.txt"),
        ("b.txt", "c.txt"),
    }
    assert [pair.shared for pair in others] == [0, 0]


def test_a_text_and_its_copy_share_all(folder):
    (folder / "b.txt").write_text(FIRST, encoding="utf-8")
    assert sample_pairs()[0].shared == 1


def test_a_text_that_cannot_be_read_is_passed_over(folder):
    (folder / "b.txt").write_bytes(b"\0" * 100)
    assert [names(pair) for pair in sample_pairs()] == [("a.txt", "c.txt")]


def test_those_of_the_installed_package_come_first(folder):
    inside = folder.parent / "package" / "samples"
    inside.mkdir(parents=True)
    assert {path.parent for path in sample_files()} == {folder}
    (inside / "one.txt").write_text(FIRST, encoding="utf-8")
    assert sample_files() == [inside / "one.txt"]


def test_without_samples_none_are_offered(folder):
    for path in folder.iterdir():
        path.unlink()
    assert sample_pairs() == []
