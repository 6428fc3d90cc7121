"""Links by hand in a book: one replaces, one is added, one is taken out, all undone."""

import json

import pytest

from tui_app.cli.main import main


@pytest.fixture
def book(open_reader, story):
    """Return a function that opens a text of 1,200 passages and one retold of it."""
    lines = story(600, vocabulary=900, lengths=(6, 14))
    told = [" ".join(line.split()[::2]) + "." for line in lines[:40] + lines[43:]]
    config = '[reading]\nunit = "line"\n'
    return lambda: open_reader("\n".join(lines), "\n".join(told), config)


def _ready(app):
    screen = app.screen
    return (
        hasattr(screen, "view")
        and not screen.review.provisional
        and screen.desk.notebook is not None
    )


def _rows(app):
    return [(row.left, row.right) for row in app.screen.review.comparison.rows]


def _printed(capsys, folder, *notes):
    """Return the rows that the command line shows with these notes."""
    texts = [str(folder / name) for name in ("left.txt", "right.txt")]
    config = ["--config", str(folder / "config.toml")]
    capsys.readouterr()
    assert main(["align", *texts, "--json", *notes, *config]) == 0
    found = json.loads(capsys.readouterr().out)["rows"]
    return [(tuple(row["left"]), tuple(row["right"])) for row in found]


async def test_links_by_hand_hold_and_are_undone_in_a_book(
    book, until, capsys, tmp_path
):
    app = book()
    async with app.run_test(size=(110, 30)) as pilot:
        await until(pilot, lambda: _ready(app))
        seen = [_rows(app)]

        async def settle(*keys, left):
            row = next(n for n, one in enumerate(_rows(app)) if left in one[0])
            app.screen.window.go_to(row, "left")
            before = _rows(app)
            await pilot.press(*keys)
            await until(pilot, lambda: _rows(app) != before)
            seen.append(_rows(app))

        # In place of the link there was; besides it; one of two taken out again.
        await settle("tab", "j", "=", left=100)
        assert ((100,), (98,)) in seen[-1]
        await settle("tab", "j", "&", "escape", left=200)
        assert ((200, 201), (197, 198)) in seen[-1]
        await settle("D", left=200)
        assert ((200,), (197, 198)) in seen[-1]
        await settle("x", left=300)
        for unit in range(310, 490, 10):
            await settle("X", left=unit)
        assert len(seen) == 23
    assert (
        _printed(capsys, tmp_path, "--notes", str(tmp_path / "notes.jsonl")) == seen[-1]
    )
    assert _printed(capsys, tmp_path, "--no-notes") == seen[0]
    app = book()
    async with app.run_test(size=(110, 30)) as pilot:
        await until(pilot, lambda: _ready(app) and _rows(app) == seen[-1])
        for before in seen[-2::-1]:
            await pilot.press("U")
            await until(pilot, lambda before=before: _rows(app) == before)
        await pilot.press("ctrl+r")
        await until(pilot, lambda: _rows(app) == seen[1])
