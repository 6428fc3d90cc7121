"""The App: keys work, help lists them all, settings hold, nothing is read as markup."""

import asyncio

import pytest

from tui_app.library.samples import sample_shelf
from tui_app.settings.keys import ACTIONS
from tui_app.settings.memory import Memory, Recent, Sources
from tui_app.ui.app import DiptychApp
from tui_app.ui.library_screens.library_screen import LibraryScreen
from tui_app.ui.reader import screen as reader
from tui_app.ui.reader.screen import ReaderScreen
from tui_app.ui.screens.help_and_palette import HelpScreen, PaletteScreen
from tui_app.ui.screens.theme_picker import ThemeScreen
from tui_app.ui.theme import DARK, LIGHT
from tui_app.ui.widgets.hints import HintLine


async def test_the_reader_opens_on_both_texts_with_an_act_for_every_key(
    open_reader, screen_lines
):
    app = open_reader()
    async with app.run_test(size=(120, 30)):
        assert isinstance(app.screen, ReaderScreen)
        text = "\n".join(screen_lines(app))
        assert "closed for five years" in text
        assert "closed for seven years" in text
        for action in ACTIONS:
            if action.scope == "app":
                assert hasattr(app, f"action_{action.method}"), action.id
        ids = [action.id for action in ACTIONS if action.scope == "reader"]
        acts = [name for part in app.screen.parts for name in part.acts()]
        assert {*acts, "details"} == set(ids)
        # Linked words take the place of these acts of the pair, and of no others.
        twice = {act for act in acts if acts.count(act) > 1}
        assert twice == {"word-marks", "side-left", "side-right"}
        assert sorted(app.screen.acts) == sorted(ids)


OWN_KEYS = """[keys]
help = "f1"
theme = ["?", ","]
fold-same = "f9"
row-down = "f10"
quit = ["Q", "f8"]
"""


async def test_the_keys_of_the_user_replace_the_defaults_wherever_keys_are_named(
    open_reader,
):
    app = open_reader(config=OWN_KEYS)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f10", "j")
        assert app.screen.review.row == 1
        await pilot.press("?")
        assert isinstance(app.screen, ThemeScreen)
        await pilot.press("escape", "T")
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press(",")
        assert isinstance(app.screen, ThemeScreen)
        await pilot.press("escape", "f1")
        assert isinstance(app.screen, HelpScreen)
        shown = {entry.value: entry for entry in app.screen.picks.entries}
        assert {action.id for action in ACTIONS} <= set(shown)
        keys = {action.id: shown[action.id].pieces[0][0].strip() for action in ACTIONS}
        assert all(keys.values())
        assert keys["fold-same"] == "f9"
        await pilot.press("escape", "ctrl+c")
        await pilot.pause()
        assert [n.message for n in app._notifications] == ["Q or f8 quits."]
        assert app.is_running
        await pilot.press("f8")
        await pilot.pause()
        assert not app.is_running


async def test_an_act_is_done_by_its_id_also_one_that_waits_and_q_quits(open_reader):
    app = open_reader()
    async with app.run_test(size=(100, 30)) as pilot:
        await app.screen.run_action("act('search')")
        assert app.screen.search.is_typing
        app.perform("row-down")
        await pilot.pause()
        assert app.screen.review.row == 1
        await pilot.press("escape", "q")
        await pilot.pause()
        assert not app.is_running


async def test_what_cannot_be_done_here_is_said_and_not_offered(open_start):
    app = open_start()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        assert isinstance(app.screen, PaletteScreen)
        picked = [entry.value for entry in app.screen.picks.entries if entry.value]
        assert "help" in {command.action for command in picked}
        assert "next-difference" not in {command.action for command in picked}
        assert LIGHT in {command.theme for command in picked}
        await pilot.press("escape", "?", *"next difference", "enter")
        await pilot.pause()
        assert [notice.message for notice in app._notifications] == [
            "Not here: next difference (differences)."
        ]


