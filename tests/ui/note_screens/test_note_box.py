"""The box loses nothing that was typed and says when something could not be saved."""

import re
from contextlib import nullcontext

import pytest
from textual.app import App
from textual.events import Paste
from textual.widgets import Input, Static, TextArea

from tui_app.errors import UserError
from tui_app.notes.note import Anchor, Draft, NoteKind
from tui_app.ui.note_screens.external_editor import edited, editor_command
from tui_app.ui.note_screens.note_box import NoteBox
from tui_app.ui.note_screens.note_fields import LONGEST, LONGEST_PASTE, KindPicker
from tui_app.ui.note_screens.quoted_passage import QuotedPassage
from tui_app.ui.theme import mark_variables

ANCHORS = (
    Anchor("left", 0, 5, "A [b]x[/b] \x1b]0;t\x07", "", "", "sha256-0"),
    Anchor("right", 7, 7, "", "stood before", "", "sha256-0"),
)


class FakeShelf:
    def __init__(self) -> None:
        self.kept: list[Draft] = []
        self.saved: list[Draft] = []
        self.failure: UserError | None = None

    def keep(self, draft: Draft) -> None:
        self.kept.append(draft)

    def drop(self, draft: Draft) -> None:
        self.kept = [kept for kept in self.kept if kept.key != draft.key]

    def save(self, draft: Draft) -> None:
        if self.failure:
            raise self.failure
        self.saved.append(draft)


class Host(App[None]):
    def __init__(self, shelf: FakeShelf, body: str = "", tags=()) -> None:
        super().__init__()
        self.shelf = shelf
        self.body = body
        self.tags = tags
        self.results: list[bool | None] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return mark_variables(self.current_theme)

    def on_mount(self) -> None:
        draft = Draft("k", None, NoteKind.NOTE, self.body, self.tags, ANCHORS)
        box = NoteBox(draft, self.shelf, "Row 3", ("numbers", "names"))
        self.push_screen(box, self.results.append)


async def test_what_is_typed_is_saved_with_kind_and_tags(until):
    shelf = FakeShelf()
    app = Host(shelf)
    async with app.run_test() as pilot:
        await pilot.press(*"five", "enter", *"more")
        await pilot.press("tab", *"num", "right", "shift+tab", "shift+tab", "right")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(app.results))
    assert app.results == [True]
    (draft,) = shelf.saved
    assert draft.body == "five\nmore"
    assert draft.tags == ("numbers",)
    assert draft.kind is NoteKind.QUESTION
    assert draft.anchors == ANCHORS


async def test_the_draft_is_kept_while_typing_goes_on(until):
    shelf = FakeShelf()
    async with Host(shelf).run_test() as pilot:
        await pilot.press(*"abc")
        await until(pilot, lambda: bool(shelf.kept))
        assert shelf.kept[-1].body == "abc"


async def test_escape_keeps_the_draft(until):
    shelf = FakeShelf()
    app = Host(shelf)
    async with app.run_test() as pilot:
        await pilot.press(*"abc", "escape")
        await until(pilot, lambda: bool(app.results))
    assert app.results == [False]
    assert shelf.kept[-1].body == "abc"
    assert not shelf.saved


async def test_a_failure_to_save_is_said_and_the_words_stay(until):
    shelf = FakeShelf()
    shelf.failure = UserError("notes.jsonl", "no space left on device")
    app = Host(shelf)
    async with app.run_test() as pilot:
        await pilot.press(*"abc", "ctrl+s")
        trouble = app.screen.query_one("#trouble", Static)
        await until(pilot, lambda: "NOT SAVED" in str(trouble.content))
        assert "no space left" in str(trouble.content)
        assert app.screen.query_one(TextArea).text == "abc"
        assert shelf.kept[-1].body == "abc"
        shelf.failure = None
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(app.results))
    assert shelf.saved[-1].body == "abc"


async def test_an_untouched_note_leaves_no_draft():
    shelf = FakeShelf()
    async with Host(shelf, "as it was").run_test() as pilot:
        await pilot.press("escape")
        await pilot.pause()
    assert not shelf.kept


