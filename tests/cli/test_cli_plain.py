"""The quick way to understand a command line agrees with the thorough one."""

import subprocess
import sys

from hypothesis import example, given
from hypothesis import strategies as st

from tui_app.cli.parser import COMMANDS, NOT_YET, parse
from tui_app.cli.plain import plain
from tui_app.cli.read import Wanted, run, wanted_of

OPTIONS = "--unit --notes --ascii --unit=line --help --version -ascii -x -1 -- -"
VALUES = ("line", "paragraph", "a.txt", "b c", "", *COMMANDS, *NOT_YET)
words = st.sampled_from((*OPTIONS.split(), *VALUES))


@given(st.lists(words | st.text(max_size=3), max_size=6))
@example(["a", "--ascii", "b"])
@example(["--notes", "n", "a", "b", "--unit", "line", "--unit", "sentence"])
def test_what_is_plain_means_what_the_parser_takes_it_for(given_words):
    wanted = plain(given_words)
    if wanted is None:
        return
    command, options = parse(given_words)
    assert command is run
    assert wanted_of(options) == wanted


@given(st.permutations(["--ascii", "--unit line", "--notes n", "a.txt", "b.txt"]))
def test_two_texts_and_all_options_are_plain_in_any_order(parts):
    words = " ".join(parts).split()
    texts = tuple(word for word in words if word.endswith(".txt"))
    wanted = plain(words)
    assert wanted == Wanted(texts, "line", "n", ascii=True)
    _, options = parse(words)
    assert wanted_of(options) == wanted


def test_what_is_refused_is_left_to_the_parser():
    for line in ("--unit word a b", "--notes", "a -- b", "--frobnicate", "align"):
        assert plain(line.split()) is None
    assert plain(["-", "a.txt"]) == Wanted(("-", "a.txt"))


def test_the_reader_opens_without_argparse(tmp_path):
    program = (
        "import sys; from tui_app.cli.main import main; main(['a.txt', 'b.txt']); "
        "print({'argparse', 'json', 'tui_app.cli.parser'} & set(sys.modules))"
    )
    found = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "no such file" in found.stderr
    assert found.stdout.strip() == "set()"
