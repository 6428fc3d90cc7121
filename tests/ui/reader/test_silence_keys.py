"""What the reader silences is told nowhere any more, until it is told again."""

from tui_app.core.kinds import FACTS, Kind
from tui_app.review.details import row_details
from tui_app.review.stops import Stop
from tui_app.ui.screens.facts_list import FactsScreen
from tui_app.ui.screens.help_and_palette import PaletteScreen
from tui_app.ui.screens.silence_box import SilenceScreen

NUMBERS = ("five", "seven")


def offered(screen):
    return [entry.value for entry in screen._entries if entry.value]


def words_at(made):
    """Return the words that the stop is on, left and right."""
    review = made.review
    left, right = review.looks.stops.spans(review.attention.stop)
    texts = review.comparison.left.text, review.comparison.right.text
    return tuple(
        text[spans[0].start : spans[-1].end] if spans else ""
        for text, spans in zip(texts, (left, right), strict=True)
    )


async def silence(made, wanted):
    """Press the key and choose this in the box; return the box."""
    await made.do("silence")
    choices = {choice.silence: choice for choice in offered(made.reader.opened[-1][0])}
    screen = await made.close(choices[wanted])
    await made.do()
    while made.reader.tasks:
        await made.reader.tasks.pop(0)()
    return screen


async def test_the_difference_one_is_at_is_offered_as_words_and_as_a_kind(writer):
    made = await writer()
    await made.do("next-difference", "silence")
    screen, _ = made.reader.opened.pop()
    assert [choice.silence for choice in offered(screen)] == [NUMBERS, Kind.NUMBER]


async def test_without_a_stop_all_that_differs_in_the_row_is_offered(writer):
    made = await writer()
    await made.do("row-down", "silence")
    screen, _ = made.reader.opened.pop()
    silences = [choice.silence for choice in offered(screen)]
    assert silences[0] == ("must", "should")
    assert {Kind.MODALITY, Kind.REMOVED} <= set(silences)


async def test_where_no_words_differ_that_is_said(writer):
    made = await writer()
    await made.do("last-row", "silence")
    assert not made.reader.opened
    assert made.reader.said == ["No words differ here; ] goes to where some do."]


async def test_silenced_words_are_passed_over_and_marked_as_what_does_not_count(writer):
    made = await writer()
    assert made.review.looks.has_fact(0)
    await made.do("next-difference")
    await silence(made, NUMBERS)
    assert made.reader.said[-1] == "never told again: five / seven"
    assert made.counts == 1
    assert not made.review.looks.has_fact(0)
    assert made.review.row_look(0, None).left == ()
    assert made.review.attention.stop is None
    await made.do("word-marks")
    look = made.review.row_look(0, None)
    assert [mark.name for mark in look.left] == ["uncounted"]
    await made.do("next-difference")
    assert words_at(made) == ("must", "should")


async def test_one_goes_on_from_the_difference_that_was_silenced(writer):
    made = await writer()
    await made.do("row-down")
    stops = len(made.review.looks.stops.of_row(1))
    assert stops >= 2
    await made.do(*["next-difference"] * stops)
    assert made.review.attention.stop == Stop(1, stops - 1)
    await made.do("silence")
    choice = offered(made.reader.opened[-1][0])[0]
    await made.close(choice)
    await made.do()
    while made.reader.tasks:
        await made.reader.tasks.pop(0)()
    assert made.review.attention.stop == Stop(1, stops - 2)


async def test_a_silenced_kind_is_told_nowhere_in_the_pair(writer):
    made = await writer()
    await made.do("next-difference")
    await silence(made, Kind.NUMBER)
    details = row_details(made.review.comparison, 0, made.review.marks.counting)
    assert details.facts == 0
    assert details.changes[-1].silenced


async def test_undo_tells_again_and_the_next_run_is_silent(writer):
    made = await writer()
    await made.do("next-difference")
    await silence(made, NUMBERS)
    again = await writer()
    await again.do()
    assert not again.review.looks.has_fact(0)
    await again.do("undo")
    assert again.reader.said[-1] == "undone: never told again"
    assert again.review.looks.has_fact(0)
    await again.do("redo")
    assert not again.review.looks.has_fact(0)


async def test_the_box_and_the_palette_take_a_silence_back(writer):
    made = await writer()
    await made.do("next-difference")
    await silence(made, NUMBERS)
    (entry,) = [one for one in made.silences.entries() if one.value]
    assert "Tell again: five / seven" in entry.pieces[0][0]
    await made.do("last-row", "silence")
    (choice,) = offered(made.reader.opened[-1][0])
    assert choice.again
    await made.close(choice)
    await made.do()
    while made.reader.tasks:
        await made.reader.tasks.pop(0)()
    assert made.review.looks.has_fact(0)


async def test_a_silenced_fact_leaves_the_list_and_the_counts_and_comes_back(
    open_reader, until
):
    app = open_reader()
    async with app.run_test(size=(100, 30)) as pilot:
        reader = app.screen
        await until(pilot, lambda: reader.counts.known and reader.desk.notebook)
        facts = reader.counts.known.facts
        await pilot.press("]", "H")
        await until(pilot, lambda: isinstance(app.screen, SilenceScreen))
        await pilot.press("enter")
        await until(pilot, lambda: not reader.review.looks.has_fact(1))
        await until(pilot, lambda: reader.counts.known.facts == facts - 1)
        await pilot.press("I")
        await until(pilot, lambda: isinstance(app.screen, FactsScreen))
        await until(pilot, lambda: app.screen.picks.entries)
        listed = [entry.value.left for entry in app.screen.picks.entries]
        assert listed == ["must"]
        await pilot.press("escape", "ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, PaletteScreen))
        await pilot.press(*"tell", "space", *"five", "enter")
        await until(pilot, lambda: reader.counts.known.facts == facts)
        assert FACTS & {one.kind for one in reader.review.comparison.differences(1)}


async def test_the_panel_lists_what_is_silenced_last_and_says_so(
    open_reader, until, screen_lines
):
    app = open_reader()
    async with app.run_test(size=(100, 30)) as pilot:
        reader = app.screen
        await until(pilot, lambda: reader.counts.known and reader.desk.notebook)
        await pilot.press("]", "i", "H")
        await until(pilot, lambda: isinstance(app.screen, SilenceScreen))
        await pilot.press("enter")
        await until(pilot, lambda: not reader.review.looks.has_fact(1))
        await pilot.pause()
        (line,) = [line for line in screen_lines(app) if "five → seven" in line]
        assert "silenced" in line
        assert not any("changed facts" in line for line in screen_lines(app))
