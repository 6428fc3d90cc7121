"""The line of titles tells what is read, and from which files."""

from dataclasses import replace

from tui_app.core.segmentation import segment
from tui_app.ui.reader.title_bar import titles_of

TEXT = """{}

The harbour was closed for five years after the flood of 1998.

Engineers said that the work must be finished before winter.
"""


def titles(left, right, files=("a.txt", "b.txt")):
    return titles_of(
        *(
            replace(segment(TEXT.format(title), file, "sentence"), title=title)
            for title, file in zip((left, right), files, strict=True)
        )
    )


def test_the_file_is_named_beside_the_title():
    left, right = titles("The river report", "A flood remembered")
    assert "".join(left.fitting(40, "…")) == "The river report  a.txt"
    assert "".join(right.fitting(40, "…")) == "A flood remembered  b.txt"


def test_a_long_title_leaves_room_for_the_file():
    title = "The river report of the northern towns and their harbours"
    left, _ = titles(title, "Other", ("quite/a/way/spring.txt", "b.txt"))
    words, file = left.fitting(40, "…")
    assert len(words + file) <= 40
    assert file.endswith("spring.txt")
    assert words.startswith("The river ")


def test_in_little_room_the_file_stands_and_as_much_of_the_title_as_fits():
    left, right = titles("The river report", "A flood remembered")
    assert "".join(left.fitting(26, "…")) == "The river report  a.txt"
    assert "".join(right.fitting(20, "…")) == "A flood reme…  b.txt"
    assert "".join(right.fitting(12, "…")) == "b.txt"
    assert "".join(right.fitting(3, "…")) == "b…t"


def test_how_a_text_begins_is_no_title():
    sentence = "The harbour was closed for five years after the flood of 1998."
    for text in (sentence, f"CHAPTER I.\n\n{sentence}\n\n{sentence}"):
        document = segment(text, "a/long/way/spring.txt", "sentence")
        for title in titles_of(document, document):
            assert "".join(title.fitting(60, "…")) == "spring.txt"


def test_a_name_made_by_a_machine_is_shortened_and_one_by_people_is_not():
    files = ("7_3fa94bc1d20e77a1.txt", "deadline_20240131.txt")
    left, right = titles("The river report", "A flood remembered", files)
    assert "".join(left.fitting(60, "…")).endswith("  7_3fa9….txt")
    assert "".join(right.fitting(60, "…")).endswith("  deadline_20240131.txt")


def test_a_document_beside_itself_is_told_as_before_and_after():
    read = replace(segment(TEXT.format("The river"), "a.docx", "sentence"), title="R")
    both = titles_of(replace(read, state="before"), replace(read, state="after"))
    for title, state in zip(both, ("before", "after"), strict=True):
        for room in (16, 40, 60):
            assert "".join(title.fitting(room, "…")).endswith(f"x ({state})")


def test_a_text_without_a_file_has_its_title_or_its_beginning_alone():
    left, _ = titles("The river report", "Other", (None, None))
    assert "".join(left.fitting(60, "…")) == "The river report"
    text = segment("The harbour was closed for five years.", None, "sentence")
    left, _ = titles_of(text, text)
    assert left.fitting(60, "…")[0].startswith("The harbour was")


async def test_the_files_stand_on_the_screen_and_the_titles_over_their_columns(
    open_reader, screen_lines
):
    app = open_reader()
    async with app.run_test(size=(160, 30)) as pilot:
        titles = app.screen.query_one("TitleBar")
        for key in ("-", "+", "+"):
            await pilot.press(key)
            columns = app.screen.window.panes.columns
            line = titles.render_line(0).text
            assert line.index("The river report") == columns.left
            assert line.rindex("The river report") == columns.right
        for width in (40, 80, 120):
            await pilot.resize_terminal(width, 30)
            await pilot.pause()
            assert titles.size.width <= width
            assert "left.txt" in screen_lines(app)[0], width
            assert "right.txt" in screen_lines(app)[0], width
        looks = []
        for key in ("left", "tab"):
            await pilot.press(key)
            words = [one for one in titles.render_line(0) if one.text.startswith("The")]
            looks.append([one.style for one in words])
        (left, right), (left_behind, here) = looks
        assert left != left_behind, "the title of the side one is on stands out"
        assert right != here


async def test_a_title_takes_the_room_that_the_other_leaves(open_reader):
    long = "The river report of the northern towns and of all their harbours"
    app = open_reader(TEXT.format(long), TEXT.format("A flood"))
    async with app.run_test(size=(120, 24)) as pilot:
        titles = app.screen.query_one("TitleBar")
        for width in (100, 120, 200):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            line = titles.render_line(0).text
            assert long in line, width
            assert line.index("A flood") > line.index(long) + len(long)
