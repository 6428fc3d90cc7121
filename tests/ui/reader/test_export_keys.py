"""``E`` writes the pair to a file beside the reading; ``Esc`` stops it."""

import csv
import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from tui_app.core.exports import variants as variants_module
from tui_app.core.exports.forms import BY_NAME
from tui_app.core.segmentation import segment
from tui_app.disk import durable
from tui_app.ui.reader.export_keys import ExportKeys
from tui_app.ui.screens.export_box import ExportScreen, Wanted, default_stem
from tui_app.ui.widgets.one_of import OneOf


class Exporting:
    """The key on a real notebook, without an app; the thread is waited for."""

    def __init__(self, made):
        self.made = made
        self.progress, self.left = [], []
        self.keys = ExportKeys(
            made.review,
            made.desk,
            made.reader.host,
            lambda call: call(),
            self.progress.append,
            lambda: self.left.append("left"),
        )

    def write(self, place, *, name="csv", taken="all", replace=False):
        self.keys.begin(Wanted(BY_NAME[name], taken, Path(place), replace))
        self.wait()

    def wait(self):
        for thread in threading.enumerate():
            if thread.name == "export":
                thread.join(20)

    @property
    def said(self):
        return self.made.reader.said


@pytest.fixture
async def exporting(writer):
    return Exporting(await writer())


def rows(place):
    with place.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


async def test_all_goes_out_with_the_notes(exporting, tmp_path):
    await exporting.made.write("who counted?")
    exporting.write(tmp_path / "out.csv")
    assert exporting.said[-1] == f"Written: {tmp_path / 'out.csv'}"
    found = rows(tmp_path / "out.csv")
    assert found[0]["note"] == "who counted?"
    assert {"number", "modality", "removed"} <= {row["kind"] for row in found}
    assert exporting.progress[-1] == ""


async def test_only_facts_or_notes_or_what_is_unreviewed_goes_out(exporting, tmp_path):
    await exporting.made.do("row-down")
    await exporting.made.write("here")
    await exporting.made.do("reviewed")
    exporting.write(tmp_path / "facts.csv", taken="facts")
    assert {row["kind"] for row in rows(tmp_path / "facts.csv")} == {
        "number",
        "modality",
    }
    exporting.write(tmp_path / "noted.csv", taken="with notes")
    assert {row["row"] for row in rows(tmp_path / "noted.csv")} == {"2"}
    exporting.write(tmp_path / "rest.csv", taken="unreviewed")
    assert "2" not in {row["row"] for row in rows(tmp_path / "rest.csv")}


async def test_what_fails_is_told_and_the_old_file_stands(
    exporting, tmp_path, monkeypatch
):
    (tmp_path / "out.csv").write_text("old")

    def full(file, data):
        os.write(file, data[:4])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(durable, "write_all", full)
    exporting.write(tmp_path / "out.csv", replace=True)
    assert exporting.said[-1].startswith("NOT WRITTEN. ")
    assert "the disk is full" in exporting.said[-1]
    assert (tmp_path / "out.csv").read_text() == "old"
    assert not list(tmp_path.glob(".diptych-tmp*"))


async def test_escape_stops_it_and_the_old_file_stands(
    exporting, tmp_path, monkeypatch
):
    (tmp_path / "out.csv").write_text("old")
    begun, stopped = threading.Event(), threading.Event()

    def slow(_report):
        yield "row\r\n"
        begun.set()
        assert stopped.wait(20)
        yield "1\r\n"
        yield "2\r\n"

    monkeypatch.setattr(variants_module, "variants", slow)
    wanted = Wanted(BY_NAME["csv"], "all", tmp_path / "out.csv", True)
    exporting.keys.begin(wanted)
    assert begun.wait(20)
    await exporting.keys.ask()
    assert exporting.said[-1].startswith("Writing already")
    exporting.keys.leave()
    stopped.set()
    exporting.wait()
    assert exporting.said[-1] == "Stopped; nothing was written."
    assert (tmp_path / "out.csv").read_text() == "old"
    assert not list(tmp_path.glob(".diptych-tmp*"))
    assert exporting.left == []


