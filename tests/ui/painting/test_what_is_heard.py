"""Whoever hears what is written hears with ``--plain`` what they come to, and no more.

Some screen readers say whatever is written, as it comes.
"""

import re

import pytest

PLACES = ("harbour", "market", "school", "mill", "church", "theatre")
LEFT = "\n\n".join(f"The {place} was closed for four years." for place in PLACES)
RIGHT = LEFT.replace("mill was", "mill is said to have been")

_CODE = re.compile(r"\x1b\[[0-9;?<>=:]*[ -/]*[@-~]|\x1b\][^\x07]*\x07")
_GO = re.compile(r"\x1b\[\d+;\d+H")


@pytest.fixture
def heard(open_reader, written, until):
    """Return a function that tells what is written when keys are pressed."""

    async def all_is_written(pilot):
        seen = -1
        while seen != len(written.all):
            seen = len(written.all)
            await pilot.pause(0.2)

    async def hear(keys, left=LEFT, right=RIGHT, size=(80, 40)):
        app = open_reader(left, right, "plain = true\n")
        found = []
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: "alike" in app.screen.titles.told)
            await until(pilot, lambda: app.screen.desk.notebook)
            await all_is_written(pilot)
            for key in keys:
                before = len(written.all)
                await pilot.press(key)
                await all_is_written(pilot)
                phrases = _GO.split(written.all[before:])
                words = (_CODE.sub("", phrase).strip() for phrase in phrases)
                found.append([one for one in words if one])
        return found

    return hear


async def test_a_step_says_the_row_one_comes_to(heard):
    down, up = await heard(["j", "k"])
    assert down == [
        "Row 2, the same on both sides.",
        "Both: The market was closed for four years.",
        "row 2 of 6",
    ]
    assert up == [
        "Row 1, the same on both sides.",
        "Both: The harbour was closed for four years.",
        "row 1 of 6",
    ]


async def test_a_change_is_said_and_not_its_row_again(heard):
    (row, change) = await heard(["n", "n"], right=RIGHT.replace("four", "five", 1))
    assert row[-1] == "number: left four, right five, change 1 of 3, row 1 of 6"
    assert change[0].startswith("Row 4, changed")
    (first, again) = await heard(["n", "N"], right=LEFT.replace("mill was", "mill is"))
    assert first[-1] == "change: left was, right is, change 1 of 1, row 4 of 6"
    assert not any("Row" in words for words in again)


async def test_who_leaves_the_window_hears_the_row_first(heard):
    text = "\n\n".join([LEFT] * 4)
    steps = await heard(["j"] * 8, text, text, size=(80, 12))
    for number, said in enumerate(steps, 2):
        assert said[0].startswith(f"Row {number}, ")


async def test_a_search_says_which_hit_and_no_letters(heard):
    _, typed = await heard(["slash", "o"])
    assert "1 of " in " ".join(typed)
    assert not any("closed" in words for words in typed)


async def test_how_one_searches_is_said_in_words(heard):
    opened, changed = await heard(["slash", "f3"])
    assert "words off" in " ".join(opened)
    assert "words on" in " ".join(changed)


async def test_a_list_says_the_line_one_comes_to(heard):
    _, step, back = await heard(["question_mark", "down", "up"])
    assert not set(step) & set(back)


async def test_both_sides_of_a_long_change_are_said(heard):
    words = " ".join(f"word{number}" for number in range(30))
    left = LEFT.replace("mill was", f"mill {words} was")
    right = LEFT.replace("mill was", f"mill {words[::-1]} was")
    (said,) = await heard(["n"], left, right)
    assert re.search(r"left \S+.*\.\.\., right \S+.*\.\.\., change 1", said[-1])


async def test_no_shape_of_a_pointer_is_written(heard, written):
    await heard(["j", "question_mark", "escape"])
    assert "\x1b]22;" not in written.all
