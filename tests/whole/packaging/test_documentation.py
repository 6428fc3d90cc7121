"""The documentation says what the program does."""

import importlib.util
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
CODE = [path for name in ("tui_app", "tests", "benchmarks", "docs")
        for path in (ROOT / name).rglob("*.py")]  # fmt: skip
_LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
_MODULE = re.compile(r"`(\w+/[\w/]*|[\w/]+\.py)`")
_PAGE = re.compile(r"``(docs/[\w/]+\.md)``")


@pytest.fixture(scope="module")
def make_reference():
    spec = importlib.util.spec_from_file_location(
        "make_reference", DOCS / "make_reference.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["commands", "keys", "modules", "screen", "settings"])
def test_the_reference_is_what_the_code_says(make_reference, name):
    """Where this fails: ``python docs/make_reference.py``, and look at the change."""
    if name == "commands" and sys.version_info >= (3, 13):
        pytest.skip("argparse sets its help otherwise from Python 3.13 on")
    text = (DOCS / "reference" / f"{name}.md").read_text(encoding="utf-8")
    assert "<!-- made: " in text
    assert text == make_reference.page(text)


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
