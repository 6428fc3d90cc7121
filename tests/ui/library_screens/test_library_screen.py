"""The library: what belongs together is found, looked at, opened, and come back to."""

import threading

import pytest

from tui_app.core.model import Progress
from tui_app.library import shelf_reading
from tui_app.library.samples import sample_shelf
from tui_app.library.shelf import Shelf
from tui_app.settings.memory import Memory, Sources
from tui_app.ui import opened_screens
from tui_app.ui.beside import Abandoned
from tui_app.ui.library_screens import pair_glances
from tui_app.ui.library_screens.library_entries import Library
from tui_app.ui.library_screens.library_screen import LibraryScreen
from tui_app.ui.library_screens.path_box import PathScreen
from tui_app.ui.reader.screen import ReaderScreen
from tui_app.ui.widgets.hints import HintLine

HARBOUR = """The harbour of {town} was closed for {years} years

The harbour of {town} was closed for {years} years after the flood of 1998, and nobody
knew why the lamps on the quay were still lit every night when the ferry came in.

Engineers said that the work {must} be finished before the winter storms come back.
"""
FERRY = """A ferry for the islands

The new ferry for the islands will sail twice a day from the first of May, the {owner}
said, and it will take bicycles as long as there is room for them below the deck.
"""
ALONE = "Nine painters hung their pictures in the old mill. Nobody bought any of them."


