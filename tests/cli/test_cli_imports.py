"""What stays unloaded: the screen for commands, everything for ``import tui_app``."""

import subprocess
import sys

import pytest

HEAVY = {"textual", "numpy", "rich", "rapidfuzz", "sentencex", "charset_normalizer"}


def loaded(code, cwd):
    """Return the packages that running ``code`` loads."""
    whole = f"{code}\nimport sys\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", whole],
        check=False,
        cwd=cwd,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in done.stderr.split()}


@pytest.fixture
def texts(tmp_path):
    (tmp_path / "a.txt").write_text("One here. Two there.")
    (tmp_path / "b.txt").write_text("One here. Three there.")
    return tmp_path


COMMANDS = {
    "--help": 0,
    "--version": 0,
    "align --help": 0,
    "align a.txt b.txt": 0,
    "align a.txt b.txt --json": 0,
    "diff a.txt b.txt": 1,
    "diff a.txt b.txt --json": 1,
    "diff a.txt b.txt --html": 1,
    "diff a.txt a.txt --facts": 0,
    "diff a.txt b.txt -q": 1,
    "notes --help": 0,
    "notes list --help": 0,
    "notes list a.txt b.txt": 0,
    "git-setup": 0,
    "notes add a.txt b.txt -m x --row 1": 0,
    "export a.txt b.txt --format csv": 0,
    "export a.txt b.txt -o out.md": 0,
    "serve --help": 0,
    "serve a.txt missing.txt": 2,
    "config": 0,
    "pairs .": 0,
    "missing.txt a.txt": 2,
}


def test_no_command_loads_the_screen(texts):
    code = f"""
from contextlib import redirect_stderr
from io import StringIO
import sys
from tui_app.cli.main import main
for command, status in {COMMANDS!r}.items():
    with redirect_stderr(StringIO()):
        assert main(command.split()) == status, command
    assert "textual" not in sys.modules, command
"""
    assert "textual" not in loaded(code, texts)


def test_importing_the_package_loads_nothing_heavy(tmp_path):
    assert not loaded("import tui_app", tmp_path) & HEAVY


def test_comparing_from_python_needs_no_terminal_library(tmp_path):
    code = "import tui_app\ntui_app.compare_texts('One.', 'Two.').to_dict()"
    assert not loaded(code, tmp_path) & {"textual", "rich"}


def test_help_and_version_load_no_library_at_all(tmp_path):
    code = "from tui_app.cli.main import main\nmain(['--version'])"
    assert not loaded(code, tmp_path) & (HEAVY - {"sentencex"})
