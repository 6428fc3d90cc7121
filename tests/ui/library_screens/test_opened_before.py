"""What was opened before is listed first: titles with most room, files shortly."""

from tui_app.core.extract import BEFORE_AND_AFTER
from tui_app.settings.memory import Memory, Recent, Sources

TITLES = (
    "The harbour of the northern town was closed for seven years",
    "Why nobody remembers the flood that came before the war",
)
FILES = ("4_3fa94bc1d20e77a1.txt", "5_c0ffee1234567890.txt")


async def test_titles_have_the_room_and_names_made_by_machines_are_short(
    open_start, screen_lines, tmp_path
):
    paths = [tmp_path / name for name in FILES]
    for path in paths:
        path.write_text("One.\n", encoding="utf-8")
    recent = Recent(Sources(*map(str, paths)), *TITLES)
    Memory(tmp_path / "state" / "state.json").change(lambda s: s.opened(recent))
    app = open_start()
    async with app.run_test(size=(100, 24)) as pilot:
        for width in (80, 120):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            line = next(line for line in screen_lines(app) if "4_3" in line)
            assert "3fa94bc1d20e77a1" not in line
            assert "5_c" in line
            for title in TITLES:
                assert title[: width // 4] in line, width


async def test_two_files_whose_short_names_are_the_same_are_told_apart(
    open_start, tmp_path
):
    paths = [tmp_path / f"abcd{digits}.txt" for digits in ("1234567", "7654321")]
    for path in paths:
        path.write_text("One.\n", encoding="utf-8")
    recent = Recent(Sources(*map(str, paths)))
    Memory(tmp_path / "state" / "state.json").change(lambda s: s.opened(recent))
    app = open_start()
    async with app.run_test(size=(100, 24)):
        entries = app.screen.query_one("PairList").entries
        (words,) = [entry.words for entry in entries if entry.value]
    assert "abcd1234567" in words
    assert "abcd7654321" in words


async def test_a_document_opened_alone_is_opened_before_and_after_its_changes_again(
    open_start, screen_lines, tracked_file, tmp_path
):
    path = tracked_file("The banks {-close-}{+open+} in May.")
    recent = Recent(Sources(path, path, *BEFORE_AND_AFTER), "Banks", "Banks")
    Memory(tmp_path / "state" / "state.json").change(lambda s: s.opened(recent))
    app = open_start()
    async with app.run_test(size=(160, 24)) as pilot:
        assert any(
            "report.docx (before and after)" in line for line in screen_lines(app)
        )
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        title_bar = screen_lines(app)[0]
        assert "report.docx (before)" in title_bar
        assert "report.docx (after)" in title_bar


async def test_what_the_system_refuses_to_look_at_is_there_no_more(
    open_start, screen_lines, tmp_path
):
    refused = str(tmp_path / ("x" * 300))  # as a folder that was closed meanwhile
    memory = Memory(tmp_path / "state" / "state.json")
    memory.change(lambda s: s.opened(Recent(Sources(refused, refused), *TITLES)))
    memory.change(lambda s: s._replace(libraries=((refused,),)))
    app = open_start()
    async with app.run_test(size=(100, 24)):
        lines = screen_lines(app)
    assert sum("no longer there" in line for line in lines) == 2
