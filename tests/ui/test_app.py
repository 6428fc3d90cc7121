"""The App: keys work, help lists them all, settings hold, nothing is read as markup."""

import pytest

from tui_app.review.samples import sample_files, sample_pairs
from tui_app.settings.keys import ACTIONS
from tui_app.settings.memory import Memory, Recent, Sources
from tui_app.ui.reader import screen as reader
from tui_app.ui.reader.screen import ReaderScreen
from tui_app.ui.screens.help_and_palette import HelpScreen, PaletteScreen
from tui_app.ui.screens.start import StartScreen
from tui_app.ui.screens.theme_picker import ThemeScreen
from tui_app.ui.theme import DARK, LIGHT
from tui_app.ui.widgets.hints import HintLine


async def test_the_reader_opens_on_both_texts(open_reader, screen_lines):
    app = open_reader()
    async with app.run_test(size=(120, 30)):
        assert isinstance(app.screen, ReaderScreen)
        text = "\n".join(screen_lines(app))
        assert "closed for five years" in text
        assert "closed for seven years" in text


async def test_every_reader_key_has_its_action(open_reader):
    app = open_reader()
    async with app.run_test():
        for action in ACTIONS:
            if action.scope == "app":
                assert hasattr(app, f"action_{action.method}"), action.id
        ids = [action.id for action in ACTIONS if action.scope == "reader"]
        acts = [name for part in app.screen.parts for name in part.acts()]
        assert sorted([*acts, "details"]) == sorted(ids)
        assert sorted(app.screen.acts) == sorted(ids)


async def test_an_act_is_done_by_its_id_also_one_that_waits(open_reader):
    app = open_reader(config='[keys]\nrow-down = "f9"\n')
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f9", "j")
        assert app.screen.review.row == 1
        await app.screen.run_action("act('search')")
        assert app.screen.search.is_typing
        app.perform("row-down")
        await pilot.pause()
        assert app.screen.review.row == 2


async def test_q_quits(open_reader):
    app = open_reader()
    async with app.run_test() as pilot:
        await pilot.press("q")
        await pilot.pause()
        assert not app.is_running


async def test_help_lists_every_action_with_its_keys(open_reader):
    app = open_reader(config='[keys]\nfold-same = "f9"\n')
    async with app.run_test() as pilot:
        await pilot.press("?")
        assert isinstance(app.screen, HelpScreen)
        shown = {entry.value: entry for entry in app.screen.picks.entries}
        assert {action.id for action in ACTIONS} <= set(shown)
        assert shown["fold-same"].tail == "f9"
        assert all(shown[action.id].tail for action in ACTIONS)


async def test_help_can_be_searched_and_does_what_is_picked(open_reader):
    app = open_reader()
    async with app.run_test() as pilot:
        await pilot.press("?", *"preview", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ThemeScreen)


async def test_what_cannot_be_done_here_is_said(open_start):
    app = open_start()
    async with app.run_test() as pilot:
        await pilot.press("?", *"next difference", "enter")
        await pilot.pause()
        assert [notice.message for notice in app._notifications] == [
            "Not here: next difference (differences)."
        ]


async def test_the_palette_offers_only_what_can_be_done_here(open_start):
    app = open_start()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        assert isinstance(app.screen, PaletteScreen)
        picked = [entry.value for entry in app.screen.picks.entries if entry.value]
        assert "help" in {command.action for command in picked}
        assert "next-difference" not in {command.action for command in picked}
        assert LIGHT in {command.theme for command in picked}


async def test_the_palette_shows_keys_and_obeys(open_reader):
    app = open_reader()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        tails = {e.value.action: e.tail for e in app.screen.picks.entries if e.value}
        assert tails["next-difference"] == "]"
        await pilot.press(*f"theme {LIGHT}", "enter")
        await pilot.pause()
        assert app.theme == LIGHT


async def test_themes_are_previewed_and_escape_brings_the_old_one_back(open_reader):
    app = open_reader()
    async with app.run_test() as pilot:
        await pilot.press("T", "down")
        assert app.theme == LIGHT
        await pilot.press("escape")
        await pilot.pause()
        assert app.theme == DARK


async def test_a_theme_that_is_kept_is_there_in_the_next_run(open_reader):
    first = open_reader()
    async with first.run_test() as pilot:
        await pilot.press("T", "down", "enter")
        await pilot.pause()
    assert open_reader().theme == LIGHT
    assert open_reader(config='theme = "nord"').theme == "nord"


async def test_user_keys_replace_the_defaults(open_reader):
    config = '[keys]\nhelp = "f1"\ntheme = ["?", ","]\n'
    app = open_reader(config=config)
    async with app.run_test() as pilot:
        await pilot.press("f1")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape", "?")
        assert isinstance(app.screen, ThemeScreen)
        await pilot.press("escape", "T")
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press(",")
        assert isinstance(app.screen, ThemeScreen)


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


