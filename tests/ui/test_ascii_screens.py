"""With ``ascii`` every screen is ASCII: boxes, lists, bars and messages as well."""

import pytest

SCREENS = {
    "reader": [],
    "note": ["a"],
    "long note": ["a", *"so", *["enter"] * 30],
    "notes": ["a", *"so", "ctrl+s", "@"],
    "details": ["i"],
    "facts": ["I"],
    "goto": [":"],
    "help": ["?"],
    "palette": ["ctrl+p"],
    "themes": ["T"],
    "search": ["/", *"har"],
    "stacked": ["2"],
    "merged": ["3"],
    "folded": ["z"],
    "free": ["s"],
    "unreviewed": ["r", "F"],
}
PASSAGES = [
    f"The harbour was closed for {n} years after the flood, as people say."
    for n in range(30)
]


@pytest.mark.parametrize("name", SCREENS)
async def test_every_screen_is_ascii(open_reader, screen_lines, name):
    left = "\n\n".join(PASSAGES)
    app = open_reader(left, left.replace("people", "some"), "ascii = true\n")
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        for key in SCREENS[name]:
            await pilot.press(key)
        app.notify("Something went wrong.", severity="error")
        await pilot.pause(0.1)
        await pilot.pause()
        shown = "\n".join(screen_lines(app))
        assert {char for char in shown if not char.isascii()} == set()
