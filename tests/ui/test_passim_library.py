"""The library opens on what passim found: a group for each cluster, Enter reads two."""

from pathlib import Path

from tui_app.library.passim_clusters import (
    PassagePlaces,
    read_clusters,
    shelf_of_clusters,
)
from tui_app.review.request import LibraryRequest
from tui_app.review.session import read_environment
from tui_app.ui.app import DiptychApp
from tui_app.ui.library_screens.library_screen import LibraryScreen
from tui_app.ui.reader.screen import ReaderScreen

OUTPUT = Path(__file__).parents[1] / "library" / "passim_output"


async def test_a_pair_of_a_cluster_is_opened(
    tmp_path, until, screen_lines, monkeypatch
):
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    places = PassagePlaces(str(tmp_path))
    shelf = shelf_of_clusters(read_clusters([str(OUTPUT)], []), tmp_path, places)
    request = LibraryRequest(whole=places.place_of, called="passim: found")
    app = DiptychApp(None, read_environment(), shelf, request)
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await until(
            pilot,
            lambda: any("Storm in the valley" in line for line in screen_lines(app)),
        )
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        assert "The storm came over the hills" in app.screen.review.comparison.left.text
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await pilot.pause()
        lines = screen_lines(app)
    assert "passim: found" in lines[0]
    assert not any("opened before" in line or "Recent" in line for line in lines)
    remembered = app.environment.memory.read()
    assert not remembered.recent, "its files are gone after this run"