async def test_hostile_words_are_shown_and_do_nothing():
    body = "x [@click=app.quit]q[/] \x1b[31m"
    app = Host(FakeShelf(), body)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "\x1b" not in app.screen.query_one(TextArea).text
        passages = [str(p.content) for p in app.screen.query(QuotedPassage)]
        assert "[b]x[/b]" in passages[0]
        assert "\x1b" not in passages[0]
        assert "missing here" in passages[1]


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (200, 60)])
async def test_it_opens_in_any_terminal(size, until):
    shelf = FakeShelf()
    app = Host(shelf)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*"abc", "ctrl+s")
        await until(pilot, lambda: bool(app.results))
    assert shelf.saved[0].body == "abc"


def trouble(app):
    return str(app.screen.query_one("#trouble", Static).content)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
async def test_a_paste_is_set_once_into_the_words_and_into_the_tags(until, end):
    shelf = FakeShelf()
    app = Host(shelf)
    async with app.run_test() as pilot:
        app.post_message(Paste(f"tide{end}table"))
        await pilot.pause()
        await pilot.press("tab")
        app.post_message(Paste("quay,\nmoon"))
        await pilot.pause()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(app.results))
    (draft,) = shelf.saved
    assert draft.body == "tide\ntable"
    assert draft.tags == ("quay", "moon")


async def test_of_a_huge_paste_a_part_is_taken_and_that_is_said():
    app = Host(FakeShelf())
    async with app.run_test() as pilot:
        app.post_message(Paste("a long story. " * 70_000))
        await pilot.pause()
        taken = app.screen.query_one(TextArea).text
        assert 0 < len(taken) <= LONGEST_PASTE
        assert "980,000" in trouble(app)
        await pilot.press("ctrl+z")
        assert app.screen.query_one(TextArea).text == ""
        assert trouble(app) == ""


async def test_pastes_one_after_the_other_make_no_box_too_full_to_write_in():
    app = Host(FakeShelf())
    async with app.run_test() as pilot:
        for _ in range(7):
            app.post_message(Paste("a long story.\n" * 1_300))
            await pilot.pause()
        assert len(app.screen.query_one(TextArea).text) <= LONGEST
        assert "Only the first 0 of the 18,200" in trouble(app)


