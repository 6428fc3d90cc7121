"""The map shows the whole, what is on the screen of it, and leads there."""

import pytest
from textual.geometry import Offset

from tui_app.review.signs import Weight, map_sign
from tui_app.ui.theme import LIGHT

LEFT = "\n\n".join(f"Witness {n} told the court what was seen." for n in range(120))
RIGHT = LEFT.replace("Witness 60 told", "Witness 60 asked")
SIZE = (120, 30)


@pytest.fixture
async def shown(open_reader):
    """Yield a reader on a text of several screens, and who presses its keys."""
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=SIZE) as pilot:
        yield app, pilot


def lines(app):
    """Return the lines of the map as text."""
    bar = app.screen.map
    return [bar.render_line(y).text for y in range(bar.size.height)]


def here(app):
    """Return the lines of the map that are marked as being on the screen."""
    sign = app.screen.review.signs.here
    return [y for y, line in enumerate(lines(app)) if line[-3] == sign]


async def test_the_map_has_a_line_for_every_line_of_the_screen(shown):
    app, _ = shown
    assert {len(line) for line in lines(app)} == {app.screen.map.size.width}
    assert [y for y, line in enumerate(lines(app)) if line[-2:].strip()] == [
        len(lines(app)) // 2
    ]


async def test_a_rule_parts_the_map_from_the_text_with_a_blank_where_there_is_room(
    shown,
):
    app, pilot = shown
    signs = app.screen.review.signs
    for width, before in ((120, " "), (80, "")):
        await pilot.resize_terminal(width, 30)
        await pilot.pause()
        starts = {line[:-2] for line in lines(app)}
        assert starts == {before + signs.rule, before + signs.here}


async def test_what_is_on_the_screen_is_marked_and_follows(shown):
    app, pilot = shown
    first = here(app)
    assert first[0] == 0
    assert len(first) < len(lines(app)) / 2
    await pilot.press("G")
    last = here(app)
    assert last[-1] == len(lines(app)) - 1
    assert not {*first} & {*last}


async def test_notes_and_hits_are_on_the_map_until_the_search_is_left(shown):
    app, pilot = shown
    before = lines(app)
    await pilot.press("/", *"witness 90 ", "enter")
    await pilot.pause()
    found = [y for y, line in enumerate(lines(app)) if line[-2] != before[y][-2]]
    assert len(found) == 1
    assert found[0] in here(app)
    await pilot.press("escape", "g")
    await pilot.pause()
    assert lines(app) == before


async def test_a_click_on_the_map_goes_there(shown):
    app, pilot = shown
    bar = app.screen.map
    await pilot.click(bar, offset=Offset(1, bar.size.height - 1))
    assert app.screen.review.row == len(app.screen.review.comparison.rows) - 1
    await pilot.click(bar, offset=Offset(1, 0))
    assert app.screen.review.row == 0


async def test_who_drags_on_the_map_takes_the_text_along(shown):
    app, pilot = shown
    bar, review = app.screen.map, app.screen.review
    await pilot.mouse_down(bar, offset=Offset(1, 0))
    rows = []
    for y in (4, 8, 12):
        await pilot.hover(bar, offset=Offset(1, y))
        rows.append(review.row)
    assert rows == sorted({*rows})
    await pilot.mouse_up(bar, offset=Offset(1, 12))
    await pilot.hover(bar, offset=Offset(1, 2))
    assert review.row == rows[-1]


async def test_another_theme_has_other_colours(shown):
    app, pilot = shown
    before = {segment.style for segment in app.screen.map.render_line(0)}
    app.theme = LIGHT
    await pilot.pause()
    after = {segment.style for segment in app.screen.map.render_line(0)}
    assert not before & after


async def test_of_new_facts_only_the_lines_that_show_them_are_painted(shown):
    app, pilot = shown
    bar = app.screen.map
    lines(app)
    await pilot.pause()
    painted = []
    bar.refresh = lambda *regions: painted.append(regions)
    bar.mark_facts([0])
    assert [region.y for region in painted[0]] == [0]
    bar.mark_facts([0])
    assert len(painted) == 1
    sign = app.screen.review.signs.cell(map_sign(Weight.FACT))[0]
    assert lines(app)[0].rstrip().endswith(sign)
