"""Every screen and every way to read looks as its snapshot, cell by cell.

Where a look is changed on purpose: ``pytest tests/ui/screens --update-snapshots``.
"""

from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("words_are_said_shortly")

LINES = {80: 24, 120: 30}

SCREENS = (
    ("start", ()),
    ("reader", ("enter",)),
    ("help", ("?",)),
    ("help-searched", (*"fold",)),
    ("palette", ("escape", "ctrl+p")),
    ("themes", ("escape", "T")),
    ("go-to", ("escape", ":")),
    ("facts-list", ("escape", "I")),
    ("rows-list", ("shift+tab",)),
    ("concordance", ("escape", "C", *"bridge", "enter")),
    ("note-box", ("escape", "j", "a", *"twice")),
    ("kind-chosen", ("shift+tab", "right")),
    ("row-with-note", ("ctrl+s",)),
    ("notes-list", ("@",)),
    ("notes-filtered", ("slash", *"kind:x")),
    ("silence-box", ("escape", "escape", "]", "H")),
    ("export-box", ("escape", "E")),
)

READING = (
    ("at-first", ()),
    ("facts-only", ("f",)),
    ("stacked", ("f", "2")),
    ("merged", ("3",)),
    ("original", ("4",)),
    ("peek", ("j", "j", "p")),
    ("covered", ("1", "P")),
    ("stacked-covered", ("2", "p")),
    ("free", ("P", "g", "1", "s", "j", "j")),
    ("other-side", ("tab",)),
    ("narrower", ("s", "-", "-", "-", "-")),
    ("details", ("+", "+", "+", "+", "]", "]", "i")),
    ("details-moved", ("g", *"jjjjjj")),
    ("counterpart", ("i", "m")),
    ("folded", ("g", "z")),
    ("search-asked", ("z", "/", *"the")),
    ("search-hits", ("enter", "n")),
    ("selection", ("escape", "g", "j", "v", "l", "l", "l")),
    ("letter-marks", ("escape", "w")),
    ("no-word-marks", ("w",)),
    ("fact-marks", ("w",)),
    ("passage-marks", ("w",)),
    ("last-row", ("w", "G")),
    ("reviewed", ("g", "r", "r")),
    ("unreviewed-only", ("F",)),
    ("unlinked", ("F", "g", "j", "j", "x")),
    ("undone", ("U",)),
    ("paragraphs", ("u",)),
    ("lines", ("u",)),
)


async def differences(app, width, steps, snapshots):
    async with app.run_test(size=(width, LINES[width])) as pilot:
        for name, keys in steps:
            await pilot.press(*keys)
            await snapshots.look(pilot, name)
    return "\n\n".join(snapshots.differences())


@pytest.mark.parametrize("width", LINES)
@pytest.mark.parametrize("theme", ["dark", "light", "nocolor"])
async def test_every_screen_looks_as_ever(start_in_theme, snapshots, theme, width):
    kept = snapshots(f"screens-{theme}-{width}")
    wrong = await differences(start_in_theme(theme), width, SCREENS, kept)
    assert not wrong, wrong


@pytest.mark.parametrize(("theme", "width"), [("dark", 120), ("nocolor", 80)])
async def test_every_way_to_read_looks_as_ever(
    reader_in_theme, snapshots, theme, width
):
    kept = snapshots(f"reading-{theme}-{width}")
    wrong = await differences(reader_in_theme(theme), width, READING, kept)
    assert not wrong, wrong


LIBRARY = (
    ("pair", ()),
    ("filtered", ("slash", *"ferry")),
    ("alone", ("escape", "G")),
    ("left-out", ("o",)),
    ("names", ("escape", "colon", *"reports/a")),
)


@pytest.mark.parametrize(
    ("theme", "width"), [("dark", 80), ("light", 120), ("nocolor", 60)]
)
async def test_the_library_looks_as_ever(
    library_in_theme, snapshots, until, theme, width
):
    kept = snapshots(f"library-{theme}-{width}")
    app = library_in_theme(theme)
    async with app.run_test(size=(width, 30)) as pilot:
        await until(pilot, lambda: app.screen.listed.offer.shelf.texts)
        for name, keys in LIBRARY:
            await pilot.press(*keys)
            await kept.look(pilot, name)
    assert not "\n\n".join(kept.differences())


BOOK = "\n\n".join(
    f"CHAPTER {number}.\n\n{title}\n\nThe keeper of lamp {number} counted five boats."
    for number, title in (("I", "The Storm"), ("II", "The Quay"), ("III", "The Lamp"))
)
OTHER_BOOK = BOOK.replace("five", "nine").replace("CHAPTER II.\n\nThe Quay\n\n", "")


@pytest.fixture
def two_books(two_reports):
    """Put two books in the place of the two reports."""
    for path, text in zip(two_reports, (BOOK, OTHER_BOOK), strict=True):
        Path(path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("theme", ["dark", "light", "nocolor"])
@pytest.mark.usefixtures("two_books")
async def test_the_contents_of_books_look_as_ever(
    reader_in_theme, snapshots, until, theme, width
):
    kept = snapshots(f"contents-{theme}-{width}")
    app = reader_in_theme(theme)
    async with app.run_test(size=(width, 24)) as pilot:
        counts = app.screen.counts
        await until(pilot, lambda: counts.known and counts.up_to_date)
        await pilot.press("t")
        await kept.look(pilot, "contents")
    assert not "\n\n".join(kept.differences())
