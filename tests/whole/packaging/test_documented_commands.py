"""Each command and example of the documentation is run, on documents made for it.

A section is run from its top to its end in a folder of its own, as somebody would who
follows it; the tutorial is one section. What needs a person or a network is replaced:
the reader is prepared and left at once, nothing is served, addresses are answered here.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

import pytest

from tui_app.cli.main import main
from tui_app.cli.parser import all_parsers, parse
from tui_app.core.loading import address, clipboard
from tui_app.library.shelf_reading import read_shelf
from tui_app.review.session import prepare, read_environment
from tui_app.serving import server
from tui_app.ui import launch

ROOT = Path(__file__).parents[3]
DOCS = ROOT / "docs"
PAGES = [
    ROOT / "README.md",
    DOCS / "tutorial.md",
    DOCS / "how-to.md",
    *sorted((DOCS / "explanation").glob("*.md")),
]
PARSERS = list(all_parsers())
NAMES = {parser.name for parser in PARSERS}
OPTIONS = {
    name
    for parser in PARSERS
    for argument in parser.arguments
    for name in argument.option_strings
}
OF_THE_INSTALLATION = ("python3 -m venv ", ".venv/bin/pip ", ".venv/bin/pytest ")
"""What the README says beside: ``test_packaging`` looks at it."""

INPUTS = ("texts", "left", "right", "file", "against", "others", "paths", "base")
"""Where a command's parser puts the documents it is about."""

_PIECE = re.compile(
    r"^```(?P<language>\w*)\n(?P<block>.*?)^```$"
    r"|^(?P<indented>(?: {4}\S[^\n]*\n)+)"
    r"|`(?P<inline>(?:\.venv/bin/)?diptych\b[^`]*)`",
    re.DOTALL | re.MULTILINE,
)
_CODE = re.compile(r"^```.*?^```|`[^`]+`|^ {4}[^\n]*", re.DOTALL | re.MULTILINE)
_OF_OTHERS = re.compile(r"\b(pip|pytest|git) |--update-snapshots|--long")
_OPTION = re.compile(r"(?<![\w{-])--[a-z][a-z-]*")
_SECTION = re.compile("^(?=## )", re.MULTILINE)


class Step(NamedTuple):
    """A line of a shell, a mention of one in a sentence, or an example in Python."""

    sort: str
    text: str

    def commands(self) -> list[str]:
        """Return the commands of a shell in it; a mere name is none."""
        if self.sort == "shell":
            return self.text.split(" && ")
        name = self.text.removeprefix("diptych").strip()
        return [] if self.sort == "python" or name in NAMES else [self.text]


def steps_of(text: str) -> Iterator[Step]:
    """Yield what a text tells one to do, in its order."""
    for piece in _PIECE.finditer(text):
        language, block = piece["language"], piece["block"]
        if piece["inline"]:
            yield Step("mention", " ".join(piece["inline"].split()))
        elif language == "python":
            yield Step("python", block)
        elif not language:  # of a shell, unless it says what it is
            lines = (block or piece["indented"]).splitlines()
            yield from (Step("shell", one.strip()) for one in lines if one.strip())


def sections() -> Iterator[tuple[str, list[Step]]]:
    """Yield the name and the steps of each section that has any."""
    for page in PAGES:
        text = page.read_text("utf-8")
        whole = page.stem == "tutorial"
        for section in [text] if whole else _SECTION.split(text):
            heading = section.partition("\n")[0].strip("# …")
            if steps := list(steps_of(section)):
                yield f"{page.stem}: {heading}", steps


SECTIONS = dict(sections())


def words_of(command: str) -> list[str]:
    """Return the words of a shell's command; a sign of the shell is a word."""
    lexer = shlex.shlex(command, posix=True, punctuation_chars="|>")
    lexer.whitespace_split = True
    return list(lexer)


class Follower:
    """Somebody who does what a section says, in the working directory."""

    def __init__(self, write_document, capsys):
        self.write_document, self.capsys = write_document, capsys

    def follow(self, step: Step) -> list[str]:
        """Do it; return the commands in it that fail."""
        if step.sort == "python":
            self._python(step.text)
        return [command for command in step.commands() if not self._shell(command)]

    def _python(self, code: str) -> None:
        for names in re.findall(r"compare_files\((.*)\)", code):
            self._make(re.findall(r'"([^"]+)"', names))
        exec(compile(code, "an example", "exec"), {})  # noqa: S102  # our own page

    def _shell(self, command: str) -> bool:
        program, *words = words_of(command)
        if program.removeprefix(".venv/bin/") == "diptych":
            return self._diptych(words)
        if program == "git":
            return self._git(words)
        return command.startswith(OF_THE_INSTALLATION)

    def _diptych(self, words: list[str]) -> bool:
        words = ["diff" if word == "COMMAND" else word for word in words]
        words, sign, after = _parted(words)
        asked = parse(words)
        options = vars(asked[1]) if asked else {}  # none: the help was asked for
        texts = _inputs(words, options)
        self._make(texts)
        if words[:1] == ["words"]:
            _write_translation(*map(Path, texts))
        for name in options.get("words") or ():
            Path(name).write_text("choir\tChor\n", "utf-8")
        if words[:2] == ["notes", "list"]:  # there are some by then
            assert main(["notes", "add", *texts, "--row", "1", "-m", "Why?"]) == 0
        _make_surroundings(words)
        self.capsys.readouterr()
        if main(words) not in ({0, 1} if words[:1] == ["diff"] else {0}):
            return False
        printed = self.capsys.readouterr()
        if output := options.get("output"):
            assert Path(output).stat().st_size
        elif "texts" not in options or options["print_notes"]:
            assert printed.out or options.get("quiet")
        if sign == ">":
            place = Path(after[0]).expanduser()
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(printed.out, "utf-8")
        elif sign:
            assert (sign, after[0]) == ("|", "less")
        return True

    def _make(self, names: list[str]) -> None:
        """Make the documents that are named and not there."""
        for name in names:
            if "://" in name or name == "-" or Path(name).exists():
                continue
            if name == "FOLDER" or name.endswith("/"):
                Path(name).mkdir()
                self._make([f"{name}/a.txt", f"{name}/b.md"])
            else:
                self.write_document(Path(name))

    def _git(self, words: list[str]) -> bool:
        if shutil.which("git") is None:
            pytest.skip("git is not installed here")
        if not Path(".git").exists():
            _begin_repository()
        names = [word for word in words if Path(word).suffix] or ["prose.md"]
        for version in ("the first", "the second", "not committed"):
            for name in names:
                self.write_document(Path(name))
            if version != "not committed":
                _run("git", "add", *names)
                _run("git", "commit", "-qm", version)
        assert main(["git-setup", "--write"]) == 0
        return _run("git", *words) != ""