def test_more_than_a_box_holds_is_left_where_the_editor_wrote_it(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setenv(
        "EDITOR", 'sh -c \'head -c 200000 /dev/zero | tr "\\0" a > "$1"\' x'
    )
    failure = edited("words", editor_command(), LONGEST)
    assert "200,000 characters" in str(failure)
    (kept,) = tmp_path.glob("*/note.md")
    assert str(kept) in str(failure)
    assert len(kept.read_text()) == 200_000


async def test_the_hint_names_the_fields_in_the_order_in_which_tab_visits_them():
    app = Host(FakeShelf())
    async with app.run_test(size=(120, 30)) as pilot:
        strips = app.screen._compositor.render_strips()
        assert any("Tab tags, kind" in strip.text for strip in strips)
        await pilot.press("tab")
        assert isinstance(app.focused, Input)
        await pilot.press("tab")
        assert isinstance(app.focused, KindPicker)


async def test_words_typed_where_the_kind_is_chosen_change_nothing_and_are_told():
    app = Host(FakeShelf())
    async with app.run_test() as pilot:
        await pilot.press("shift+tab", *"high", "space", *"tide")
        await pilot.pause()
        assert app.screen.draft.kind is NoteKind.NOTE
        assert "kind is chosen" in trouble(app)
        app.screen.query_one("#trouble", Static).update("")
        app.post_message(Paste("hello"))
        await pilot.pause()
        assert app.screen.draft.kind is NoteKind.NOTE
        assert "kind is chosen" in trouble(app)


def use_editor(monkeypatch, app, script):
    """Have ctrl+e run the shell script; the file is its first argument."""
    monkeypatch.setenv("EDITOR", f"sh -c '{script}' x")
    monkeypatch.setattr(app, "suspend", nullcontext)


@pytest.mark.parametrize(
    "script", [': > "$1"', 'printf "\\n \\n" > "$1"', ': > "$1"; exit 1', 'rm "$1"']
)
async def test_an_editor_that_leaves_nothing_takes_nothing_away(
    monkeypatch, until, script
):
    shelf = FakeShelf()
    app = Host(shelf)
    use_editor(monkeypatch, app, script)
    async with app.run_test() as pilot:
        await pilot.press(*"abc", "ctrl+e")
        await until(pilot, lambda: bool(trouble(app)))
        assert "EDITOR" in trouble(app) or "sh" in trouble(app)
        assert app.screen.query_one(TextArea).text == "abc"
        assert shelf.kept[-1].body == "abc"


async def test_what_an_editor_wrote_can_be_taken_back_and_what_was_before_too(
    monkeypatch,
):
    app = Host(FakeShelf())
    use_editor(monkeypatch, app, 'printf "quite other words" > "$1"')
    async with app.run_test() as pilot:
        await pilot.press(*"ab", "enter", *"cd", "ctrl+e")
        text = app.screen.query_one(TextArea)
        assert text.text == "quite other words"
        await pilot.press("ctrl+z")
        assert text.text == "ab\ncd"
        await pilot.press("ctrl+z")
        assert text.text == "ab\n"
        await pilot.press("ctrl+y", "ctrl+y")
        assert text.text == "quite other words"


def test_the_editor_of_the_user_gets_the_words(monkeypatch, tmp_path):
    script = tmp_path / "ed it.sh"
    script.write_text('#!/bin/sh\nprintf " and more" >> "$1"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", f"'{script}'")
    assert edited("words", editor_command(), LONGEST) == "words and more"


@pytest.mark.parametrize(
    ("editor", "why"),
    [
        ("false", "nothing taken"),
        ("no-such-editor", "No such file"),
        ("sh -c 'rm \"$1\"' x", "left no text"),
        ('sh -c \'rm "$1"; mkdir "$1"\' x', "left no text (no file is there)"),
        ('sh -c \'rm "$1"; mkfifo "$1"\' x', "left no text (no file is there)"),
    ],
)
def test_an_editor_that_fails_is_told_and_takes_nothing(monkeypatch, editor, why):
    monkeypatch.setenv("EDITOR", editor)
    failure = edited("words", editor_command(), LONGEST)
    assert isinstance(failure, UserError)
    assert why in str(failure)


@pytest.mark.parametrize("end", ["", "; kill -9 $$"])
def test_words_in_another_encoding_stay_where_the_editor_wrote_them(
    monkeypatch, tmp_path, end
):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    script = f'printf "caf\\\\351" > "$1"{end}'
    monkeypatch.setenv("EDITOR", f"sh -c '{script}' x")
    failure = edited("words", editor_command(), LONGEST)
    assert "not UTF-8" in str(failure)
    (kept,) = tmp_path.glob("*/note.md")
    assert str(kept) in str(failure)
    assert kept.read_bytes() == b"caf\xe9"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_words_in_any_encoding_of_unicode_are_taken(monkeypatch, tmp_path, encoding):
    (tmp_path / "left").write_bytes("Größe\r\nund Maß\r\n".encode(encoding))
    monkeypatch.setenv("EDITOR", f"cp {tmp_path / 'left'}")
    assert edited("words", editor_command(), LONGEST) == "Größe\nund Maß"


WRITTEN = (
    "Donau\u00addampf \U0001f3f4\U000e0067\U000e007f 東京\u200b大学 \x1b[31m \ufeff"
)


async def test_what_a_note_holds_is_drawn_as_signs_and_kept_as_it_is(until):
    shelf = FakeShelf()
    app = Host(shelf, WRITTEN)
    async with app.run_test() as pilot:
        await pilot.press("!")
        drawn = "".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "Donau�dampf" in drawn
        assert "␛[31m" in drawn
        assert not re.search("[\x1b\u00ad\u200b\U000e0000-\U0010ffff]", drawn)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(app.results))
    assert shelf.saved[0].body == f"{WRITTEN}!"


async def test_what_is_pasted_or_written_in_the_editor_is_kept_as_it_is(monkeypatch):
    app = Host(FakeShelf())
    async with app.run_test() as pilot:
        app.post_message(Paste(f"{WRITTEN}\u2028on the next line"))
        await pilot.pause()
        assert app.screen.draft.body == f"{WRITTEN}\non the next line"
        use_editor(monkeypatch, app, 'printf "more of it" >> "$1"')
        await pilot.press("ctrl+e")
        assert app.screen.draft.body == f"{WRITTEN}\non the next linemore of it"
        await pilot.press("ctrl+z")
        assert app.screen.draft.body == f"{WRITTEN}\non the next line"


async def test_a_note_with_invisible_characters_only_looked_at_leaves_no_draft():
    shelf = FakeShelf()
    async with Host(shelf, WRITTEN).run_test() as pilot:
        await pilot.press("left", "escape")
        await pilot.pause()
    assert not shelf.kept


async def test_tags_are_shown_as_signs_and_kept_as_they_are():
    app = Host(FakeShelf(), tags=("Donau\u00addampf", "quay"))
    async with app.run_test() as pilot:
        await pilot.press("tab", *", moon")
        assert "\u00ad" not in app.screen.query_one(Input).value
        assert app.screen.draft.tags == ("Donau\u00addampf", "quay", "moon")


@pytest.mark.parametrize("editor", ["", "vi '"])
def test_an_editor_that_is_none_is_told_before_the_screen_is_left(monkeypatch, editor):
    monkeypatch.setenv("EDITOR", editor)
    with pytest.raises(UserError, match="EDITOR"):
        editor_command()


async def test_a_draft_that_cannot_be_kept_is_said_to_be_lost(until):
    class Full(FakeShelf):
        def keep(self, draft):
            raise UserError(draft.body, "no space left")

    app = Host(Full())
    async with app.run_test() as pilot:
        await pilot.press(*"abc", "escape")
        trouble = app.screen.query_one("#trouble", Static)
        await until(pilot, lambda: "NOT KEPT" in str(trouble.content))
        assert not app.results
        await pilot.press("escape")
        await until(pilot, lambda: bool(app.results))
    assert app.results == [None]


async def test_an_empty_note_is_not_saved_but_a_highlight_needs_no_words(until):
    shelf = FakeShelf()
    app = Host(shelf)
    async with app.run_test() as pilot:
        await pilot.press("ctrl+s")
        trouble = app.screen.query_one("#trouble", Static)
        await until(pilot, lambda: "empty" in str(trouble.content))
        await pilot.press("shift+tab", "left", "ctrl+s")
        await until(pilot, lambda: bool(app.results))
    (draft,) = shelf.saved
    assert draft.kind is NoteKind.HIGHLIGHT


async def test_a_note_emptied_again_leaves_no_draft(until):
    shelf = FakeShelf()
    app = Host(shelf)
    async with app.run_test() as pilot:
        await pilot.press(*"abc")
        await until(pilot, lambda: bool(shelf.kept))
        await pilot.press("backspace", "backspace", "backspace", "escape")
        await until(pilot, lambda: bool(app.results))
    assert app.results == [None]
    assert not shelf.kept


@pytest.mark.parametrize("height", [5, 10, 24])
async def test_lines_taken_back_take_the_scroll_bar_with_them(height):
    app = Host(FakeShelf())
    async with app.run_test(size=(80, height)) as pilot:
        text = app.screen.query_one(TextArea)
        for _ in range(20):
            await pilot.press("enter")
        assert text.show_vertical_scrollbar
        await pilot.press(*["ctrl+z"] * 20)
        assert text.text == ""
        assert not text.show_vertical_scrollbar
        await pilot.press(*["ctrl+y"] * 20)
        assert text.text == "\n" * 20
