"""The keys about notes, review and links do in the reader what the help says."""

import json

from tui_app.ui.note_screens.note_box import NoteBox
from tui_app.ui.note_screens.notes_list import NotesScreen


def _opened(app):
    screen = app.screen
    return not screen.review.provisional and screen.desk.notebook is not None


async def _ready(app, pilot, until):
    await until(pilot, lambda: hasattr(app.screen, "view"))
    await until(pilot, lambda: _opened(app))


async def _note(app, pilot, until, words, key="a"):
    count = len(app.screen.review.placed)
    await pilot.press(key)
    await until(pilot, lambda: isinstance(app.screen, NoteBox))
    await pilot.press(*words, "ctrl+s")
    await until(pilot, lambda: not isinstance(app.screen, NoteBox))
    await until(pilot, lambda: len(app.screen.review.placed) == count + 1)


async def test_a_note_is_on_its_row_and_there_again_in_the_next_run(open_reader, until):
    app = open_reader()
    async with app.run_test(size=(110, 30)) as pilot:
        await _ready(app, pilot, until)
        await pilot.press("j")
        await _note(app, pilot, until, "must")
        assert app.screen.review.attention.noted == {1}
    again = open_reader()
    async with again.run_test(size=(110, 30)) as pilot:
        await _ready(again, pilot, until)
        await until(pilot, lambda: again.screen.review.attention.noted == {1})
        (placed,) = again.screen.review.placed
        assert placed.note.body == "must"
        await pilot.press("}")
        assert again.screen.review.row == 1


async def test_undo_in_the_list_of_notes_gives_the_rows_back_too(open_reader, until):
    app = open_reader()
    async with app.run_test(size=(110, 40)) as pilot:
        await _ready(app, pilot, until)
        reader = app.screen
        before = [(row.left, row.right) for row in reader.review.comparison.rows]
        await pilot.press("x")
        await until(pilot, lambda: len(reader.review.comparison.rows) > len(before))
        await pilot.press("@")
        await until(pilot, lambda: isinstance(app.screen, NotesScreen))
        await pilot.press("U")
        await until(
            pilot,
            lambda: (
                [(row.left, row.right) for row in reader.review.comparison.rows]
                == before
            ),
        )
        assert app.screen.picks.current is None


async def test_ascii_means_ascii_in_the_box_and_the_list(open_reader, until):
    def shown():
        return "".join(strip.text for strip in app.screen._compositor.render_strips())

    app = open_reader(ascii=True)
    async with app.run_test(size=(110, 30)) as pilot:
        await _ready(app, pilot, until)
        await pilot.press("a")
        await until(pilot, lambda: "Note on row 1" in shown())
        assert shown().isascii()
        await pilot.press(*"odd", "ctrl+s")
        await until(pilot, lambda: not isinstance(app.screen, NoteBox))
        await until(pilot, lambda: bool(app.screen.review.placed))
        await pilot.press("@")
        await until(pilot, lambda: "seven years" in shown() and "Notes: 1" in shown())
        assert shown().isascii()


async def test_a_second_reader_sees_the_notes_of_the_first(
    open_reader, until, tmp_path
):
    from tui_app.cli.main import main

    app = open_reader()
    for name, document in (
        ("a.txt", app.opened.session.left),
        ("b.txt", app.opened.session.right),
    ):
        (tmp_path / name).write_text(document.text, encoding="utf-8")
    async with app.run_test(size=(110, 30)) as pilot:
        await _ready(app, pilot, until)
        words = ["notes", "add", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
        main([*words, "--notes", str(tmp_path / "n.jsonl"), "--row", "1", "-m", "you"])
        await until(pilot, lambda: app.screen.review.attention.noted == {0})
        assert app.screen.review.placed[0].note.body == "you"


async def test_a_draft_left_by_escape_goes_on_where_it_was(open_reader, until):
    app = open_reader()
    async with app.run_test(size=(110, 30)) as pilot:
        await _ready(app, pilot, until)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, NoteBox))
        await pilot.press(*"half", "escape")
        await until(pilot, lambda: not isinstance(app.screen, NoteBox))
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, NoteBox))
        await pilot.press(*"way", "ctrl+s")
        await until(pilot, lambda: not isinstance(app.screen, NoteBox))
        await until(pilot, lambda: bool(app.screen.review.placed))
        assert app.screen.review.placed[0].note.body == "halfway"
        assert not app.screen.desk.drafting.open_drafts


async def test_the_details_of_a_row_tell_its_notes(open_reader, until):
    app = open_reader()
    async with app.run_test(size=(110, 30)) as pilot:
        await _ready(app, pilot, until)
        await _note(app, pilot, until, "one")
        await pilot.press("i")
        await until(pilot, lambda: app.screen.query("DetailsPanel"))
        panel = app.screen.query_one("DetailsPanel")
        await until(pilot, lambda: panel.details is not None)
        assert panel.details.notes == ("one",)
        await pilot.press("j")
        await until(pilot, lambda: panel.details.notes == ())


async def test_quitting_from_the_box_keeps_the_draft(open_reader, until):
    app = open_reader()
    async with app.run_test(size=(110, 30)) as pilot:
        await _ready(app, pilot, until)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, NoteBox))
        await pilot.press(*"half", "ctrl+q")
    again = open_reader()
    async with again.run_test(size=(110, 30)) as pilot:
        await _ready(again, pilot, until)
        await until(pilot, lambda: again.screen.desk.drafting.open_drafts)
        (draft,) = again.screen.desk.drafting.open_drafts
        assert draft.body == "half"


async def test_a_journal_that_cannot_be_written_is_said(open_reader, until, tmp_path):
    (tmp_path / "n.jsonl").mkdir()
    app = open_reader()
    async with app.run_test(size=(110, 30), notifications=True) as pilot:
        await until(pilot, lambda: bool(app._notifications))
        (said, *_) = app._notifications
        assert "Notes cannot be opened" in said.message
        await pilot.press("a", "r", "U", "@", "x")
        await pilot.pause()
        assert not isinstance(app.screen, NoteBox)


def test_the_journal_holds_one_line_a_change(tmp_path):
    from tui_app.core.segmentation import segment
    from tui_app.notes.notebook import Notebook

    documents = segment("One.", None, "sentence"), segment("Two.", None, "sentence")
    notebook = Notebook.open(*documents, notes_path=tmp_path / "n.jsonl")
    notebook.add("first")
    notebook.add("second")
    lines = (tmp_path / "n.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["op"] for line in lines] == ["head", "put", "put"]
