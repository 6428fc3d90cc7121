"""Shells complete commands, options, choices and files; tried in the shells."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from tui_app.cli.main import main

FILES = ("left.docx", "right one.docx", "letters")


def need(shell):
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed here: its completion is not tried")


@pytest.fixture
def script(capsys, tmp_path, monkeypatch):
    """Write the completion of a shell beside some files, and go there."""

    def write(shell):
        need(shell)
        for name in FILES:
            (tmp_path / name).write_text("One.")
        monkeypatch.chdir(tmp_path)
        assert main(["completion", shell]) == 0
        path = tmp_path / f".completion.{shell}"
        path.write_text(capsys.readouterr().out)
        return path

    return write


def said_by(command, *, stdin=None):
    folder = Path(sys.executable).parent
    done = subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        input=stdin,
        env=os.environ | {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"},
        timeout=60,
    )
    assert done.stderr == ""
    return {line.partition("\t")[0].strip() for line in done.stdout.splitlines()}


def in_bash(path, *words):
    count = len(words)
    quoted = " ".join(f"'{word}'" for word in words)
    return said_by(
        [
            "bash",
            "--norc",
            "-c",
            (
                f"source '{path}'; COMP_WORDS=(diptych {quoted}); COMP_CWORD={count};"
                "_shtab_diptych 2>/dev/null; printf '%s\\n' \"${COMPREPLY[@]}\""
            ),
        ]
    ) - {""}


def in_fish(path, *words):
    line = " ".join(["diptych", *words[:-1], words[-1]])
    return said_by(["fish", "-N", "-c", f"source '{path}'; complete -C '{line}'"])


@pytest.mark.parametrize("shell", ["bash", "fish"])
def test_commands_actions_options_choices_and_files_are_completed(script, shell):
    path = script(shell)
    completed = {"bash": in_bash, "fish": in_fish}[shell]
    assert completed(path, "al") == {"align"}
    assert {"export", "letters", "left.docx"} <= completed(path, "")
    assert completed(path, "le") == {"letters", "left.docx"}
    assert completed(path, "letters", "left") == {"left.docx"}
    assert completed(path, "notes", "ex") == {"export"}
    assert "--facts" in completed(path, "diff", "--f")
    assert completed(path, "diff", "--color", "al") == {"always"}
    assert completed(path, "align", "letters", "left") == {"left.docx"}
    assert "--json" in completed(path, "notes", "list", "--j")
    assert not completed(path, "notes", "add", "--json")
    assert "diptych-light" in completed(path, "--theme", "diptych-l")
    assert completed(path, "--config", "let") == {"letters"}
    assert completed(path, "completion", "z") == {"zsh"}


ZSH = (
    "autoload -U compinit; compinit -D -u; . '{path}'; "
    "shown() {{ print -r -- \"<$BUFFER>\" }}; zle -N shown; bindkey '^X^Z' shown; "
    "PS1=ready'>'"
)


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("exp", "export "),
        ("let", "letters "),
        ("letters lef", "letters left.docx "),
        ("notes wh", "notes where "),
        ("diff --color alw", "diff --color always "),
        ("diff letters lef", "diff letters left.docx "),
        ("--layout mer", "--layout merged "),
    ],
)
def test_zsh_completes_what_the_first_word_asks_for(script, tmp_path, typed, completed):
    line = ZSH.format(path=script("zsh"))
    with pexpect.spawn(
        "zsh",
        ["-f", "-i"],
        cwd=str(tmp_path),
        env=os.environ | {"TERM": "xterm"},
        encoding="utf-8",
        timeout=20,
    ) as shell:
        shell.sendline(line)
        shell.expect_exact("ready>")
        shell.send(f"diptych {typed}\t\x18\x1a")
        shell.expect("<(diptych [^>]*)>")
        assert shell.match[1] == f"diptych {completed}"


def test_the_first_word_of_bash_completes_whole_names_of_files(script):
    assert in_bash(script("bash"), "right") == {"right one.docx"}


def test_shtab_is_loaded_only_for_this(tmp_path):
    code = (
        "from tui_app.cli.main import main\nimport sys\n"
        "main(['--help']); main(['git-setup'])\nassert 'shtab' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=tmp_path)
