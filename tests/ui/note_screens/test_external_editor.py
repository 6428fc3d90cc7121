"""Each editor is told the line in its own way, one that is not known not at all."""

import pytest

from tui_app.ui.note_screens.external_editor import command_at


@pytest.mark.parametrize(
    ("command", "asked"),
    [
        ("vi", "vi +7 /a b.txt"),
        ("/usr/bin/vim.basic -n", "/usr/bin/vim.basic -n +7 /a b.txt"),
        ("nano", "nano +7 /a b.txt"),
        ("emacsclient -t", "emacsclient -t +7 /a b.txt"),
        ("emacs-nox", "emacs-nox +7 /a b.txt"),
        ("micro", "micro +7 /a b.txt"),
        ("hx", "hx +7 /a b.txt"),
        ("helix", "helix +7 /a b.txt"),
        ("code --wait", "code --wait -g /a b.txt:7"),
        ("code-insiders -w", "code-insiders -w -g /a b.txt:7"),
        ("subl -w", "subl -w /a b.txt:7"),
        ("my-editor", "my-editor /a b.txt"),
        ("ed", "ed /a b.txt"),
    ],
)
def test_the_line_is_told_as_the_editor_takes_it(command, asked):
    assert " ".join(command_at(command.split(), "/a b.txt", 7)) == asked
