"""The panel shows the details of the row under the cursor."""

from tui_app.core.comparison import Comparison, compare_texts
from tui_app.review.signs import link_sign
from tui_app.ui.reader.details_panel import DetailsPanel

LEFT = (
    "The harbour was closed for five years. "
    "The mayor said the boats were lost in the storm."
)
RIGHT = (
    "The harbour was closed for seven years. "
    "The mayor said the ships were lost in the storm!"
)


def changed_rows(comparison):
    return [n for n, row in enumerate(comparison.rows) if row.relation == "changed"]


async def test_the_panel_says_certainty_in_words_and_likeness_in_numbers(open_reader):
    made = compare_texts(LEFT, RIGHT)
    row = changed_rows(made)[0]
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.press(*"j" * row, "i")
        (text,) = app.screen.query("DetailsPanel > Static")
        head = str(text.content).split("\n")[0]
        assert link_sign(made.rows[row].score, 0.4).word in head
        assert "link " in head
        assert "% alike" in head
        assert "100%" not in head


async def test_the_panel_shows_words_of_both_sides_and_hides_again(
    open_reader, screen_lines
):
    app = open_reader()
    async with app.run_test(size=(90, 30)) as pilot:
        await pilot.press("j", "i")
        await pilot.pause()
        text = "\n".join(screen_lines(app))
        assert "five → seven" in text
        await pilot.press("i")
        await pilot.pause()
        assert app.screen.query_one(DetailsPanel).details is None


GERMAN = "Der Müller stand früh auf, denn der Bach war in der Nacht gestiegen.\n"
ENGLISH = "The miller rose early, for the brook had risen in the night.\n"


async def test_the_panel_names_the_word_lists_that_helped(open_reader, tmp_path):
    (tmp_path / "millers.tsv").write_text("Müller\tmiller\n", encoding="utf-8")
    config = '[words]\nde-en = ["./millers.tsv", "./none.tsv"]\n'
    app = open_reader(GERMAN, ENGLISH, config)
    async with app.run_test(size=(90, 30), notifications=True) as pilot:
        await pilot.press("i")
        await pilot.pause()
        (text,) = app.screen.query("DetailsPanel > Static")
        assert "word lists  millers.tsv" in str(text.content)
        (message,) = [notice.message for notice in app._notifications]
        assert "none.tsv: there is no such file" in message


async def test_a_row_too_long_to_be_compared_while_one_waits_is_said_to_be(
    open_reader, monkeypatch
):
    words = "".join(f"Word number {n} of the passage, " for n in range(2_000))
    app = open_reader(f"{words}five.", f"{words}seven.")
    asked = []
    monkeypatch.setattr(Comparison, "differences", lambda *row: asked.append(row))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("i")
        (text,) = app.screen.query("DetailsPanel > Static")
        assert "too long to be told here" in str(text.content)
    assert not asked


async def test_the_rule_says_how_much_is_above_and_below_and_the_key_leads_on(
    open_reader, screen_lines
):
    left = ", ".join(f"the gate number {n} was shut for 5 days" for n in "abcdefghijk")
    app = open_reader(left, left.replace("5", "7"))
    async with app.run_test(size=(80, 24)) as pilot:

        def rule():
            panel = app.screen.query_one(DetailsPanel)
            return screen_lines(app)[panel.region.y]

        await pilot.press("i")
        await pilot.pause()
        panel = app.screen.query_one(DetailsPanel)
        hidden = int(panel.max_scroll_y)
        assert f"{hidden} lines below: i" in rule()
        assert "above" not in rule()
        seen = set()
        assert hidden > 1
        while panel.scroll_offset.y < hidden:
            seen.add(panel.scroll_offset.y)
            await pilot.press("i")
            await pilot.pause()
            assert panel.details is not None
            assert panel.scroll_offset.y not in seen
        assert f"{hidden} lines above" in rule()
        assert "below" not in rule()
        await pilot.press("i")
        assert panel.details is None
        await pilot.press("i")
        await pilot.pause()
        assert f"{hidden} lines below: i" in rule()