async def test_what_is_picked_in_the_help_and_the_palette_is_done(open_reader):
    app = open_reader()
    async with app.run_test() as pilot:
        await pilot.press("?", *"theme, with", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ThemeScreen)
        await pilot.press("escape", "ctrl+p")
        keys = {entry.value.action: entry.pieces[0][0].strip()
                for entry in app.screen.picks.entries if entry.value}  # fmt: skip
        assert keys["next-difference"] == "]"
        await pilot.press(*f"theme {LIGHT}", "enter")
        await pilot.pause()
        assert app.theme == LIGHT


async def test_themes_are_previewed_and_only_one_that_is_kept_is_there_again(
    open_reader,
):
    app = open_reader()
    async with app.run_test() as pilot:
        await pilot.press("T", "down")
        assert app.theme == LIGHT
        await pilot.press("escape")
        await pilot.pause()
        assert app.theme == DARK
        assert open_reader().theme == DARK
        await pilot.press("T", "down", "enter")
        await pilot.pause()
    assert open_reader().theme == LIGHT
    assert open_reader(config='theme = "nord"').theme == "nord"


async def test_a_key_taken_from_the_reader_works_for_the_program(open_reader):
    app = open_reader(config='[keys]\nhelp = "j"\n')
    async with app.run_test() as pilot:
        await pilot.press("j")
        assert isinstance(app.screen, HelpScreen)


async def test_what_is_wrong_in_the_settings_is_said(open_reader):
    app = open_reader(config='[reading]\nlayout = "[/] wide"\n')
    async with app.run_test() as pilot:
        await pilot.pause()
        (said,) = [notice.message for notice in app._notifications]
        assert "config.toml" in said
        assert "reading.layout" in said
        assert '"stacked"' in said


async def test_the_footer_keeps_help_and_quit_and_points_to_the_help_until_opened(
    open_reader,
):
    app = open_reader()
    async with app.run_test(size=(80, 24)) as pilot:
        footer = app.screen.query_one(HintLine)
        assert "all the keys" in footer.render().plain
        for width in (40, 60, 80):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            shown = footer.render().plain
            assert footer.outer_size.width == width
            assert "? Help" in shown, width
            assert "q Quit" in shown, width
        await pilot.click(HintLine, offset=(2, 0))
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen), "a click does what it is on"
        await pilot.press("escape")
        await pilot.pause()
        assert "all the keys" not in footer.render().plain
    assert open_reader().hints()[0].long == ""


HOSTILE = (
    "A\x1b]52;c;UFdORUQ=\x07Z \u009b31m \u202e reversed \u2066 x",
    "[/] [bold]x [@click=app.quit]q[/] [link=file:///p]p[/link] [sic] $error \\[ [",
)


async def test_hostile_words_stay_literal_everywhere(open_reader, screen_lines):
    text = "\n\n".join(
        f"{words} one\n\nA sentence with {words} said five." for words in HOSTILE
    )
    app = open_reader(
        text, text.replace("five", "seven"), names=("[bold]a[x].txt", "b.txt")
    )
    async with app.run_test(size=(100, 30)) as pilot:
        for keys in (["i"], ["]", "]"], ["I"], ["escape", ":"], ["escape", "?"]):
            await pilot.press(*keys)
            await pilot.pause()
            screen_lines(app)
        await pilot.press("escape")
        await pilot.pause()
        shown = "\n".join(screen_lines(app))
        assert "A␛]52;c;UFdORUQ=" in shown
        assert "[@click=app.quit]q[/]" in shown
        await pilot.press("ctrl+p", *"open b")
        await pilot.pause()
        shown = "\n".join(screen_lines(app))
        assert "[bold]a[x].txt" in shown
        await pilot.press("escape")
        for words in HOSTILE:
            app.notify(words, title=words)
            await pilot.pause()
            assert app.is_running, words
    assert app.guard.hits == 0