def _parted(words: list[str]) -> tuple[list[str], str, list[str]]:
    """Return a command, the sign that says where its output goes, and where."""
    place = next((n for n, word in enumerate(words) if word in "|>"), len(words))
    return words[:place], "".join(words[place : place + 1]), words[place + 1 :]


def _inputs(words: list[str], options: dict) -> list[str]:
    names = INPUTS[:3] if words[:2] == ["notes", "export"] else INPUTS
    found = [options[name] for name in names if options.get(name)]
    return [one for name in found for one in (name if type(name) is list else [name])]


def _write_translation(left: Path, right: Path) -> None:
    """Write a text and its translation: every beast meets every other."""
    beasts = [("Hund", "dog"), ("Fuchs", "fox"), ("Bär", "bear"), ("Rabe", "raven")]
    pairs = list(permutations(beasts, 2)) * 2
    german = [f"Und der {a[0]} war nicht bei dem {b[0]}." for a, b in pairs]
    english = [f"And the {a[1]} was not with the {b[1]}." for a, b in pairs]
    left.write_text("\n\n".join(german), "utf-8")
    right.write_text("\n\n".join(english), "utf-8")


def _run(*words: str) -> str:
    done = subprocess.run(
        words, check=False, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _make_surroundings(words: list[str]) -> None:
    """Make what a command is about besides documents."""
    if words[:2] == ["import", "passim"]:
        shutil.copytree(ROOT / "tests" / "library" / "passim_output", words[2])
    if words[:1] == ["git-setup"] and not Path(".git").exists():
        _begin_repository()


def _begin_repository() -> None:
    _run("git", "init", "-q", "-b", "main")
    _run("git", "config", "user.name", "Ann")
    _run("git", "config", "user.email", "ann@example.org")


@pytest.fixture
def follower(tmp_path, own_home, monkeypatch, capsys, write_document, web_page):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(own_home))
    _programs(tmp_path / "programs", monkeypatch)
    monkeypatch.setattr(launch, "run_reader", _read_and_leave)
    monkeypatch.setattr(launch, "run_library", _look_and_leave)
    monkeypatch.setattr(server, "serve", _say_where)
    monkeypatch.setattr(address, "fetch", web_page)
    monkeypatch.setattr(clipboard, "read_clipboard", lambda: b"The choir sang.")
    return Follower(write_document, capsys)


def _read_and_leave(request, asked, *, prints=False):
    """Prepare all that the reader shows, as it does, and show it to nobody."""
    assert prints in {True, False}
    session = prepare(request, read_environment(asked))
    return launch.Reading(0, session.left, session.right, session.comparison)


def _look_and_leave(request, asked):
    """Read all files of the library, and show it to nobody."""
    shelf, *_ = launch._beginning(request, asked)
    if request.paths:
        *_, shelf = read_shelf(request.paths)
    return 0 if shelf.texts else 2


def _say_where(_command, _title, port, say):
    say(f"http://127.0.0.1:{port}/")


def _programs(folder: Path, monkeypatch) -> None:
    """Let git find the program; in the place of its reader is one that looks."""
    folder.mkdir()
    program = folder / "diptych"
    program.write_text(
        f'#!/bin/sh\n[ "$1" = text ] && exec "{sys.executable}" -m tui_app "$@"\n'
        'test -s "$1" && test -s "$2" && echo opened\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in ("GIT_DIR", "GIT_CONFIG", "GIT_CONFIG_GLOBAL", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("section", SECTIONS)
def test_what_a_section_says_can_be_done(section, follower):
    for step in SECTIONS[section]:
        try:
            assert follower.follow(step) == []
        except BaseException as trouble:
            trouble.add_note(f"while doing what it says: {step.text}")
            raise


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_option_that_is_named_is_there(page):
    pieces = _CODE.findall(page.read_text("utf-8"))
    lines = (line for piece in pieces for line in piece.splitlines())
    ours = (line for line in lines if not _OF_OTHERS.search(line))
    named = {name for line in ours for name in _OPTION.findall(line)}
    assert named <= OPTIONS


def test_every_command_is_shown_at_work():
    steps = (step for steps in SECTIONS.values() for step in steps)
    commands = {one for step in steps for one in step.commands()}
    for name in NAMES - {"notes"}:  # it has actions
        shown = re.compile(rf"(\.venv/bin/)?diptych {name}\b")
        assert any(map(shown.match, commands)), name
