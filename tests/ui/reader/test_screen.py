"""The reader's screen wires its parts: what one does the others show."""

from tui_app.core.comparison import compare
from tui_app.core.model import Progress
from tui_app.core.segmentation import segment
from tui_app.review.session import Session
from tui_app.ui.app import DiptychApp
from tui_app.ui.reader.background import Listener

LEFT = "\n\n".join(
    f"Witness {n} told the court on day {n} that nothing had been seen. "
    f"The clerk wrote down {n + 3} names in the book. It rained."
    for n in range(1, 41)
)
RIGHT = LEFT.replace("nothing had been seen", "nothing was seen")


def reader(left: str = LEFT, right: str = RIGHT, *, aligned=True) -> DiptychApp:
    documents = [segment(text, None, "sentence") for text in (left, right)]
    return DiptychApp(Session(*documents, compare(*documents) if aligned else None))


async def test_verse_can_be_read_by_its_lines(until):
    stanza = (
        "Over all the hilltops is now a quiet peace,\n"
        "and in all the treetops you hear scarcely a breath,\n"
        "and the little birds are silent in the deep wood,\n"
        "wait only, and soon you too will rest in there."
    )
    verse = f"{stanza}\n\n{stanza.replace('all', 'most of')}"
    app = reader(verse, verse.replace("silent", "asleep"))
    async with app.run_test(size=(120, 30)) as pilot:
        review = app.screen.review
        assert len(review.comparison.rows) == 2
        await pilot.press("u")
        await until(pilot, lambda: review.comparison.left.granularity == "paragraph")
        await pilot.press("u")
        await until(pilot, lambda: len(review.comparison.rows) == 8)
        modes = [mode.text for mode in app.screen.status.info.modes]
        assert modes[-1] == "by line"


async def test_the_texts_are_there_before_the_alignment_and_the_place_stays(until):
    app = reader(aligned=False)
    async with app.run_test(size=(120, 30)) as pilot:
        view = app.screen.view
        assert view.render_line(0).text.strip()
        await until(pilot, lambda: not app.screen.review.provisional)
        assert app.screen.review.comparison.alignment.beads
        first, last = app.screen.window.panes.rows_in_sight()
        assert first <= app.screen.review.row <= last


async def test_a_quit_does_not_wait_for_the_alignment():
    app = reader(aligned=False)
    async with app.run_test(size=(120, 30)) as pilot:

        def endless(report):
            while True:
                report(Progress(0, 0))

        nobody = Listener(*[lambda _: None] * 3)
        app.screen.background.align(endless, nobody)
        await pilot.press("q")
    assert app._exit