async def test_who_leaves_the_reader_leaves_nothing_half_written(
    exporting, tmp_path, monkeypatch
):
    begun = threading.Event()

    def endless(_report):
        while True:
            yield "row\r\n"
            begun.set()

    monkeypatch.setattr(variants_module, "variants", endless)
    exporting.keys.begin(Wanted(BY_NAME["csv"], "all", tmp_path / "out.csv", False))
    assert begun.wait(20)
    exporting.keys.close()
    assert not list(tmp_path.glob("*out.csv"))
    assert not list(tmp_path.glob(".diptych-tmp*"))


async def test_escape_does_what_it_does_while_nothing_is_written(exporting):
    exporting.keys.leave()
    assert exporting.left == ["left"]


async def test_while_the_texts_are_aligned_nothing_is_asked(writer):
    exporting = Exporting(await writer(aligned=False))
    await exporting.keys.ask()
    assert not exporting.made.reader.opened
    assert exporting.said == ["The texts are still being aligned."]


# The box --------------------------------------------------------------------------


def test_the_file_is_named_after_both_titles():
    bare = segment("", None, "sentence")
    left = replace(bare, title="The Mill: a report of Monday by nobody known")
    right = replace(bare, title="The Mill / <again>")
    assert default_stem(left, right) == "the-mill-a-report-of-monday-by~the-mill-again"
    assert default_stem(left, left) == "the-mill-a-report-of-monday-by"
    assert default_stem(bare, bare) == "comparison"


async def box_of(app, pilot, until):
    await until(pilot, lambda: app.screen.desk.notebook)
    await pilot.press("E")
    await until(pilot, lambda: isinstance(app.screen, ExportScreen))
    return app.screen


async def test_a_form_is_chosen_named_and_written(
    open_reader, until, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    app = open_reader()
    async with app.run_test(size=(100, 30)) as pilot:
        reader = app.screen
        screen = await box_of(app, pilot, until)
        while screen.form.name != "md":
            await pilot.press("right")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is reader)
        place = tmp_path / "the-river-report.md"
        await until(pilot, place.exists)
        assert place.read_text().startswith("# Two texts compared")


async def test_a_file_that_is_there_is_asked_for(
    open_reader, until, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out.csv").write_text("old")
    app = open_reader()
    async with app.run_test(size=(100, 30)) as pilot:
        reader = app.screen
        screen = await box_of(app, pilot, until)
        while screen.form.name != "csv":
            await pilot.press("right")
        await pilot.press("tab", "tab", "ctrl+u", *"out.csv")
        await pilot.press("enter")
        assert app.screen is screen
        assert "Enter again replaces it" in told(screen)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is reader)
        await until(pilot, lambda: (tmp_path / "out.csv").read_text() != "old")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("no/such.html", "no such folder"),
        (".", "it is a folder"),
        ("left.txt", "would replace it"),
        ("", "no name is given"),
        ("a" * 300, "not written: "),
    ],
)
async def test_a_place_that_is_no_good_is_told_in_the_box(
    open_reader, until, tmp_path, monkeypatch, name, why
):
    monkeypatch.chdir(tmp_path)
    app = open_reader()
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await box_of(app, pilot, until)
        await pilot.press("tab", "tab", "ctrl+u", *name, "enter")
        assert app.screen is screen
        assert why in told(screen)
        await pilot.press("escape")
        assert app.screen is not screen


def told(screen):
    return str(screen.query_one("#trouble").content)


async def test_the_words_of_a_choice_can_be_clicked(open_reader, until):
    app = open_reader()
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await box_of(app, pilot, until)
        taken = screen.query_one("#taken", OneOf)
        await pilot.click(taken, offset=(8, 0))
        assert taken.word == "facts"


async def test_the_box_fits_a_narrow_and_low_screen(open_reader, until, screen_lines):
    app = open_reader()
    async with app.run_test(size=(40, 11)) as pilot:
        screen = await box_of(app, pilot, until)
        await pilot.press(*["right"] * 4)
        lines = screen_lines(app)
        assert any(f"[{screen.form.name}]" in line for line in lines)
        assert any(screen.form.endings[0] in line for line in lines)


async def test_what_is_wrong_is_seen_in_the_lowest_terminal(
    open_reader, until, tmp_path, monkeypatch, screen_lines
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out.csv").write_text("old")
    app = open_reader()
    async with app.run_test(size=(20, 6)) as pilot:
        await box_of(app, pilot, until)
        await pilot.press("tab", "tab", "ctrl+u", *"out.csv", "enter")
        await pilot.pause()
        shown = " ".join(" ".join(screen_lines(app)).split())
        assert "This file is there; Enter again replaces it." in shown
