"""Texts that change while one reads: said once, loaded with all that is theirs."""

import os
from contextlib import nullcontext
from pathlib import Path

import pytest
from textual.app import SuspendNotSupported

from tui_app.core.loading import load_extract
from tui_app.ui.widgets.hints import HintLine

LEFT = """The river report

The harbour was closed for five years after the flood of 1998.

Engineers said that the work must be finished before winter.

The mayor walked along the quay and spoke to the owners of the boats.

Nobody was hurt when the old crane fell on the stones of the yard.
"""
RIGHT = LEFT.replace("five", "seven").replace("must", "should")
ABOVE = "Somebody wrote this line above it all.\n\n"


@pytest.fixture
def said(monkeypatch):
    """Return what is said in the status line, in order."""
    from tui_app.ui.reader.status_line import StatusLine

    found, say = [], StatusLine.say
    monkeypatch.setattr(
        StatusLine, "say", lambda line, words: (found.append(words), say(line, words))
    )
    return found


def ready(app):
    screen = app.screen
    return hasattr(screen, "view") and screen.desk.notebook is not None


def hints(app):
    return [hint.label for hint in app.screen.query_one(HintLine)._shown]


def passage(app):
    review = app.screen.review
    side, offset = review.here
    return review.comparison.document(side).text[offset:].split(".")[0]


def noted_words(app):
    review = app.screen.review
    return [
        review.comparison.document(side).text[span.start : span.end]
        for side, span in review.attention.words_noted
    ]


def reviewed(app):
    comparison = app.screen.review.comparison
    rows = sorted(app.screen.review.attention.reviewed)
    return [comparison.left.unit_text(comparison.rows[row].left[0]) for row in rows]


async def load_again(app, pilot, until):
    before = app.screen
    await pilot.press("L")
    await until(pilot, lambda: app.screen is not before and ready(app))


async def test_a_text_edited_by_somebody_is_loaded_with_place_notes_and_marks(
    open_reader, until, tmp_path, said
):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        await pilot.press("r", "r", "v", "l", "a", *"why", "ctrl+s")
        await until(pilot, lambda: noted_words(app))
        await until(pilot, lambda: len(reviewed(app)) == 2)
        marks, words = reviewed(app), noted_words(app)
        await pilot.press("j", "F")
        here = passage(app)
        (tmp_path / "left.txt").write_text(ABOVE + LEFT)
        await until(pilot, lambda: "left.txt has changed; L loads it again." in said)
        assert hints(app)[0] == "Load again"
        assert passage(app) == here
        first = app.opened.first_review
        await load_again(app, pilot, until)
        assert app.screen.review.comparison.left.text == ABOVE + LEFT
        assert passage(app) == here
        assert app.screen.review.unreviewed_only
        await until(pilot, lambda: reviewed(app) == marks and noted_words(app) == words)
        assert "Load again" not in hints(app)
        assert app.opened.first_review is app.screen.review is not first
        assert app.opened.first_session.left.text == ABOVE + LEFT
        assert len(app.screen_stack) == 1
        # It is watched as the one before was.
        (tmp_path / "left.txt").write_text(LEFT)
        (tmp_path / "right.txt").write_text(RIGHT + ABOVE)
        await until(pilot, lambda: any("right.txt" in one for one in said))
        assert [one for one in said if "loads" in one][1:] in (
            ["left.txt and right.txt have changed; L loads them again."],
            [f"{n}.txt has changed; L loads it again." for n in ("left", "right")],
        )
        await load_again(app, pilot, until)
        assert app.screen.review.comparison.left.text == LEFT
        await until(pilot, lambda: reviewed(app) == marks)
    ((_, kept),) = app.opened.first_session.memory.read().places
    assert LEFT[kept.offset :].startswith(here)


async def test_what_is_typed_and_not_saved_stays(
    open_reader, until, tmp_path, screen_lines
):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        await pilot.press("j", "a", *"half a thought", "escape")
        (tmp_path / "right.txt").write_text(RIGHT + ABOVE)
        await load_again(app, pilot, until)
        (draft,) = app.screen.desk.drafting.open_drafts
        assert draft.body == "half a thought"
        await pilot.press("@")
        assert "half a thought" in "\n".join(screen_lines(app))


async def test_the_passage_stays_on_its_line_of_the_screen(
    open_reader, until, tmp_path
):
    lines = [f"Passage {n} tells of the day {n} by the sea." for n in range(80)]
    text = "\n\n".join(lines)
    app = open_reader(text, text.replace("tells", "speaks"))
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        await pilot.press("space", "space", "j", "j", "j", "m", "tab")
        here, line = passage(app), app.screen.window.panes.hold_cursor().y
        (tmp_path / "left.txt").write_text("\n\n".join(lines[:9] + lines[4:]))
        await load_again(app, pilot, until)
        assert passage(app) == here
        assert app.screen.window.panes.hold_cursor().y == line
        (tmp_path / "left.txt").write_text(text)
        await load_again(app, pilot, until)
        assert passage(app) == here
        assert app.screen.window.panes.hold_cursor().y == line


async def test_the_way_back_to_where_a_jump_began_is_known_still(
    open_reader, until, tmp_path
):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        await pilot.press("j", "j")
        here = passage(app)
        await pilot.press("G")
        (tmp_path / "left.txt").write_text(ABOVE + LEFT)
        await load_again(app, pilot, until)
        await pilot.press("ctrl+o")
        assert passage(app) == here


