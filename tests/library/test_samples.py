"""The samples are a shelf of their own: what is related, best first."""

import pytest

from tui_app.library import samples
from tui_app.library.samples import sample_files, sample_shelf

FIRST = (
    "The ferry left the harbour at noon and came back at night. Nobody on board had "
    "seen the light that the keeper of the northern tower lit at the break of day. "
    "The owners of the boats asked the mayor why the quay was closed for five years."
)
TEXTS = {
    "a.txt": FIRST,
    "b.txt": FIRST.replace("noon", "dawn"),
    "c.txt": "Nine painters hung pictures in an old mill.",
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


def names(shelf):
    return [text.path.rsplit("/", 1)[-1] for text in shelf.texts]


@pytest.mark.usefixtures("folder")
def test_those_that_share_wording_are_a_pair_and_nothing_more_comes():
    shelf = sample_shelf()
    assert names(shelf) == ["a.txt", "b.txt", "c.txt"]
    assert [pair[:2] for pair in shelf.pairs] == [(0, 1)]
    assert shelf.progress is None


def test_the_articles_that_travel_along_are_five_and_those_of_one_briefing_first():
    shelf = sample_shelf()
    assert [path.name[:3] for path in sample_files()] == [*map("00{}".format, range(5))]
    assert [name[:3] for name in names(shelf)] == ["000", "001", "002", "003", "004"]
    assert shelf.pairs[0][:2] == (1, 4)


def test_a_text_that_cannot_be_read_is_left_out(folder):
    (folder / "b.txt").write_bytes(b"\0" * 100)
    assert names(sample_shelf()) == ["a.txt", "c.txt"]


def test_those_of_the_installed_package_come_first(folder):
    inside = folder.parent / "package" / "samples"
    inside.mkdir(parents=True)
    assert {path.parent for path in sample_files()} == {folder}
    (inside / "one.txt").write_text(FIRST, encoding="utf-8")
    assert sample_files() == [inside / "one.txt"]


def test_without_samples_none_are_offered(folder):
    for path in folder.iterdir():
        path.unlink()
    assert sample_shelf().texts == ()
