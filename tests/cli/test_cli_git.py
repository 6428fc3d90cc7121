"""git shows documents as text and opens the reader, in a repository made here."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pexpect
import pytest

from tui_app.cli.main import main

pytestmark = pytest.mark.skipif(
    shutil.which("git") is None, reason="git is not installed here: nothing is tried"
)

PROSE = "The minister came at five.\nHe spoke for an hour.\n"
BOOK = """<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{}</p></body></html>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/>
<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="a"/></spine></package>"""
CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="a.opf"/></rootfiles></container>"""


def write_epub(path, words):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("a.opf", PACKAGE)
        archive.writestr("a.xhtml", BOOK.format(words))


@pytest.fixture
def surroundings(own_home, tmp_path, monkeypatch):
    """Make git use a home of the test's, and find this very program."""
    programs = tmp_path / "programs"
    programs.mkdir()
    program = programs / "diptych"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui_app "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("HOME", str(own_home))
    for name in ("GIT_DIR", "GIT_CONFIG", "GIT_CONFIG_GLOBAL", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return own_home


@pytest.fixture
def repository(surroundings, tmp_path, tracked_file, monkeypatch):
    """Make a repository whose files were changed since the last commit."""
    assert surroundings
    folder = tmp_path / "texts"
    folder.mkdir()
    monkeypatch.chdir(folder)
    git("init", "-q", "-b", "main")
    for said in ("five", "seven"):
        Path("prose.txt").write_text(PROSE.replace("five", said))
        Path("prose.md").write_text(PROSE.replace("five", said))
        shutil.copy(tracked_file(f"He came at {said}."), "report.docx")
        write_epub("book.epub", f"She left at {said}.")
        if said == "five":
            git("add", ".")
            git("-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "First")
    return folder


def git(*words):
    done = subprocess.run(
        ["git", *words], check=False, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def changed(*words):
    """Return the lines that git shows as taken away and put in."""
    lines = git("--no-pager", "diff", *words).splitlines()
    return [line for line in lines if line[:1] in "+-" and line[:3] not in "+++---"]


@pytest.mark.usefixtures("repository")
def test_git_shows_the_words_of_documents_after_the_lines_are_written(capsys):
    assert changed("report.docx") == []
    assert main(["git-setup", "--write"]) == 0
    capsys.readouterr()
    assert changed("report.docx") == ["-He came at five.", "+He came at seven."]
    assert changed("book.epub") == ["-She left at five.", "+She left at seven."]
    assert changed("prose.txt") == [
        "-The minister came at five.",
        "+The minister came at seven.",
    ]
    words = git("--no-pager", "diff", "--word-diff", "report.docx")
    assert "He came at [-five.-]{+seven.+}" in words


@pytest.mark.usefixtures("repository")
def test_markdown_wrapped_otherwise_is_no_change(capsys):
    assert main(["git-setup", "--write"]) == 0
    capsys.readouterr()
    Path("prose.md").write_text(PROSE.replace("\n", " ").replace(" He", "\nHe"))
    assert changed("prose.md") == []
    Path("prose.md").write_text(PROSE.replace("five.\n", "five. "))
    assert changed("prose.md") == []
    assert changed("--no-textconv", "prose.md") != []


@pytest.mark.usefixtures("repository")
def test_what_is_printed_does_the_same_as_what_is_written(capsys):
    assert main(["git-setup"]) == 0
    settings, attributes = capsys.readouterr().out.split("\n\n")
    with Path(".git/config").open("a") as file:
        file.write(settings + "\n")
    Path(".gitattributes").write_text(attributes)
    assert changed("report.docx") == ["-He came at five.", "+He came at seven."]
    names = ("diff.diptych.textconv", "difftool.diptych.cmd", "difftool.prompt")
    by_hand = [git("config", name) for name in names]
    assert by_hand[1:] == ['diptych "$LOCAL" "$REMOTE"\n', "false\n"]
    git("config", "--remove-section", "difftool.diptych")
    assert main(["git-setup", "--write"]) == 0
    assert [git("config", name) for name in names] == by_hand


@pytest.mark.usefixtures("repository")
def test_what_the_user_set_for_all_tools_stays(capsys):
    git("config", "difftool.prompt", "true")
    assert main(["git-setup", "--write"]) == 0
    capsys.readouterr()
    assert git("config", "difftool.prompt") == "true\n"


def test_what_is_in_the_file_of_attributes_stays_byte_for_byte(repository, capsys):
    attributes = repository / ".gitattributes"
    there = b"*.png -diff\r\n# caf\xe9\x0b\r\n"
    attributes.write_bytes(there)
    assert main(["git-setup", "--write"]) == 0
    capsys.readouterr()
    assert attributes.read_bytes().startswith(there + b"*.docx diff=diptych\n")


def test_lines_that_are_there_are_not_written_twice(repository, capsys):
    attributes = repository / ".gitattributes"
    attributes.write_bytes(b"*.png -diff\n*.docx diff=diptych")
    assert main(["git-setup", "--write"]) == 0
    first = attributes.read_text().splitlines()
    assert first[:2] == ["*.png -diff", "*.docx diff=diptych"]
    assert len(set(first)) == len(first)
    assert main(["git-setup", "--write"]) == 0
    assert attributes.read_text().splitlines() == first
    assert "there already" in capsys.readouterr().out


@pytest.mark.usefixtures("repository")
def test_global_lines_hold_in_every_repository(surroundings, capsys):
    assert main(["git-setup", "--global"]) == 0
    where = surroundings / "config" / "git" / "attributes"
    assert "*.docx diff=diptych\n" in where.read_text()
    assert str(where) in capsys.readouterr().out
    assert not Path(".gitattributes").exists()
    assert changed("report.docx") == ["-He came at five.", "+He came at seven."]


@pytest.mark.usefixtures("repository")
def test_a_document_that_cannot_be_read_stops_git_nowhere(capsys):
    assert main(["git-setup", "--write"]) == 0
    capsys.readouterr()
    Path("report.docx").write_bytes(b"PK\x03\x04 and no more")
    lines = changed()
    assert "-He came at five." in lines
    assert any(line.startswith("+[") and "sha256" in line for line in lines)
    assert "+She left at seven." in lines
    Path("prose.md").write_text("")
    assert "-The minister came at five. He spoke for an hour." in changed("prose.md")


def test_outside_of_a_repository_is_one_line(
    surroundings, tmp_path, monkeypatch, capsys
):
    assert surroundings
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert main(["git-setup", "--write"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("diptych: git: ")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["git-setup", "--write"]) == 2
    assert "git: cannot be found, " in capsys.readouterr().err


def test_difftool_opens_the_reader_on_both_versions(repository, capsys):
    assert main(["git-setup", "--write"]) == 0
    capsys.readouterr()
    running = pexpect.spawn(
        "git",
        ["difftool", "-t", "diptych", "report.docx", "prose.txt"],
        cwd=str(repository),
        env=os.environ | {"TERM": "xterm-256color", "LANG": "C.UTF-8"},
        dimensions=(24, 100),
        encoding="utf-8",
        timeout=60,
    )
    for word in ("minister", "came"):
        running.expect_exact("\x1b[?1049h")
        running.expect_exact(word)
        running.send("q")
        running.expect_exact("\x1b[?1049l")
    running.expect(pexpect.EOF)
    running.wait()
    running.close()
    assert running.exitstatus == 0


def test_the_text_of_what_has_none_can_be_printed_anyway(tmp_path, capsys):
    broken = tmp_path / "a.docx"
    broken.write_bytes(b"PK\x03\x04 one")
    assert main(["text", str(broken)]) == 2
    assert main(["text", "--anyway", str(tmp_path / "none.docx")]) == 2
    capsys.readouterr()
    assert main(["text", "--anyway", str(broken)]) == 0
    first = capsys.readouterr()
    assert first.err == ""
    broken.write_bytes(b"PK\x03\x04 two")
    assert main(["text", "--anyway", str(broken)]) == 0
    assert capsys.readouterr().out != first.out
    empty = tmp_path / "a.md"
    empty.write_text("")
    assert main(["text", "--anyway", str(empty)]) == 0
    assert capsys.readouterr().out == ""


def test_what_git_asks_for_says_nothing_beside_the_text(tracked_file, capsys):
    report = tracked_file("He came {-late-}{+early+}.")
    assert main(["text", report]) == 0
    said = capsys.readouterr()
    assert "tracked changes" in said.err
    assert main(["text", "--anyway", report]) == 0
    assert capsys.readouterr() == (said.out, "")


def test_a_file_that_was_added_has_nothing_beside_it(tmp_path, capsys):
    new = tmp_path / "a.txt"
    new.write_text("One.")
    for words in ([os.devnull, str(new)], [str(new), os.devnull]):
        assert main(words) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert line.startswith(f"diptych: {new}: there is no other version, ")
