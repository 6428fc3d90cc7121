"""What holds after each step of a walk, whatever the step was."""

from __future__ import annotations

from pathlib import Path

from tui_app.notes.journal.records import decode
from tui_app.ui.app import DiptychApp
from tui_app.ui.reader.screen import ReaderScreen


class Promises:
    """Looks after an App: no fault, whole lines, level rows, no note that is lost.

    ``notes`` is the file of notes, ``None`` where each pair has one of its own.
    """

    def __init__(self, notes: Path | None) -> None:
        self._journals: dict[Path, bytes] = {}
        self._saved: list[tuple[Path, str]] = []
        self._notes = notes

    def look_after(self, app: DiptychApp) -> None:
        """Assert all that can be seen now."""
        assert not app.crash, app.crash
        assert app._exception is None, app._exception
        assert app.guard.hits == 0, "the last gate had to change something"
        if app._exit:
            return
        self._look_at_lines(app)
        for screen in app.screen_stack:
            if isinstance(screen, ReaderScreen) and screen.is_mounted:
                if screen is app.screen:
                    _look_at_rows(screen)
                if screen.desk.notebook is not None:
                    self._look_at_journal(screen.desk.notebook.where)

    def look_after_end(self, app: DiptychApp) -> None:
        """Assert what holds when the App has ended: nothing that was said is lost."""
        assert not app.crash, app.crash
        for path in [*self._journals]:
            self._look_at_journal(path)
        for path, body in self._saved:
            assert body in _bodies(path), (path, body)

    def was_saved(self, app: DiptychApp, body: str) -> None:
        """Assert that a note which is said to be saved is on the disk."""
        reader = next(s for s in app.screen_stack if isinstance(s, ReaderScreen))
        path = reader.desk.notebook.where
        assert body in _bodies(path), (path, body)
        self._saved.append((path, body))

    def others_wrote(self, notes: dict[str, str]) -> None:
        """Assert that what another reader was told to be saved is there."""
        if self._notes is not None:
            found = _bodies(self._notes)
            assert found.issuperset(notes.values()), notes

    def _look_at_journal(self, path: Path) -> None:
        """Assert that lines are only added."""
        now = path.read_bytes() if path.exists() else b""
        before = self._journals.get(path, b"")
        assert now.startswith(before), f"{path} lost lines"
        self._journals[path] = now[: now.rfind(b"\n") + 1]

    def _look_at_lines(self, app: DiptychApp) -> None:
        """Assert that every line of the screen is as wide as the screen."""
        width, height = app.size
        if app.screen._compositor.size != app.size:
            return  # it was opened only now, and is not laid out yet
        strips = app.screen._compositor.render_strips()
        assert len(strips) == height
        for y, strip in enumerate(strips):
            assert strip.cell_length == width, (y, strip.cell_length, strip.text)


def _bodies(path: Path) -> set[str]:
    """Return the bodies of all notes that the lines of a journal ever made."""
    lines = path.read_bytes().split(b"\n") if path.exists() else []
    return {str(decode(line).fields.get("body")) for line in lines if line}


def _look_at_rows(reader: ReaderScreen) -> None:
    """Assert that the cursor is on a row in sight, and rows are level."""
    review, panes = reader.review, reader.window.panes
    rows = review.comparison.rows
    assert 0 <= review.row < max(1, len(rows))
    if panes.empty:
        return
    width, height, _ = panes.size
    for y in range(height):
        assert panes.strip(y).cell_length == width, (y, panes.strip(y).text)
    items = panes.page.items
    item = items.at(review.row)
    assert review.row in items[item]
    in_sight = {place.item for place in panes.in_sight()}
    assert item in in_sight or len(items.span(item)) > 1, (review.row, in_sight)
    if panes.page.view == "side":
        for one in sorted(in_sight):
            _assert_level(reader, one)


def _assert_level(reader: ReaderScreen, item: int) -> None:
    """Assert that both sides of a row begin on the same line."""
    page, review = reader.window.panes.page, reader.review
    run = page.items[item]
    if len(run) > 1 or len(page.items.span(item)) > 1:
        return
    row, comparison = review.comparison.rows[run.start], review.comparison
    (first,) = [line for line in page.lines(item) if line.first]
    for side, numbers in (("left", row.left), ("right", row.right)):
        if numbers:
            start = comparison.document(side).units[numbers[0]].start
            assert first.side(side).covers(side, start), (run, side)
