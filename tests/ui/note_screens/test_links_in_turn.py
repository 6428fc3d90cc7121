"""Links by hand that follow each other quickly are all obeyed."""

from tui_app.core.model import Constraints
from tui_app.review.alignments import Made
from tui_app.ui.reader.background import Aligned
from tui_app.ui.screens.acts import aligning


async def test_rows_that_come_late_are_not_taken_for_those_asked_for(
    open_reader, until, monkeypatch
):
    app = open_reader()
    async with app.run_test(size=(110, 30)) as pilot:
        await until(pilot, lambda: hasattr(app.screen, "view"))
        screen = app.screen
        await until(pilot, lambda: not screen.view.provisional)
        jobs, begun = [], []
        monkeypatch.setattr(screen.background, "align", jobs.append)
        monkeypatch.setattr(
            aligning,
            "compare_again",
            lambda shown, *rules: begun.append(rules) or shown,
        )
        first, second, third = (
            Constraints(parted=frozenset({(n, n)})) for n in range(3)
        )
        screen.realign(second)
        # The rows of the job before, which were on their way already.
        late = Made(screen.comparison, first)
        screen.post_message(Aligned(late, screen.outline, complete=True))
        await pilot.pause()
        screen.realign(third)
        for job in jobs[-1:]:
            list(job(lambda _: None))
        assert begun == [(first, third)]