async def test_a_text_loaded_while_one_writes_waits_for_the_box_to_close(
    open_reader, until, tmp_path, monkeypatch
):
    from threading import Event

    from tui_app.ui.reader import text_keys

    goes_on, again = Event(), text_keys.reread
    monkeypatch.setattr(
        text_keys, "reread", lambda *how: goes_on.wait(20) and again(*how)
    )
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        reader = app.screen
        (tmp_path / "right.txt").write_text(RIGHT + ABOVE)
        await pilot.press("L", "j", "a", *"twice")
        goes_on.set()
        await until(pilot, lambda: reader._coming is not None)
        assert app.screen.query_one("NoteText").text == "twice"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen is not reader and ready(app))
        assert app.screen.review.comparison.right.text == RIGHT + ABOVE
        await until(pilot, lambda: len(app.screen.review.placed) == 1)
        assert app.screen.review.row == 1


async def test_a_text_that_is_gone_is_said_and_the_reading_stays(
    open_reader, until, tmp_path, said
):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        reader = app.screen
        (tmp_path / "right.txt").unlink()
        os.mkfifo(tmp_path / "right.txt")
        stays = "right.txt is a pipe by now; the reading stays as it is."
        await pilot.press("L")
        await until(pilot, lambda: said == [stays])
        await until(pilot, lambda: said == [stays, stays])
        await pilot.press("j", "r")
        await until(pilot, lambda: app.screen.review.attention.reviewed == {1})
        assert app.screen is reader
        assert "Load again" not in hints(app)


async def test_where_nothing_changed_or_can_change_that_is_said(
    open_reader, until, said, monkeypatch
):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        await pilot.press("L")
        await until(pilot, lambda: said == ["Both texts are as they were read."])
        monkeypatch.setattr(app.screen.texts, "_sources", ())
        await pilot.press("L")
        assert said[1:] == ["Neither text is a file, so none can be loaded again."]


@pytest.fixture
def editor(tmp_path, monkeypatch):
    """Make an editor, called vi; return what tells what it was called with."""
    script = tmp_path / "vi"
    script.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$@" >> {tmp_path}/called\n'
        f'test -e {tmp_path}/line && cat {tmp_path}/line >> "$2"\ntrue\n'
    )
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", f"'{script}'")
    monkeypatch.setattr("textual.app.App.suspend", lambda _app: nullcontext())
    return lambda: (tmp_path / "called").read_text().split()


async def test_a_passage_is_opened_at_its_line_and_its_edit_is_noticed(
    open_reader, until, tmp_path, said, editor
):
    (tmp_path / "line").write_text("One line more at the end.\n")
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        await pilot.press("j", "j", "tab", "ctrl+e")
        assert editor() == ["+5", str(tmp_path / "right.txt")]
        await until(pilot, lambda: said == ["right.txt has changed; L loads it again."])


async def test_the_line_is_that_of_the_file_as_it_is_now(
    open_reader, until, tmp_path, editor
):
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        await pilot.press("j", "j")
        (tmp_path / "left.txt").write_bytes(
            (ABOVE + LEFT).replace("\n", "\r\n").encode("utf-8-sig")
        )
        await pilot.press("ctrl+e")
        assert editor() == ["+7", str(tmp_path / "left.txt")]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("left.md", "is of the format Markdown, only of plain text is the line known"),
        ("left.srt", "is of the format subtitles"),
        ("left.txt.gz", "is packed"),
    ],
)
async def test_what_has_no_lines_of_its_own_is_not_opened(
    open_reader, until, said, monkeypatch, name, why
):
    import gzip

    monkeypatch.setenv("EDITOR", "never-to-be-run")
    texts = {
        "left.md": "# Head\n\n" + LEFT,
        "left.srt": "1\n00:00:01,000 --> 00:00:02,000\nThe river report\n",
        "left.txt.gz": LEFT,
    }
    if name.endswith(".gz"):
        write = Path.write_text
        monkeypatch.setattr(
            Path,
            "write_text",
            lambda path, text, **how: (
                path.write_bytes(gzip.compress(text.encode()))
                if path.name == name
                else write(path, text, **how)
            ),
        )
    app = open_reader(texts[name], RIGHT, names=(name, "right.txt"))
    assert load_extract(app.opened.session.left.source).text
    async with app.run_test(size=(200, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        app.screen.review.cursor.side = "left"
        await pilot.press("ctrl+e")
        assert len(said) == 1
        assert f"{name}: {why}" in said[0]


async def test_where_no_editor_can_be_opened_that_is_said(
    open_reader, until, said, monkeypatch
):
    def refuse(_app):
        raise SuspendNotSupported

    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: ready(app))
        await pilot.press("ctrl+e")
        assert said == ["$EDITOR: not set, set it to the editor of your choice"]
        monkeypatch.setenv("EDITOR", "vi")
        monkeypatch.setattr("textual.app.App.suspend", refuse)
        await pilot.press("ctrl+e")
        assert said[1:] == ["$EDITOR cannot be opened from this terminal."]
        monkeypatch.setattr("textual.app.App.suspend", lambda _app: nullcontext())
        monkeypatch.setenv("EDITOR", "no-such-editor")
        await pilot.press("ctrl+e")
        assert said[2:] == ["no-such-editor: No such file or directory"]
