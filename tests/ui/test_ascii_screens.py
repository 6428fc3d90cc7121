"""With ``ascii`` every screen is ASCII: boxes, lists, bars and messages as well."""

import pytest

# For each screen the keys that lead to it from the one before, and words on it.
WALK = (
    ("reader", [], "The harbour was closed for 0"),
    ("difference", ["]"], "change 1"),
    ("details", ["i"], "other words people -> some"),
    ("facts", ["I"], "3 -> 70"),
    ("goto", ["escape", ":"], "words of a heading"),
    ("help", ["escape", "?"], "signs, marks and keys"),
    ("palette", ["escape", "ctrl+p"], "type what you want to do"),
    ("themes", ["escape", "T"], "Made for reading"),
    ("search", ["escape", "/", *"har"], "1/60"),
    ("stacked", ["escape", "2"], "stacked"),
    ("merged", ["3"], "merged"),
    ("folded", ["1", "z"], "rows folded"),
    ("free", ["z", "s"], "scrolling apart"),
    ("unreviewed", ["s", "r", "F"], "unreviewed only"),
    ("note", ["F", "a"], "Note on row"),
    ("long note", [*"so", *["enter"] * 30], "Note on row"),
    ("notes", ["ctrl+s", "@"], "Notes: 1"),
)
PASSAGES = [
    f"The harbour was closed for {n} years after the flood, as people say."
    for n in range(30)
]


@pytest.mark.parametrize("width", [80, 110])
async def test_every_screen_is_ascii(open_reader, screen_lines, until, width):
    left = "\n\n".join(PASSAGES)
    right = left.replace("people", "some").replace("for 3 years", "for 70 years")
    app = open_reader(left, right, "ascii = true\n")

    def shown():
        return "\n".join(screen_lines(app))

    async with app.run_test(size=(width, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.screen.desk.notebook)
        for name, keys, words in WALK:
            await pilot.press(*keys)
            await until(pilot, lambda: words in shown())  # noqa: B023
            app.notify("Something went wrong.", severity="error")
            await until(pilot, lambda: "Something went" in shown())
            strange = {char for char in shown() if not char.isascii()}
            assert not strange, (name, strange)
            app.clear_notifications()