async def test_the_gate_replaces_what_a_widget_let_through(open_start):
    from textual.content import Content
    from textual.widgets import Static

    app = open_start()
    async with app.run_test() as pilot:
        await app.screen.mount(Static(Content("A\x1b]52;c;UFdORUQ=\u009cZ")), before=0)
        await pilot.pause()
        assert "\x1b" not in app.export_screenshot()
        filtered = [
            segment.text
            for strip in app.screen._compositor.render_strips()
            for segment in app.guard.apply(list(strip), app.screen.background_colors[1])
        ]
    assert not any("\x1b" in text for text in filtered)
    assert app.guard.hits > 0


async def test_no_size_of_the_terminal_is_too_much_for_any_screen(open_reader):
    app = open_reader()
    async with app.run_test(size=(20, 5)) as pilot:
        for size in ((20, 5), (60, 24), (400, 120)):
            await pilot.resize_terminal(*size)
            for key in ("i", "I", "escape", ":", "escape", "?", "escape", "T"):
                await pilot.press(key)
            await pilot.press("escape")
            await pilot.resize_terminal(20, 5)
            await pilot.press("?", "down", "escape")
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.screen.query("DetailsPanel"), size
            await pilot.press("i")
            assert app.is_running, size


@pytest.mark.parametrize(("value", "colours"), [("", True), ("0", False), ("1", False)])
async def test_only_a_value_of_no_color_switches_colours_off(
    monkeypatch, value, colours
):
    monkeypatch.setenv("NO_COLOR", value)
    assert DiptychApp().no_color is not colours


async def test_without_colours_nothing_is_coloured(open_reader, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = open_reader()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("i")
        await pilot.pause()
        for strip in app.screen._compositor.render_strips():
            filtered = strip.apply_filter(app.get_line_filters()[-1], _black())
            for segment in filtered:
                style = segment.style
                assert style is None or style.color is None or style.color.is_default
                assert (
                    style is None or style.bgcolor is None or style.bgcolor.is_default
                )


def _black():
    from textual.color import Color

    return Color(0, 0, 0)


async def test_the_samples_are_offered_most_alike_first(open_start):
    samples = sample_shelf()
    app = open_start(samples)
    async with app.run_test(size=(100, 30)) as pilot:
        assert isinstance(app.screen, LibraryScreen)
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert (
            app.opened.session.left.source == samples.texts[samples.pairs[0].left].path
        )


async def test_recent_comparisons_come_first_and_what_is_gone_cannot_be_opened(
    open_start, tmp_path
):
    (tmp_path / "a.txt").write_text("One.\n", encoding="utf-8")
    here, gone = str(tmp_path / "a.txt"), str(tmp_path / "gone.txt")
    memory = Memory(tmp_path / "state" / "state.json")
    memory.change(lambda state: state.opened(Recent(Sources(gone, here))))
    memory.change(lambda state: state.opened(Recent(Sources(here, here))))
    app = open_start()
    async with app.run_test() as pilot:
        entries = app.screen.query_one("PairList").entries
        assert [e.value for e in entries if e.value] == [Sources(here, here)]
        assert any("no longer there" in e.words for e in entries)
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)


async def test_a_file_that_vanished_meanwhile_is_said_and_the_screen_stays(
    open_start, tmp_path
):
    path = tmp_path / "a.txt"
    path.write_text("One.\n", encoding="utf-8")
    memory = Memory(tmp_path / "state" / "state.json")
    memory.change(lambda state: state.opened(Recent(Sources(str(path), str(path)))))
    app = open_start()
    async with app.run_test() as pilot:
        path.unlink()
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        assert any("a.txt" in notice.message for notice in app._notifications)


async def test_who_quits_at_once_finds_the_pair_remembered(open_reader, monkeypatch):
    monkeypatch.setattr(ReaderScreen, "_open_notes", lambda _: None)
    app = open_reader()
    async with app.run_test():
        pass
    state = app.environment.memory.read()
    assert [one.pair for one in state.recent] == [app.opened.session.pair]
    assert state.place_of(app.opened.session.pair) is not None


