"""The table of one text against several, in the reader: looked at, left, written."""

import csv
import io

import pytest

from tui_app.ui.reader import table_work
from tui_app.ui.screens.witness_list import WitnessScreen

PASSAGES = [f"Passage {n} tells of the day {n} by the sea." for n in range(40)]
LEFT = "\n\n".join(PASSAGES)
RIGHT = LEFT.replace("day 7 ", "day 9 ")
FIRST = "\n\n".join(PASSAGES[3:])
EXTRA = "Nobody knows why the harbour was empty that morning."
SECOND = "\n\n".join([*PASSAGES[:20], EXTRA, *PASSAGES[20:]])


def ready(app):
    screen = app.screen
    return hasattr(screen, "view") and screen.desk.notebook is not None


def passage(app):
    review = app.screen.review
    side, offset = review.here
    return side, review.comparison.document(side).text[offset:].split(".")[0]


def title(app):
    return str(app.screen.query_one("#title").render())


def told(app):
    return str(app.screen.query_one("#text").render())


async def table(app, pilot, until, *, whole=True):
    await pilot.press("M")
    await until(pilot, lambda: isinstance(app.screen, WitnessScreen))
    if whole:
        await until(pilot, lambda: app.screen._is_whole)
    await pilot.pause()


@pytest.fixture
def opened(open_reader):
    def make(**how):
        return open_reader(LEFT, RIGHT, against=[FIRST, SECOND], **how)

    return make


async def test_it_tells_what_each_text_has_and_leads_to_a_passage_beside_one(
    opened, until, screen_lines
):
    app = opened()
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: ready(app))
        await pilot.press("j", "j", "j", "j", "j", "j", "j")
        before = passage(app)
        await table(app, pilot, until)
        assert title(app).startswith("Table: 40 passages beside 3 texts ")
        assert title(app).endswith("− missing · ↑ ↓ moved · ! facts differ")
        assert "39 there, 1 changed (1 with facts that differ), 0 missing" in told(app)
        line = next(one for one in screen_lines(app) if "Passage 7 " in one)
        assert "!1" in line
        assert line.count("=") == 2
        await pilot.press("escape")
        assert passage(app) == before  # as it was
        await table(app, pilot, until)
        await pilot.press("tab")
        assert "2 of 3" in told(app)
        assert "37 there, 0 changed, 3 missing" in told(app)
        await pilot.press(*"missing")
        assert len(app.screen.picks.entries) == 3
        await pilot.press("down", "enter")
        await until(pilot, lambda: ready(app) and app.opened.session.request.at == 1)
        assert app.screen.review.comparison.right.text == FIRST
        assert passage(app) == ("left", PASSAGES[1].removesuffix("."))
        await pilot.press("ctrl+o")
        assert passage(app) == before


async def test_a_passage_that_only_another_has_is_gone_to(opened, until, screen_lines):
    app = opened()
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: ready(app))
        await table(app, pilot, until)
        await pilot.press("end")
        await pilot.press(*"harbour")
        shown = "\n".join(screen_lines(app))
        assert "Only in the others" in shown
        await pilot.press("enter")
        await until(pilot, lambda: ready(app) and app.opened.session.request.at == 2)
        assert passage(app) == ("right", EXTRA.removesuffix("."))


async def test_what_was_found_is_there_when_it_is_opened_again(
    opened, until, monkeypatch
):
    app = opened()
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: ready(app))
        await table(app, pilot, until)
        await pilot.press("enter")
        monkeypatch.setattr(table_work.TableWork, "begin", None)  # nothing is begun
        before = app.screen
        await pilot.press(">")
        await until(pilot, lambda: app.screen is not before and ready(app))
        await table(app, pilot, until)
        assert title(app).startswith("Table: 40 passages beside 3 texts ")


async def test_another_link_by_hand_or_another_text_is_looked_at_again(
    opened, until, tmp_path
):
    app = opened()
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: ready(app))
        await table(app, pilot, until)
        await pilot.press("escape", "x")
        await until(pilot, lambda: len(app.screen.review.comparison.rows) == 41)
        (tmp_path / "other0.txt").write_text(LEFT)
        await table(app, pilot, until)
        assert "1 missing" in told(app)
        assert "1 passage only there" in told(app)
        await pilot.press("tab")
        assert "40 there" in told(app)


async def test_closed_early_the_work_ends_and_goes_on_the_next_time(
    opened, until, monkeypatch
):
    ended = []
    end = table_work.TableWork.end
    monkeypatch.setattr(
        table_work.TableWork, "end", lambda one: (ended.append(one), end(one))
    )
    app = opened()
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: ready(app))
        await table(app, pilot, until, whole=False)
        await pilot.press("escape")
        assert len(ended) == 1
        await table(app, pilot, until)


async def test_without_a_process_the_work_is_done_all_the_same(
    opened, until, monkeypatch
):
    monkeypatch.setattr("sys.executable", "")
    app = opened()
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: ready(app))
        await table(app, pilot, until)
        assert "39 there" in told(app)


async def test_a_text_that_cannot_be_read_is_a_line_and_the_others_are_told(
    opened, until, tmp_path
):
    app = opened()
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: ready(app))
        (tmp_path / "other0.txt").unlink()
        await table(app, pilot, until)
        await pilot.press("tab")
        assert "no such file" in told(app)
        await pilot.press("tab")
        assert "40 there" in told(app)
        await pilot.press("f2")
        assert "NOT WRITTEN" in told(app)


async def test_it_is_written_to_a_file(opened, until, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    app = opened()
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: ready(app))
        await table(app, pilot, until)
        (tmp_path / "table.csv").write_text("mine")
        await pilot.press("alt+e", "enter")
        assert (tmp_path / "table.csv").read_text() == "mine"
        await pilot.press("enter")
        await until(pilot, lambda: "Written: table.csv" in told(app))
        text = (tmp_path / "table.csv").read_bytes().decode("utf-8-sig")
        lines = list(csv.reader(io.StringIO(text)))
        assert len(lines) == 42
        assert lines[-1][4] == EXTRA
        await pilot.press("alt+e", *["backspace"] * 9, *"left.txt", "enter")
        assert "no form of a table" in str(app.screen.query_one("#trouble").render())
        assert (tmp_path / "left.txt").read_text() == LEFT


@pytest.mark.parametrize("size", [(40, 10), (60, 24), (80, 24), (200, 50)])
async def test_it_fits_with_thirty_texts(open_reader, until, size, screen_lines):
    app = open_reader(LEFT[:200], RIGHT[:200], against=[FIRST[:200]] * 30)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: ready(app))
        await table(app, pilot, until, whole=False)
        await pilot.press("shift+tab")
        assert app.screen.chosen == 30
        heads = str(app.screen.query_one("#heads").render())
        assert "31" in heads
        assert max(map(len, screen_lines(app))) <= size[0]


async def test_without_others_it_is_said_how_to_name_some(open_reader, until):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        await pilot.press("M")
        assert app.screen.status._said.startswith("There is no other text")
