"""Help, wrong usage and trouble: one line each with a way out, and status 2."""

import signal
import subprocess
import sys

import pytest

from tui_app import __version__
from tui_app.cli import pair, parser
from tui_app.cli.main import main

DIPTYCH = [sys.executable, "-m", "tui_app"]


@pytest.fixture
def texts(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("One here. Two there.")
    (tmp_path / "b.txt").write_text("One here. Three there.")
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").write_text("\n")
    (tmp_path / "binary.txt").write_bytes(bytes(500))
    return tmp_path


def complaint(capsys, *words):
    assert main(words) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    (line,) = printed.err.splitlines()
    assert line.startswith("diptych: ")
    what, why = line.removeprefix("diptych: ").split(": ", 1)
    assert ", " in why
    return what, why


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize(
    ("words", "what", "why"),
    [
        (["align"], "align", "LEFT"),
        (["align", "a.txt"], "a.txt", "no second text"),
        (["align", "a.txt", "b.txt", "c.txt"], "align", "unrecognized"),
        (["align", "a.txt", "b.txt", "--unit", "word"], "--unit", "sentence"),
        (["align", "a.txt", "b.txt", "--un", "line"], "align", "unrecognized"),
        (["align", "-", "-"], "-", "only one text"),
        (["diff", "missing.txt", "b.txt"], "missing.txt", "no such file"),
        (["diff", "folder", "b.txt"], "folder", "is a folder"),
        (["diff", "a.txt", "empty.txt"], "empty.txt", "is empty"),
        (["diff", "a.txt", "binary.txt"], "binary.txt", "looks binary"),
        (["align", "a.txt", "ftp://x.org/"], "ftp://x.org/", "only http and https"),
        (["missing.txt", "b.txt"], "missing.txt", "no such file"),
        (["a.txt"], "a.txt", "no second text"),
        (["a.txt", "b.txt", "gone.txt"], "gone.txt", "no such file"),
        (["a.txt", "folder", "-"], "-", "made of files and folders"),
        (["folder", "--notes", "n.jsonl"], "--notes", "needs two texts"),
        (["pairs", "missing"], "missing", "no such file"),
        (["export", "a.txt", "b.txt"], "export", "neither a file nor a form"),
        (["export", "a.txt", "b.txt", "-o", "x.pdf"], "x.pdf", "names no form"),
        (["export", "a.txt", "b.txt", "--format", "pdf"], "--format", "invalid"),
        (["export", "a.txt", "b.txt", "-o", "a.csv", "--kind", "x"], "--kind", "x"),
        (
            ["export", "a.txt", "b.txt", "-o", "a.csv", "--rows", "4-2"],
            "--rows 4-2",
            "no range",
        ),
        (
            ["export", "a.txt", "b.txt", "-o", "a.csv", "--rows", "99"],
            "--rows 99",
            "rows are 1 to",
        ),
        (
            ["export", "a.txt", "b.txt", "-o", "x.md", "--notes-only", "--no-notes"],
            "--notes-only",
            "without notes",
        ),
        (["notes", "import", "a.txt", "b.txt"], "notes import", "required: FILE"),
        (["notes", "burn", "a.txt", "b.txt"], "notes burn", "no such action"),
        (["notes", "lst", "a.txt", "b.txt"], "notes lst", "mean 'diptych notes list'"),
        (["notes"], "notes", "use one of list, add"),
        (["notes", "--json", "list"], "--json", "an action comes before its options"),
        (["dif", "a.txt", "b.txt"], "dif", "did you mean 'diptych diff'"),
        (["dif", "a.txt"], "dif", "did you mean 'diptych diff'"),
        (["algin", "--json", "a.txt", "b.txt"], "algin", "did you mean"),
        (["git-setp"], "git-setp", "did you mean 'diptych git-setup'"),
        (["diff", "a.txt", "b.txt", "--fact"], "diff", "did you mean '--facts'"),
        (["diff", "a.txt", "b.txt", "-q", "--json"], "--json", "not allowed"),
        (["completion", "csh"], "SHELL", "invalid choice"),
        (["align", "a.txt", "b.txt", "--config", "no.toml"], "no.toml", "no such file"),
        (["align", "a.txt", "b.txt", "--config", ""], "--config", "no file is named"),
        (["config", "--config", "folder"], "folder", "no regular file"),
        (["config", "--config", "binary.txt"], "binary.txt", "is not TOML"),
        (["--print-notes"], "--print-notes", "needs two texts"),
        (["a.txt", "b.txt", "--print-notes=all"], "--print-notes", "invalid choice"),
        (["note", "list", "a.txt", "b.txt"], "note", "did you mean 'diptych notes'"),
        (["notes", "list", "a.txt", "b.txt", "-m", "x"], "-m", "goes with notes add"),
        (["notes", "where", "a.txt", "b.txt", "--tag", "x"], "--tag", "notes add"),
        (
            ["notes", "add", "a.txt", "b.txt", "c", "-m", "x"],
            "notes add",
            "unrecognized arguments: c",
        ),
        (["notes", "import", "a.txt", "b.txt", "-o", "x"], "-o", "notes export"),
        (
            ["align", "a.txt", "b.txt", "--notes", "x", "--no-notes"],
            "--no-notes",
            "not allowed",
        ),
        (["--unit", "line", "align", "a.txt"], "align", "before its options"),
        (["--unit", "line"], "--unit", "needs two texts"),
        (["--changes", "reject"], "--changes", "needs two texts"),
        (["--clipboard"], "--clipboard", "no second text"),
        (["--frobnicate"], "arguments", "unrecognized"),
        (["config", "extra"], "config", "unrecognized"),
    ],
)
def test_wrong_usage_is_one_line_with_a_way_out(capsys, words, what, why):
    found, reason = complaint(capsys, *words)
    assert found == what
    assert why in reason


@pytest.mark.usefixtures("texts")
def test_without_a_terminal_the_screen_says_so():
    for words in ([], ["a.txt", "b.txt"]):
        done = subprocess.run(
            [*DIPTYCH, *words],
            check=False,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode == 2
        assert done.stdout == ""
        (line,) = done.stderr.splitlines()
        assert "not a terminal" in line


@pytest.mark.parametrize(
    "words", [[], ["align"], ["diff"], ["export"], ["notes"], ["config"]]
)
def test_help_is_printed_and_is_no_trouble(capsys, words):
    assert main([*words, "--help"]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith(" ".join(["usage: diptych", *words]))
    assert printed.err == ""


def test_help_names_every_command(capsys):
    main(["--help"])
    printed = capsys.readouterr().out
    assert all(f"  {name} " in printed for name in parser.COMMANDS)


def test_the_version_is_the_packages(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"diptych {__version__}\n"


def test_a_file_named_like_a_command_is_opened_by_its_path(texts, capsys):
    (texts / "align").write_text("One here.")
    assert main(["diff", "./align", "./align"]) == 0
    assert "1 the same" in capsys.readouterr().out
    what, _ = complaint(capsys, "./align")
    assert what == "./align"


@pytest.mark.usefixtures("texts")
def test_an_unforeseen_error_is_one_line_too(capsys, monkeypatch):
    def fail(*_, **__):
        raise RuntimeError("two\nlines \x1b[31m")

    monkeypatch.setattr(pair, "compare_as_counted", fail)
    what, why = complaint(capsys, "align", "a.txt", "b.txt")
    assert what == "unexpected trouble"
    assert "RuntimeError" in why
    assert "\x1b" not in why
    monkeypatch.setenv("DIPTYCH_TRACEBACK", "1")
    with pytest.raises(RuntimeError):
        main(["align", "a.txt", "b.txt"])


@pytest.mark.usefixtures("texts")
def test_ctrl_c_ends_quietly(capsys, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(pair, "compare_as_counted", interrupt)
    assert main(["align", "a.txt", "b.txt"]) == 130
    assert capsys.readouterr().err == ""


INTERRUPTED_WHILE_IT_IS_READ = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
_, awaited = sys.argv

class Interrupt:
    def find_spec(self, name, path, target=None):
        if name == awaited:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupt())
from tui_app.__main__ import main
sys.argv[1:] = ["config"]
sys.exit(main())
"""


@pytest.mark.parametrize(
    ("module", "status"),
    [
        ("tui_app.cli.main", -signal.SIGINT),
        ("tui_app.cli.output", -signal.SIGINT),
        ("tui_app.cli.parser", 130),
    ],
)
def test_so_does_ctrl_c_while_the_program_itself_is_read(module, status):
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_WHILE_IT_IS_READ, module],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (status, b"", b"")


def test_a_closed_pipe_ends_quietly(texts):
    (texts / "long.txt").write_text("A sentence that repeats itself. " * 20_000)
    with subprocess.Popen(
        [*DIPTYCH, "align", "long.txt", "a.txt", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141
