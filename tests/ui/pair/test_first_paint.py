"""What is painted first is what stays: no empty page, no other layout, no leap."""

import pytest

from tui_app.core.comparison import compare
from tui_app.core.segmentation import segment
from tui_app.review.session import Session
from tui_app.settings.memory import Place
from tui_app.ui.app import DiptychApp
from tui_app.ui.pair.pair_view import PairView
from tui_app.ui.reader.status_line import StatusLine

TEXT = "\n\n".join(f"Passage {n} says that the number is {n}." for n in range(90))
OTHER = TEXT.replace("says that", "tells us that")


def app(place: Place | None = None) -> DiptychApp:
    documents = [segment(text, None, "sentence") for text in (TEXT, OTHER)]
    return DiptychApp(Session(*documents, compare(*documents), place=place))


@pytest.fixture
def painted(monkeypatch):
    """Return what each line has shown and the status lines that are painted."""
    lines: dict[int, set[str]] = {}
    states: list[str] = []
    paint, tell = PairView.render_line, StatusLine.render

    def render_line(view, y):
        strip = paint(view, y)
        lines.setdefault(y, set()).add(strip.text)
        return strip

    def render(status):
        content = tell(status)
        states.append(content.plain)
        return content

    monkeypatch.setattr(PairView, "render_line", render_line)
    monkeypatch.setattr(StatusLine, "render", render)
    return lines, states


@pytest.mark.parametrize("row", [0, 89])
async def test_the_first_frame_is_at_the_place_of_the_last_reading(painted, row):
    offset = TEXT.index(f"Passage {row} ")
    reader = app(Place("left", offset))
    async with reader.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        lines, states = painted
        assert all(len(texts) == 1 for texts in lines.values())
        assert any(text.strip() for texts in lines.values() for text in texts)
        assert reader.screen.review.row == row
        first, last = reader.screen.window.panes.rows_in_sight()
        assert first <= row <= last
        assert f"row {row + 1}/90" in states[0]


@pytest.mark.parametrize(("width", "layout"), [(120, "side"), (80, "stacked")])
async def test_the_first_status_line_names_the_layout(painted, width, layout):
    async with app().run_test(size=(width, 30)) as pilot:
        await pilot.pause()
        assert all(layout in state for state in painted[1])
