"""The documentation says what the program does."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tui_app.cli.parser import all_parsers
from tui_app.core.kinds import Kind

ROOT = Path(__file__).parents[3]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
CODE = [path for name in ("tui_app", "tests", "benchmarks", "docs")
        for path in (ROOT / name).rglob("*.py")]  # fmt: skip
MADE = ["commands", "keys", "kinds", "modules", "screen", "settings"]
_LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
_NAME = re.compile(r"`(\w+)`")
_MODULE = re.compile(r"`(\w+/[\w/]*|[\w/]+\.py)`")
_PAGE = re.compile(r"``(docs/[\w/]+\.md)``")


def script(name):
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def make_reference():
    return script("make_reference")


@pytest.fixture(scope="module")
def make_man_page():
    return script("make_man_page")


@pytest.mark.parametrize("name", MADE)
def test_the_reference_is_what_the_code_says(make_reference, name):
    """Where this fails: ``python docs/make_reference.py``, and look at the change."""
    if name == "commands" and sys.version_info >= (3, 13):
        pytest.skip("argparse sets its help otherwise from Python 3.13 on")
    text = (DOCS / "reference" / f"{name}.md").read_text(encoding="utf-8")
    assert "<!-- made: " in text
    assert text == make_reference.page(text)


def test_the_page_of_kinds_says_of_each_what_it_is_about():
    said = (DOCS / "reference" / "kinds.md").read_text("utf-8").partition("\n## ")[0]
    rows = (line.split("|") for line in said.splitlines() if line.startswith("| `"))
    told = {name: row[2].strip() for row in rows for name in _NAME.findall(row[1])}
    assert set(told) == set(Kind)
    assert all(told.values())


def test_the_man_page_is_what_the_parsers_say(make_man_page):
    """Where this fails: ``python docs/make_man_page.py``, and look at the change."""
    text = (DOCS / "diptych.1").read_text(encoding="utf-8")
    assert text == make_man_page.page()
    assert text.isascii()
    for parser in all_parsers():
        options = (name for one in parser.arguments for name in one.option_strings)
        taken = set(options) - {"-h", "--help"}
        assert all(name.replace("-", r"\-") in text for name in taken)


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not installed here")
def test_the_man_page_can_be_set():
    done = subprocess.run(
        ["man", "--warnings=all", "-l", str(DOCS / "diptych.1")],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"MANWIDTH": "90", "LANG": "C.UTF-8"},
    )
    assert done.stderr == ""
    assert "--print-notes[=FORM]" in done.stdout
    assert "EXIT STATUS" in done.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_module_and_room_that_is_named_is_there(page):
    there = [f"/{path.relative_to(ROOT).as_posix()}" for path in CODE]
    for name in _MODULE.findall(page.read_text(encoding="utf-8")):
        inside = f"/{name.removesuffix('.py').strip('/')}"
        found = (path for path in there if f"{inside}/" in path.replace(".py", "/"))
        assert (ROOT / name).exists() or any(found), name


def test_every_page_that_the_code_names_is_there():
    for path in CODE:
        for name in _PAGE.findall(path.read_text(encoding="utf-8")):
            assert (ROOT / name).exists(), (path, name)
