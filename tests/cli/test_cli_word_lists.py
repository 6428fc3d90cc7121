"""``--words`` and the lists that are set: taken by every command, said, or refused."""

import pytest

from tui_app.cli.main import main
from tui_app.cli.parser import command_parser
from tui_app.cli.serve import _reader

GERMAN = """Der Müller stand früh auf, denn der Bach war in der Nacht gestiegen.
Die Brücke war nicht mehr zu sehen, und niemand kam in das Dorf.
"""
ENGLISH = """The miller rose early, for the brook had risen in the night.
The bridge could not be seen any more, and nobody came to the village.
"""

COMMANDS = [
    ("align",),
    ("diff",),
    ("export", "--format", "json"),
    ("notes", "list"),
]


@pytest.fixture(autouse=True)
def texts(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "b.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "list.tsv").write_text("Müller\tmiller\n", encoding="utf-8")
    return tmp_path


def settings(home, text):
    place = home / "config" / "diptych" / "config.toml"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")


def run(capsys, *words, status=0):
    capsys.readouterr()
    assert main(words) == status
    return capsys.readouterr()


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none.tsv", "none.tsv: there is no such file, check the name"),
        (".", ".: is a folder, name a file in it"),
        ("a.txt", "a.txt, line 1: there is no tab in it"),
        ("empty.tsv", "empty.tsv: holds no words"),
    ],
)
def test_a_list_that_cannot_be_read_is_one_line(capsys, texts, command, name, said):
    (texts / "empty.tsv").touch()
    words = [*command, "a.txt", "b.txt", "--words", name]
    out, err = run(capsys, *words, status=2)
    assert out == ""
    (line,) = err.splitlines()
    assert line.startswith(f"diptych: {said}")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_takes_several_lists(capsys, command):
    words = [*command, "a.txt", "b.txt", "--words", "list.tsv", "--words", "list.tsv"]
    _, err = run(capsys, *words, status=1 if command == ("diff",) else 0)
    assert err == ""


def test_the_table_says_whose_words_helped(capsys):
    out, _ = run(capsys, "align", "a.txt", "b.txt", "--words", "list.tsv")
    assert "words of list.tsv" in " ".join(out.split())


def test_a_list_that_does_not_fit_and_one_that_is_not_needed_are_remarked_on(
    capsys, texts
):
    (texts / "other.tsv").write_text("chien\tdog\n", encoding="utf-8")
    _, err = run(capsys, "align", "a.txt", "b.txt", "--words", "other.tsv")
    assert err == "diptych: other.tsv: none of its words are in both texts\n"
    _, err = run(capsys, "align", "a.txt", "a.txt", "--words", "list.tsv")
    assert err == "diptych: --words: not needed, both texts are in one language\n"


def test_lists_of_the_settings_are_taken_for_their_languages(capsys, texts, own_home):
    settings(own_home, f'[words]\nen-de = ["{texts}/list.tsv"]\nde-fr = ["no.tsv"]\n')
    out, err = run(capsys, "align", "a.txt", "b.txt")
    assert "words of list.tsv" in " ".join(out.split())
    assert err == ""
    out, _ = run(capsys, "align", "a.txt", "b.txt", "--no-config")
    assert "list.tsv" not in out


def test_a_list_of_the_settings_that_is_gone_is_said_and_does_no_harm(capsys, own_home):
    settings(own_home, '[words]\nde-en = ["gone.tsv"]\n')
    _, err = run(capsys, "align", "a.txt", "b.txt")
    gone = own_home / "config" / "diptych" / "gone.tsv"
    assert err == f"diptych: {gone}: there is no such file, check the name\n"


def test_a_name_cannot_send_the_terminal_anything(capsys, texts):
    name = "\x1b[2Jlist\x07.tsv"
    (texts / name).write_text("Müller\tmiller\n", encoding="utf-8")
    for words in (["a.txt", "b.txt"], ["a.txt", "a.txt", "--across"]):
        out, err = run(capsys, "align", *words, "--words", name)
        assert "\x1b" not in out + err
        assert "\x07" not in out + err


def test_a_list_may_be_a_pipe_but_where_it_is_read_for_each_page(capsys):
    words = [
        "a.txt",
        "b.txt",
        "--languages",
        "de,en",
        "--across",
        "--words",
        "list.tsv",
    ]
    options = command_parser("serve").parse_args(words)
    assert _reader(options)[4:] == [
        "--languages=de,en",
        "--across",
        "--words=list.tsv",
        "a.txt",
        "b.txt",
    ]
    _, err = run(capsys, "serve", *words[:2], "--words", "/dev/stdin", status=2)
    assert err.startswith("diptych: /dev/stdin: ")