async def test_the_place_is_kept_while_reading_for_who_is_killed(
    open_reader, until, monkeypatch
):
    monkeypatch.setattr(reader, "_KEEP_EVERY", 0.05)
    app = open_reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("j", "j")
        memory, pair = app.opened.session.memory, app.opened.session.pair
        await until(pilot, lambda: memory.read().place_of(pair) == app.screen.place)
        assert app.screen.place.offset > 0


async def test_what_is_opened_is_remembered_as_the_latest_and_its_place_found_again(
    open_reader, tmp_path
):
    first = open_reader()
    async with first.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await first.workers.wait_for_complete()
        (recent,) = Memory(tmp_path / "state" / "state.json").read().recent
        assert recent.pair == first.opened.session.pair
        assert recent.left_title == first.opened.session.left.title
        assert recent.unit == "sentence"
        await pilot.press("G")
        await pilot.pause()
        last = first.screen.review.cursor
        await pilot.press("q")
    again = open_reader()
    async with again.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert again.screen.review.row == last.row
        assert last.row > 0


async def test_a_pair_opened_again_from_the_palette_begins_where_it_was_left(
    open_reader,
):
    app = open_reader()
    async with app.run_test(size=(100, 30)) as pilot:
        first = app.screen
        await pilot.press("G")
        last = app.screen.review.row
        await pilot.press("ctrl+p", *"open left.txt", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.pause()
        assert app.screen is not first
        assert app.screen.review.row == last > 0


@pytest.mark.parametrize("key", "iC@a")
async def test_a_screen_opened_while_the_app_ends_is_no_fault(open_reader, key):
    for turns in range(4):
        app = open_reader()
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            app.simulate_key(key)
            for _ in range(turns):
                await asyncio.sleep(0)
            app.exit(return_code=129)
        assert not app.crash
        assert app.return_code == 129


@pytest.mark.parametrize("size", [(80, 24), (44, 11), (200, 50)])
@pytest.mark.parametrize("key", ["?", "ctrl+p", ":", "V", "@", "C", "E", "T", "a"])
async def test_the_foot_tells_the_keys_of_what_is_open_and_no_others(
    open_reader, screen_lines, key, size
):
    app = open_reader()
    async with app.run_test(size=size) as pilot:
        reader = app.screen
        assert "? Help" in screen_lines(app)[-1]
        await pilot.press(key)
        await pilot.pause()
        assert app.screen is not reader
        hints = app.screen.query_one(HintLine)
        assert hints.region.bottom == size[1]
        assert hints._shown
        foot = screen_lines(app)[-1]
        assert "? Help" not in foot
        assert all(hint.key in foot and hint.label in foot for hint in hints._shown)
        # No slivers of the texts stand beside the box.
        box = app.screen.query_one("#box").region
        assert key == "T" or box.width == size[0]
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is reader
        assert "? Help" in screen_lines(app)[-1]


async def test_while_words_are_selected_the_foot_tells_what_to_do_with_them(
    open_reader, screen_lines
):
    app = open_reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v")
        foot = screen_lines(app)[-1]
        first, _, rest = foot.strip().partition("  ?")
        assert first == "a Note on it  y Copy  Esc Leave it"
        assert "a Note" not in rest
        await pilot.press("escape")
        assert "Copy" not in screen_lines(app)[-1]


async def test_signals_are_heard_before_the_terminal_is_taken_and_after(
    open_reader, monkeypatch
):
    heard = []
    monkeypatch.setattr("tui_app.ui.app.end_in_order", heard.append)
    app = open_reader("One.", "One.")
    took = app._build_driver

    def take(**how):
        heard.append("taken")
        return took(**how)

    monkeypatch.setattr(app, "_build_driver", take)
    async with app.run_test():
        assert heard == [app, "taken", app]
