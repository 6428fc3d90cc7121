"""Every dependency stands under a licence that the page of licences tells."""

import importlib.util
import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[3]
PERMISSIVE = {"0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0",
              "ISC", "MIT", "PSF-2.0", "Zlib"}  # fmt: skip
_ROW = re.compile(r"^\| ([\w-]+) \| (.+?) \| (.+?) \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def make_licences():
    path = ROOT / "docs" / "make_licences.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def locked():
    lock = (ROOT / "requirements-test.txt").read_text("utf-8")
    lines = re.findall(r"^[a-z].*?(?= \\$)", lock, re.MULTILINE)
    wanted = [Requirement(line) for line in lines]
    return {canonicalize_name(one.name) for one in wanted
            if one.marker is None or one.marker.evaluate()}  # fmt: skip


def test_the_page_tells_what_the_packages_say(make_licences):
    """Where this fails: ``python docs/make_licences.py``, and look at the change."""
    page = make_licences.PAGE.read_text("utf-8")
    assert page.endswith("\n".join(make_licences.table()) + "\n")


def test_every_locked_package_is_told(make_licences):
    assert {canonicalize_name(name) for name in make_licences.needed()} >= locked()


def test_what_is_not_permissive_is_named_with_what_it_is_for(make_licences):
    before, _, table = make_licences.PAGE.read_text("utf-8").partition("| package |")
    rows = _ROW.findall(table)
    other = {name for name, licence, _ in rows
             if not set(re.split(r" (?:AND|OR) ", licence)) <= PERMISSIVE}  # fmt: skip
    assert len(rows) > 40
    assert other
    assert all(f"`{name}`" in before for name in other)
