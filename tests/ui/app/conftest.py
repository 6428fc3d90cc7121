"""A reader on two small texts, and the screen as the user sees it."""

import pytest

from tui_app.review.session import Environment, Request, prepare
from tui_app.settings.config_file import Configuration, read_configuration
from tui_app.settings.memory import Memory
from tui_app.ui.app import DiptychApp

LEFT = """The river report

The harbour was closed for five years after the flood of 1998.

Engineers said that the work must be finished before winter.

The mayor walked along the quay and spoke to the owners of the boats.
"""

RIGHT = """The river report

The harbour was closed for seven years after the flood of 1998.

Engineers said that the work should be finished before winter.

The mayor went along the quay and talked to the owners of the boats.
"""


@pytest.fixture
def open_reader(tmp_path):
    """Return a function that makes an App with a reader on two texts."""

    def make(left=LEFT, right=RIGHT, config="", names=("left.txt", "right.txt")):
        paths = [tmp_path / name for name in names]
        for path, text in zip(paths, (left, right), strict=True):
            path.write_text(text, encoding="utf-8")
        around = surroundings(tmp_path, config)
        request = Request(str(paths[0]), str(paths[1]), None, tmp_path / "notes.jsonl")
        return DiptychApp(prepare(request, around), around)

    return make


@pytest.fixture
def open_start(tmp_path):
    """Return a function that makes an App with the start screen."""

    def make(samples=(), config=""):
        return DiptychApp(None, surroundings(tmp_path, config), samples)

    return make


def surroundings(folder, config=""):
    memory = Memory(folder / "state" / "state.json")
    return Environment(configuration(folder, config), memory, memory.read())


def configuration(folder, text) -> Configuration:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return read_configuration(path)


@pytest.fixture
def screen_lines():
    """Return a function that reads the screen line by line."""

    def read(app):
        strips = app.screen._compositor.render_strips()
        return [strip.text for strip in strips]

    return read