async def test_the_footer_points_to_the_help_until_it_was_opened(open_reader):
    app = open_reader()
    async with app.run_test(size=(80, 24)) as pilot:
        footer = app.screen.query_one(HintLine)
        assert "all the keys" in footer.render().plain
        await pilot.press("?", "escape")
        await pilot.pause()
        assert "all the keys" not in footer.render().plain
    assert open_reader().hints()[0].long == ""


@pytest.mark.parametrize("width", [40, 60, 80])
async def test_the_footer_of_the_reader_keeps_help_and_quit(open_reader, width):
    app = open_reader()
    async with app.run_test(size=(width, 24)):
        shown = app.screen.query_one(HintLine).render().plain
        assert "? Help" in shown
        assert "q Quit" in shown


async def test_a_click_on_the_footer_does_what_it_says(open_reader):
    app = open_reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(HintLine, offset=(2, 0))
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)


HOSTILE = (
    "A\x1b]52;c;UFdORUQ=\x07Z \u009b31m \u202e reversed \u2066 x",
    "[/] [bold]x [@click=app.quit]q[/] [link=file:///p]p[/link] [sic] $error \\[ [",
)


@pytest.mark.parametrize("words", HOSTILE)
async def test_hostile_words_stay_literal_everywhere(open_reader, screen_lines, words):
    text = f"{words} one\n\nA sentence with {words} said five.\n"
    app = open_reader(
        text, text.replace("five", "seven"), names=("[bold]a[x].txt", "b.txt")
    )
    async with app.run_test(size=(100, 30)) as pilot:
        for keys in (["i"], ["I"], ["escape", ":"], ["escape", "?"], ["escape"]):
            await pilot.press(*keys)
            await pilot.pause()
            screen_lines(app)
        await pilot.press("ctrl+p", *"open b")
        await pilot.pause()
        shown = "\n".join(screen_lines(app))
        assert "[bold]a[x].txt" in shown
        await pilot.press("escape")
        app.notify(words, title=words)
        await pilot.pause()
        assert app.is_running
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


SIZES = [(20, 5), (60, 24), (400, 120)]


@pytest.mark.parametrize("size", SIZES)
async def test_no_size_of_the_terminal_is_too_much(open_reader, size):
    app = open_reader()
    async with app.run_test(size=size) as pilot:
        for key in ("i", "I", "escape", ":", "escape", "?", "escape", "T", "escape"):
            await pilot.press(key)
        await pilot.resize_terminal(20, 5)
        await pilot.press("?", "down", "escape")
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert app.is_running


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
    pairs = sample_pairs()
    assert len(sample_files()) == 5
    assert [pair.shared for pair in pairs] == sorted(
        (pair.shared for pair in pairs), reverse=True
    )
    app = open_start(pairs)
    async with app.run_test(size=(100, 30)) as pilot:
        assert isinstance(app.screen, StartScreen)
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert app.session.left.source == pairs[0].recent.pair.left


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
        entries = app.screen.query_one("PickList").entries
        assert [e.value.pair for e in entries if e.value] == [Sources(here, here)]
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
        assert isinstance(app.screen, StartScreen)
        assert any("a.txt" in notice.message for notice in app._notifications)


async def test_who_quits_at_once_finds_the_pair_remembered(open_reader, monkeypatch):
    monkeypatch.setattr(ReaderScreen, "_open_notes", lambda _: None)
    app = open_reader()
    async with app.run_test():
        pass
    state = app.environment.memory.read()
    assert [one.pair for one in state.recent] == [app.session.pair]
    assert state.place_of(app.session.pair) is not None


async def test_the_place_is_kept_while_reading_for_who_is_killed(
    open_reader, until, monkeypatch
):
    monkeypatch.setattr(reader, "_KEEP_EVERY", 0.05)
    app = open_reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("j", "j")
        memory, pair = app.session.memory, app.session.pair
        await until(pilot, lambda: memory.read().place_of(pair) == app.screen.place)
        assert app.screen.place.offset > 0


async def test_what_is_opened_is_remembered_as_the_latest(open_reader, tmp_path):
    app = open_reader()
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        (recent,) = Memory(tmp_path / "state" / "state.json").read().recent
    assert recent.pair == app.session.pair
    assert recent.left_title == app.session.left.title
    assert recent.unit == "sentence"


async def test_the_place_is_found_again(open_reader):
    first = open_reader()
    async with first.run_test(size=(100, 30)) as pilot:
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


async def test_ascii_means_ascii_on_every_screen(open_reader, screen_lines):
    app = open_reader(config="ascii = true\n")
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in (
            ["]", "i"],
            ["I"],
            ["escape", ":"],
            ["escape", "?"],
            ["escape", "T"],
        ):
            await pilot.press(*keys)
            await pilot.pause()
            strange = {c for line in screen_lines(app) for c in line if not c.isascii()}
            assert not strange, (keys, strange)


async def test_ctrl_c_says_how_to_quit(open_reader):
    app = open_reader(config='[keys]\nquit = ["Q", "W"]\n')
    async with app.run_test() as pilot:
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert [n.message for n in app._notifications] == ["Q or W quits."]
        assert app.is_running