@pytest.fixture
def folder(tmp_path):
    """Return a folder: three texts of one story, two of another, one alone, no text."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in {
        "a1.txt": HARBOUR.format(town="Larch", years="five", must="must"),
        "a2.txt": HARBOUR.format(town="Larch", years="seven", must="should"),
        "a3.txt": HARBOUR.format(town="Birch", years="five", must="must"),
        "b1.txt": FERRY.format(owner="company"),
        "b2.txt": FERRY.format(owner="mayor"),
        "c.txt": ALONE,
        "nothing.txt": "",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def names(value):
    return tuple(path.rsplit("/", 1)[-1] for path in value[:2])


def shown_pairs(app):
    values = (entry.value for entry in app.screen.query_one("PairList").entries)
    return [names(value) for value in values if isinstance(value, Sources)]


def picks(app):
    return app.screen.query_one("PairList")


def footer(app):
    return app.screen.query_one(HintLine).render().plain


@pytest.fixture
def read_all(until):
    """Return a function that waits until all of a library is listed."""

    async def wait(pilot):
        shelf = lambda: pilot.app.screen.listed.offer.shelf  # noqa: E731
        await until(pilot, lambda: shelf().texts and shelf().progress is None)

    return wait


@pytest.fixture
def reader_opened(until):
    """Return a function that waits until the reader is on top."""

    async def wait(pilot):
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        await until(pilot, lambda: pilot.app.screen.is_mounted)

    return wait


async def test_a_folder_is_listed_by_what_its_texts_share(
    open_library, folder, read_all, screen_lines
):
    app = open_library(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await read_all(pilot)
        pairs = shown_pairs(app)
        shelf = app.screen.listed.offer.shelf
        assert len(pairs) == len(shelf.pairs) >= 4
        assert ("b1.txt", "b2.txt") in pairs
        assert ("a1.txt", "c.txt") not in pairs
        shown = "\n".join(screen_lines(app))
        assert "6 texts" in shown
        assert "1 left out" in shown
        assert "Texts that share no wording with another" in shown
        assert "c.txt" in shown


async def test_the_preview_tells_what_both_share_and_which_facts_differ(
    open_library, folder, read_all, screen_lines, until
):
    app = open_library(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        await read_all(pilot)
        pair = Sources(str(folder / "a1.txt"), str(folder / "a2.txt"))
        picks(app).place_on(pair)

        def shown():
            return "\n".join(screen_lines(app))

        await until(pilot, lambda: "changed facts" in shown())
        assert "five → seven" in shown()
        assert "must → should" in shown()
        assert "of the left is in the right" in shown()
        await pilot.press("i")
        assert "of the left is in the right" not in shown()
        await pilot.press("i")
        assert "five → seven" in shown()


async def test_what_the_cursor_has_left_is_not_shown_any_more(
    open_library, folder, read_all, screen_lines, until, monkeypatch
):
    compared, told, closed = threading.Event(), [], []

    def slowly(pair):
        try:
            compared.wait(60)
            yield pair_glances.PairGlance(remark=f"looked at {names(pair)}")
            told.append(pair)
        finally:
            closed.append(pair)

    begun = []
    monkeypatch.setattr(
        pair_glances,
        "glances_at",
        lambda pair, *_: begun.append(pair) or slowly(pair),
    )
    first, second = (
        Sources(*(str(folder / name) for name in pair))
        for pair in (("a1.txt", "a2.txt"), ("b1.txt", "b2.txt"))
    )
    app = open_library(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        await read_all(pilot)
        for pair in (first, second):
            picks(app).place_on(pair)
            await until(pilot, lambda pair=pair: begun[-1:] == [pair])
        compared.set()
        await until(pilot, lambda: len(closed) == len(begun))
        await until(pilot, lambda: str(names(second)) in "\n".join(screen_lines(app)))
        assert str(names(first)) not in "\n".join(screen_lines(app))
        assert told == [second]


async def test_the_reader_leads_back_to_the_same_place_of_the_library(
    open_library, folder, read_all, reader_opened, until
):
    app = open_library(folder)
    async with app.run_test(size=(100, 14)) as pilot:
        await read_all(pilot)
        library = app.screen
        await pilot.press("/", *"txt", "down", "down")
        here, line = picks(app).current, picks(app).scroll_offset.y
        await pilot.press("enter")
        await reader_opened(pilot)
        assert "Esc Library" in footer(app)
        assert app.opened.session.left.source == here.left
        # What Esc leaves first is left first.
        await pilot.press("/", *"the", "enter", "escape")
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is library)
        assert picks(app).current == here
        assert picks(app).scroll_offset.y == line
        assert app.screen.query_one("#filter").value == "txt"
        assert len(app.screen_stack) == 1


async def test_the_footer_tells_the_keys_of_its_screen_after_the_help_as_well(
    open_library, folder, read_all, reader_opened
):
    app = open_library(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await read_all(pilot)
        before = footer(app)
        assert "all the keys" in before
        await pilot.press("?", "escape")
        assert footer(app) == before.replace(": all the keys", "")
        picks(app).action_first()
        await pilot.press("enter")
        await reader_opened(pilot)
        before = footer(app)
        assert "Esc Library" in before
        await pilot.press("?", "escape")
        assert footer(app) == before


async def test_the_others_of_the_group_go_along_to_the_reader(
    open_library, folder, read_all, reader_opened
):
    app = open_library(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await read_all(pilot)
        group = next(g for g in app.screen.listed.offer.shelf.groups if len(g) > 1)
        texts = [app.screen.listed.offer.shelf.texts[n].path for n in group]
        picks(app).place_on(Sources(texts[0], texts[1]))
        await pilot.press("enter")
        await reader_opened(pilot)
        assert set(app.opened.session.request.against) == set(texts[2:])


async def test_q_quits_from_the_library_and_from_a_reader_opened_there(
    open_library, folder, read_all, reader_opened
):
    for opened in (False, True):
        app = open_library(folder)
        async with app.run_test(size=(100, 30)) as pilot:
            await read_all(pilot)
            if opened:
                await pilot.press("enter")
                await reader_opened(pilot)
            await pilot.press("q")
            await pilot.pause()
            assert not app.is_running


async def test_a_filter_is_cleared_and_the_cursor_stays_on_its_pair(
    open_library, folder, read_all
):
    app = open_library(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await read_all(pilot)
        everything = shown_pairs(app)
        await pilot.press("/", *"b1")
        assert shown_pairs(app) == [("b1.txt", "b2.txt")]
        await pilot.press("escape")
        assert shown_pairs(app) == everything
        assert names(picks(app).current) == ("b1.txt", "b2.txt")
        await pilot.press("/", *"qqq")
        assert picks(app).current is None


async def test_the_list_is_sorted_anew_and_groups_are_gone_through(
    open_library, folder, read_all, until
):
    app = open_library(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await read_all(pilot)
        here = picks(app).current
        await pilot.press("down", "up")
        by_score = shown_pairs(app)
        assert by_score[0] == ("b1.txt", "b2.txt") == names(here)
        await pilot.press("s", "s", "s")
        await until(pilot, lambda: shown_pairs(app)[-1] == by_score[0])
        assert picks(app).current == here
        await pilot.press("G", "[", "[")
        await pilot.press("]")
        assert picks(app).current is not None


async def test_files_left_out_are_listed_with_why(
    open_library, folder, read_all, screen_lines
):
    app = open_library(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await read_all(pilot)
        await pilot.press("o")
        await pilot.pause()
        (line,) = [one for one in screen_lines(app) if "nothing.txt" in one]
        assert "is empty" in line
        await pilot.press("enter")
        assert isinstance(app.screen, LibraryScreen)


async def test_that_nothing_was_found_is_said_in_words(
    open_library, tmp_path, screen_lines, until
):
    (tmp_path / "empty").mkdir()
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "a.txt").write_text(ALONE, encoding="utf-8")
    (tmp_path / "two" / "b.txt").write_text(FERRY, encoding="utf-8")
    promises = {
        "empty": "There is no text here that can be read.",
        "two": "No two of these 2 texts share wording.",
    }
    for name, words in promises.items():
        app = open_library(tmp_path / name)
        async with app.run_test(size=(80, 24)) as pilot:

            def told(words=words, app=app):
                return words in "\n".join(screen_lines(app))

            await until(pilot, told)
            assert words in "\n".join(screen_lines(app))


async def test_a_changed_folder_is_read_again_and_the_cursor_stays(
    open_library, folder, read_all, until
):
    app = open_library(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await read_all(pilot)
        await pilot.press("down")
        here = picks(app).current
        (folder / "b3.txt").write_text(FERRY.format(owner="crew"), encoding="utf-8")
        await pilot.press("L")
        await until(pilot, lambda: ("b1.txt", "b3.txt") in shown_pairs(app))
        assert picks(app).current == here


async def test_a_library_opened_from_the_beginning_leads_back_and_is_offered_again(
    open_start, folder, read_all, until, tmp_path
):
    app = open_start(sample_shelf())
    async with app.run_test(size=(100, 30)) as pilot:
        first, library = app.screen, Library((str(folder),))
        await pilot.press("j")
        here = picks(app).current
        await pilot.press(":", *str(folder), "enter")
        await until(pilot, lambda: app.screen is not first)
        await read_all(pilot)
        assert "Esc Back" in footer(app)
        await app.workers.wait_for_complete()
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is first)
        # What was opened is listed, and the cursor is where it was.
        await until(pilot, lambda: library in [e.value for e in picks(app).entries])
        assert picks(app).current == here
    kept = Memory(tmp_path / "state" / "state.json").read()
    assert kept.libraries == ((str(folder),),)
    again = open_start()
    async with again.run_test(size=(100, 30)) as pilot:
        assert picks(again).current == Library((str(folder),))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(again.screen, LibraryScreen))
        await read_all(pilot)


async def test_a_text_alone_is_taken_along_to_the_line_where_names_are_typed(
    open_library, folder, read_all, reader_opened
):
    app = open_library(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await read_all(pilot)
        await pilot.press("G", "enter")
        assert isinstance(app.screen, PathScreen)
        await pilot.press(*str(folder / "b1.txt"), "enter")
        await reader_opened(pilot)
        assert app.opened.session.left.source == str(folder / "c.txt")


HOSTILE = "A\x1b]52;c;UFdORUQ=\x07Z [bold]x [@click=app.quit]q[/] \u202e reversed"


async def test_titles_and_names_nobody_vouches_for_are_harmless(
    open_library, folder, read_all, screen_lines
):
    for name in ("[bold]x1.txt", "\x1b]0;y\x07\u202e2.txt"):
        text = f"{HOSTILE}\n\n{FERRY}"
        (folder / name).write_text(text, encoding="utf-8")
    app = open_library(folder)
    async with app.run_test(size=(120, 30)) as pilot:
        await read_all(pilot)
        await pilot.press("/", *"bold", "tab")
        for _ in range(4):
            await pilot.press("down")
            await pilot.pause(0.2)
            shown = "\n".join(screen_lines(app))
            assert "\x1b" not in shown
            assert "\u202e" not in shown
            assert "[bold]x" in shown
        assert app.guard.hits == 0


@pytest.mark.parametrize("size", [(20, 6), (60, 24), (200, 50)])
async def test_every_size_shows_the_pair_under_the_cursor(
    open_library, folder, read_all, screen_lines, size
):
    app = open_library(folder)
    async with app.run_test(size=size) as pilot:
        await read_all(pilot)
        await pilot.press("G", "g")
        shown = screen_lines(app)
        assert any(line.startswith("▸") for line in shown)
        assert "Help" in shown[-1]


async def test_with_ascii_all_of_it_is_ascii(
    open_library, folder, read_all, screen_lines, until
):
    app = open_library(folder, config="ascii = true\n")
    async with app.run_test(size=(80, 30)) as pilot:
        await read_all(pilot)
        await until(pilot, lambda: "in left" in "\n".join(screen_lines(app)))
        for keys in ((), ("/", "b"), ("escape", "o"), ("escape", ":", *"/")):
            await pilot.press(*keys)
            await pilot.pause()
            shown = "\n".join(screen_lines(app))
            assert not {char for char in shown if not char.isascii()}, keys


async def test_a_path_that_is_gone_is_said(open_library, tmp_path, until):
    app = open_library(tmp_path / "gone")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app._notifications)
        (notice,) = app._notifications
        assert "gone" in notice.message
        await until(pilot, lambda: app.screen.listed.offer.shelf == Shelf())


async def test_a_fault_while_reading_or_comparing_is_said_and_the_screen_stays(
    open_library, folder, read_all, until, monkeypatch, screen_lines
):
    def broken(*_args, **_options):
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr(pair_glances, "glances_at", broken)
    app = open_library(folder)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await read_all(pilot)
        await until(pilot, lambda: "ZeroDivisionError" in "".join(screen_lines(app)))
        monkeypatch.setattr(shelf_reading, "read_shelf", broken)
        await pilot.press("L")
        await until(pilot, lambda: app._notifications)
        assert "a fault" in next(iter(app._notifications)).message
        assert len(shown_pairs(app)) == 4


async def test_what_takes_long_to_open_is_told_and_esc_stops_it(
    open_library, folder, read_all, until, screen_lines, monkeypatch
):
    goes_on, prepare = threading.Event(), opened_screens.prepare

    def slow(*asked):
        goes_on.wait(20)
        return prepare(*asked)

    monkeypatch.setattr(opened_screens, "prepare", slow)
    app = open_library(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        library = app.screen
        await read_all(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "opening b1.txt and b2.txt" in screen_lines(app)[0])
        await pilot.press("escape")
        assert "opening" not in screen_lines(app)[0]
        goes_on.set()
        await pilot.pause(0.3)
        assert app.screen is library
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await pilot.press("escape")
        assert "opening" not in screen_lines(app)[0]


async def test_how_far_the_opening_is_is_told_and_esc_ends_the_work(
    open_library, folder, read_all, until, screen_lines, monkeypatch
):
    goes_on, ended = threading.Event(), threading.Event()

    def slow(_request, _environment, tell):
        try:
            for step in range(2000):
                goes_on.wait(0.01)
                tell("reading b1.txt", Progress(step, 2000))
        except Abandoned:
            ended.set()
            raise

    monkeypatch.setattr(opened_screens, "prepare", slow)
    app = open_library(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await read_all(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "reading b1.txt 1%" in screen_lines(app)[0])
        await pilot.press("escape")
        assert "reading b1.txt" not in screen_lines(app)[0]
        await until(pilot, ended.is_set)


async def test_other_work_of_the_opening_is_told_however_soon_and_in_what_can_be_shown(
    open_library, folder, read_all, until, screen_lines, monkeypatch
):
    goes_on = threading.Event()

    def slow(_request, _environment, tell):
        tell("reading b1.txt", Progress())
        tell("reading b\x1b2.txt", Progress())
        goes_on.wait(20)
        tell("reading b\x1b2.txt", Progress(1, 2))

    monkeypatch.setattr(opened_screens, "prepare", slow)
    app = open_library(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await read_all(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "reading b␛2.txt" in screen_lines(app)[0])
        assert "b1.txt" not in screen_lines(app)[0]
        await pilot.press("escape")
        goes_on.set()


async def test_what_cannot_be_opened_is_not_said_to_be_opening_any_more(
    open_library, folder, read_all, until, screen_lines
):
    app = open_library(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await read_all(pilot)
        (folder / "b1.txt").unlink()
        await pilot.press("enter")
        await until(pilot, lambda: app._notifications)
        await pilot.pause(0.4)
        assert "opening" not in screen_lines(app)[0]


async def test_the_file_of_a_text_without_a_title_has_the_room_of_the_title(
    open_library, screen_lines, until, tmp_path
):
    words = "the harbour was closed and no ship came for seven years " * 3
    names = [f"{'long-' * 8}{number}.txt" for number in (1, 2)]
    for name in names:
        (tmp_path / name).write_text(f"{words}\n\n{words}", encoding="utf-8")
    app = open_library(tmp_path)
    async with app.run_test(size=(80, 30)) as pilot:
        await until(pilot, lambda: any(" right " in line for line in screen_lines(app)))
        lines = [
            line for line in screen_lines(app) if line.startswith((" left", " ri"))
        ]
    assert [line.split()[-1] for line in lines] == names
