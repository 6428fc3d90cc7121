"""The box for names: Tab completes, Enter opens, trouble is said in it."""

import pytest

from tui_app.library.named_paths import refuse_unopenable_names
from tui_app.ui.library_screens.path_box import PathScreen


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Stand in a folder with some texts."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    for name in ("report one.txt", "report two.txt", "reports/a.txt"):
        (tmp_path / name).write_text("One.\n", encoding="utf-8")


@pytest.fixture
def opened(open_start):
    """Return a function that presses keys in the box: its line, and what was taken."""

    async def press(*keys, click=None):
        app, taken = open_start(), []
        async with app.run_test(size=(80, 24)) as pilot:
            screen = PathScreen(refuse_unopenable_names)
            await app.push_screen(screen, taken.append)
            await pilot.press(*keys)
            if click is not None:
                await pilot.click(screen.picks, offset=click)
                await pilot.pause()
            said = "".join(str(one.content) for one in screen.query("#said"))
            line = "".join(one.value for one in screen.query("#filter"))
            return line, taken, said

    return press


async def test_tab_goes_on_as_far_as_names_agree_and_then_takes_the_one_pointed_at(
    opened,
):
    assert (await opened("r", "tab"))[0] == "report"
    assert (await opened("r", "tab", "down", "tab"))[0] == r"report\ two.txt "
    assert (await opened(*"reports", "tab"))[0] == "reports/"
    assert (await opened(*"reports/", "tab"))[0] == "reports/a.txt "


async def test_enter_takes_what_is_pointed_at_and_opens_what_is_typed(opened):
    line, taken, _ = await opened("r", "down", "enter")
    assert line == r"report\ two.txt "
    assert not taken
    _, taken, _ = await opened(*"reports", "enter")
    assert taken == [("reports",)]
    keys = [*"'report one.txt' reports/a.txt"]
    _, taken, _ = await opened(*keys, "enter")
    assert taken == [("report one.txt", "reports/a.txt")]


async def test_a_click_takes_the_name_under_it(opened):
    line, _, _ = await opened("r", click=(4, 1))
    assert line == r"report\ two.txt "


async def test_what_cannot_be_opened_is_said_and_the_box_stays(opened):
    for keys, why in (
        ((), "is named"),
        ([*"gone.txt reports/a.txt"], "no such file"),
        ([*"reports/a.txt"], "no second text"),
    ):
        _, taken, said = await opened(*keys, "enter")
        assert why in said
        assert not taken
    assert (await opened("escape"))[1] == [None]


async def test_why_is_seen_of_a_name_however_long(open_start):
    app = open_start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = PathScreen(refuse_unopenable_names, "x" * 300)
        await app.push_screen(screen)
        await pilot.press("enter")
        said = str(screen.query_one("#said").content)
    assert len(said) < 78
    assert "too long" in said
