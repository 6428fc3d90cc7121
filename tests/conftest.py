"""What all tests share: a home of their own, texts made up, a real browser."""

import os
import random
import re
import shutil
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tui_app.core.model import Document, Role, Unit

from .browser import Browser

TESTS = Path(__file__).parent

# How long an example takes is no promise: on a busy machine one in thousands is late.
settings.register_profile(
    "unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("unhurried")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers():
    """Start twice as many as there are cores: tests of screens mostly wait."""
    return min(2 * (os.cpu_count() or 1), 16)


def pytest_configure(config):
    """Let the processes of a run, dozens, share what each would compile for itself."""
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if _is_part_of_whole_run(config):
        # Each begins to import (and compile) elsewhere, and finds the rest compiled.
        given = config.workerinput
        files = sorted(map(str, TESTS.rglob("test_*.py")))
        number = int(given["workerid"].removeprefix("gw"))
        first = number * len(files) // given["workercount"]
        config.args = files[first:] + files[:first]


def pytest_collection_modifyitems(config, items):
    """Mix, for many processes, tests that wait with tests that work."""
    if _is_part_of_whole_run(config):
        items.sort(key=lambda item: (_lot(item.path), item.path))


def _is_part_of_whole_run(config) -> bool:
    whole = config.args_source is config.ArgsSource.TESTPATHS
    return whole and hasattr(config, "workerinput")


def _lot(path: Path) -> int:
    return zlib.crc32(path.relative_to(TESTS).as_posix().encode())


def pytest_addoption(parser):
    parser.addoption(
        "--update-snapshots",
        action="store_true",
        help="take what the program shows and prints now for what it should",
    )


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory, monkeypatch):
    """Point every place for data, state and settings into a folder of the test."""
    home = tmp_path_factory.mktemp("home")
    for name in ("DATA", "STATE", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("XDG_DATA_DIRS", str(home / "shared"))
    for name in ("NO_COLOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    return home


def _make_document(lines, roles=()):
    units, at = [], 0
    for number, line in enumerate(lines):
        role = roles[number] if number < len(roles) else Role.BODY
        units.append(Unit(at, at + len(line), number, role))
        at += len(line) + 1
    return Document("\n".join(lines), None, "", "line", tuple(units))


def _make_story(count, seed=1, vocabulary=900, lengths=(7, 18), stop="."):
    dice = random.Random(seed)  # noqa: S311  # a text, not a secret
    syllables = [a + b for a in "bdfglmnprst" for b in ("a", "e", "i", "o", "u", "an")]
    words = ["".join(dice.choices(syllables, k=3)) for _ in range(vocabulary)]
    weights = [1 / (rank + 3) for rank in range(vocabulary)]
    return [
        " ".join(dice.choices(words, weights, k=dice.randint(*lengths))) + stop
        for _ in range(count)
    ]


@pytest.fixture(name="document")
def _document():
    """Make a document of which every line is a unit."""
    return _make_document


@pytest.fixture(name="story")
def _story():
    """Make lines of random words, some of them much commoner than others."""
    return _make_story


@pytest.fixture
def two_reports(tmp_path):
    """Return the paths of two reports of one event, which differ in all ways."""
    paths = []
    for name in ("left.txt", "right.txt"):
        path = tmp_path / name
        path.write_bytes((Path(__file__).parent / "texts" / name).read_bytes())
        paths.append(str(path))
    return paths


@pytest.fixture
def until():
    """Return a wait for a condition; much is done beside the screen."""

    async def wait(pilot, condition: Callable[[], object]) -> None:
        for _ in range(1500):
            if condition():
                return
            await pilot.pause(0.02)
        raise AssertionError("it did not come to pass")

    return wait


@pytest.fixture(scope="module")
def one_browser(tmp_path_factory):
    """Return a browser, one for all tests of a module."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("there is no chromium here: NOTHING IS TRIED IN A REAL BROWSER")
    browser = Browser(program, tmp_path_factory.mktemp("chromium"))
    yield browser
    browser.close()


@pytest.fixture
def browser(one_browser):
    """Return the browser with a new page."""
    one_browser.new_page()
    yield one_browser
    one_browser.close_page()


_BY_ANN = 'w:author="Ann" w:date="2024-05-01T10:00:00Z"'
_CHANGE = re.compile(r"\{([-+])(.*?)[-+]\}")


@pytest.fixture
def tracked_file(tmp_path) -> Callable[..., str]:
    """Return a function that writes a Word file: ``{-gone-}`` and ``{+new+}`` words."""

    def write(*paragraphs: str, name: str = "report.docx") -> str:
        spaces = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        body = "".join(map(_tracked_paragraph, paragraphs))
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(
                "word/document.xml",
                f'<w:document xmlns:w="{spaces}"><w:body>{body}</w:body></w:document>',
            )
        return str(path)

    return write


def _tracked_paragraph(words: str) -> str:
    def run(text: str, name: str = "t") -> str:
        return f"<w:r><w:{name}>{text}</w:{name}></w:r>"

    pieces = []
    for number, piece in enumerate(_CHANGE.split(words)):
        if number % 3 == 0:
            pieces.append(run(piece))
        elif number % 3 == 1:
            sign = piece
        elif sign == "-":
            pieces.append(f"<w:del {_BY_ANN}>{run(piece, 'delText')}</w:del>")
        else:
            pieces.append(f"<w:ins {_BY_ANN}>{run(piece)}</w:ins>")
    return f"<w:p>{''.join(pieces)}</w:p>"
