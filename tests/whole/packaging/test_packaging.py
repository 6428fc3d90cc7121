"""What a newcomer types works, and what is installed is all there."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tui_app.library.samples import sample_files

ROOT = Path(__file__).parents[3]
README = (ROOT / "README.md").read_text("utf-8")
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def first_block(heading):
    section = README.split(f"\n## {heading}\n", 1)[1]
    return re.search(r"```[^\n]*\n(.*?)\n```", section, re.DOTALL)[1]


@pytest.mark.parametrize("heading", ["Run", "Test"])
def test_the_readme_has_one_line_to_run_and_one_to_test(heading):
    block = first_block(heading)
    assert len(block.splitlines()) == 1
    assert block.startswith("python3 -m venv .venv && .venv/bin/pip install")


def test_the_run_line_opens_two_articles_that_are_there():
    paths = re.findall(r"seeds/\S+", first_block("Run"))
    assert len(paths) == 2
    assert all((ROOT / path).is_file() for path in paths)


def test_the_test_line_installs_from_a_lock_and_runs_all_tests():
    line = first_block("Test")
    assert "-r requirements-test.txt" in line
    assert line.endswith("&& .venv/bin/pytest -q -n auto --dist worksteal")  # all
    lock = (ROOT / "requirements-test.txt").read_text("utf-8")
    assert re.findall(r"^[a-z]\S*==\S+ \\$", lock, re.MULTILINE)
    assert "--hash=sha256:" in lock


def test_the_check_runs_the_line_of_the_readme():
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    text = script.read_text("utf-8")
    assert "README.md" in text
    assert "pytest" not in text


def test_the_wheel_is_told_to_hold_the_samples_and_the_command():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["packages"] == ["tui_app"]
    assert wheel["force-include"] == {"seeds": "tui_app/samples"}
    page = {"docs/diptych.1": "share/man/man1/diptych.1"}
    assert wheel["shared-data"] == page
    assert project["project"]["scripts"] == {"diptych": "tui_app.__main__:main"}


def test_the_samples_are_found_in_a_checkout():
    assert [path.name for path in sample_files()] == [path.name for path in SEEDS]


PAGE_ENDINGS = (".html.j2", "_row.html.j2", ".css.j2", ".js")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel as pip does; it may have to fetch the build backend."""
    if "CI" not in os.environ:
        pytest.skip("the wheel is built where CI is set, as .ci/run sets it")
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
    subprocess.run([*pip, "-w", str(folder), str(ROOT)], check=True, timeout=300)
    (built,) = folder.glob("*.whl")
    return built


def test_the_sample_articles_travel_with_the_wheel(wheel):
    with zipfile.ZipFile(wheel) as archive:
        for seed in SEEDS:
            inside = archive.read(f"tui_app/samples/{seed.name}")
            assert inside == seed.read_bytes()


def test_the_man_page_travels_with_the_wheel(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (one for one in archive.namelist() if one.endswith("/diptych.1"))
        assert name.endswith(".data/data/share/man/man1/diptych.1")
        assert archive.read(name) == (ROOT / "docs" / "diptych.1").read_bytes()


def test_the_wheel_holds_every_module_and_the_marker_of_types(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    modules = {
        path.relative_to(ROOT).as_posix() for path in (ROOT / "tui_app").rglob("*.py")
    }
    assert modules <= names
    page = {f"tui_app/core/exports/page{end}" for end in PAGE_ENDINGS}
    assert page <= names
    assert "tui_app/py.typed" in names
    assert not [name for name in names if name.startswith("tests/")]
