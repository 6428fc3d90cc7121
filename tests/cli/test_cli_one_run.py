"""What is asked for one run holds for it and changes nothing that is kept."""

import json
import re

import pytest

from tui_app.cli.main import main
from tui_app.review.request import Request
from tui_app.review.resuming import review_of
from tui_app.review.session import prepare, read_environment
from tui_app.settings.this_run import ThisRun

CODE = re.compile(r"\x1b\[[\d;]*m")


@pytest.fixture
def texts(tmp_path, monkeypatch, own_home):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "a.txt").write_text("Five came here. Two left.\n\nThree stayed.")
    (tmp_path / "b.txt").write_text("Six came here. Two left.\n\nThree stayed.")
    usual = own_home / "config" / "diptych"
    usual.mkdir(parents=True)
    (usual / "config.toml").write_text('[reading]\nunit = "paragraph"\n')
    (tmp_path / "mine.toml").write_text('[reading]\nunit = "line"\nlayout = "merged"\n')
    return tmp_path


def rows(capsys, *words):
    assert main(["align", "a.txt", "b.txt", "--json", *words]) == 0
    return len(json.loads(capsys.readouterr().out)["rows"])


@pytest.mark.usefixtures("texts")
def test_another_file_of_settings_or_none_holds_for_the_command(capsys):
    assert rows(capsys) == 2
    assert rows(capsys, "--no-config") == 3
    assert rows(capsys, "--config", "mine.toml", "--unit", "sentence") == 3
    assert main(["config", "--config", "mine.toml"]) == 0
    printed = capsys.readouterr().out
    assert "# settings: mine.toml\n" in printed
    assert '\nlayout = "merged"\n' in printed
    assert main(["config", "--no-config"]) == 0
    assert '# unit = "sentence"\n' in capsys.readouterr().out


@pytest.mark.usefixtures("texts")
def test_notes_count_rows_by_the_settings_of_the_run(capsys):
    add = ["notes", "add", "a.txt", "b.txt", "-m", "x", "--row", "3"]
    assert main(add) == 2
    assert "rows are 1 to 2" in capsys.readouterr().err
    assert main([*add, "--no-config"]) == 0


@pytest.mark.usefixtures("texts")
def test_the_reader_takes_them_as_well():
    asked = ThisRun("mine.toml", theme="diptych-light")
    environment = read_environment(asked)
    assert environment.configuration.settings.layout == "merged"
    assert environment.asked.theme == "diptych-light"
    asked = environment.asked._replace(layout="stacked")
    session = prepare(Request("a.txt", "b.txt"), environment._replace(asked=asked))
    assert review_of(session).options.layout == "stacked"
    assert read_environment(ThisRun("")).configuration.settings.unit == "sentence"
    assert read_environment().configuration.settings.unit == "paragraph"


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize("command", ["align", "diff"])
def test_colours_go_into_a_pipe_only_when_asked(capsys, monkeypatch, command):
    def printed(*words):
        main([command, "a.txt", "b.txt", *words])
        return capsys.readouterr().out

    plain = printed()
    assert "\x1b" not in plain
    assert printed("--color=never") == printed("--color", "auto") == plain
    painted = printed("--color=always")
    assert CODE.sub("", painted) == plain
    assert "\x1b[" in painted
    monkeypatch.setenv("NO_COLOR", "1")
    codes = "".join(CODE.findall(printed("--color=always")))
    assert not re.search(r"[\[;](?:3[0-8]|4[0-8]|9\d|10\d)[;m]", codes)


@pytest.mark.usefixtures("texts")
def test_a_pager_can_begin_at_any_line(capsys):
    """Each line ends the colours it begins, and fits the terminal."""
    main(["diff", "a.txt", "b.txt", "--color=always"])
    lines = capsys.readouterr().out.splitlines()
    assert any("\x1b[" in line for line in lines)
    for line in lines:
        codes = CODE.findall(line)
        assert len(CODE.sub("", line)) <= 80
        assert not codes or codes[-1] == "\x1b[0m"
        assert all(
            (code == "\x1b[0m") == bool(number % 2) for number, code in enumerate(codes)
        )


@pytest.mark.usefixtures("texts")
def test_a_terminal_without_colours_gets_them_where_they_are_asked(capsys, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    main(["diff", "a.txt", "b.txt", "--color=always"])
    assert "\x1b[" in capsys.readouterr().out


def test_quiet_says_nothing_and_the_status_tells(texts, capsys):
    (texts / "latin.txt").write_bytes("Café au lait, déjà vu, naïve.".encode("latin-1"))
    for words, status in (
        (["a.txt", "b.txt"], 1),
        (["a.txt", "a.txt"], 0),
        (["latin.txt", "a.txt"], 1),
        (["a.txt", "b.txt", "--facts"], 1),
    ):
        assert main(["diff", "-q", *words]) == status
        assert capsys.readouterr() == ("", "")
    assert main(["diff", "--quiet", "a.txt", "none.txt"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
