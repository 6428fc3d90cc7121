"""Tracked changes on the command line: one document alone, and ``--changes``."""

import json

import pytest

from tui_app.cli.main import main


@pytest.fixture
def report(tracked_file):
    return tracked_file("The banks {-close-}{+open+} in May.", "Nobody knows why.")


def test_one_document_alone_is_compared_with_itself_before_its_changes(report, capsys):
    assert main(["diff", report, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["left"]["text"].startswith("The banks close")
    assert told["right"]["text"].startswith("The banks open")
    assert (told["left"]["state"], told["right"]["state"]) == ("before", "after")
    assert main(["align", report]) == 0
    assert "Nobody knows why." in capsys.readouterr().out


@pytest.mark.parametrize(("changes", "status"), [("accept", 1), ("reject", 0)])
def test_changes_are_accepted_or_rejected_in_both_texts(
    report, tmp_path, changes, status
):
    path = tmp_path / "old.txt"
    path.write_text("The banks close in May.\n\nNobody knows why.\n")
    assert main(["diff", report, str(path), "--changes", changes]) == status
    assert main(["diff", str(path), report, "--changes", changes]) == status


def test_the_text_without_its_changes_can_be_printed(report, capsys):
    assert main(["text", report, "--changes", "reject", "--all"]) == 0
    printed = capsys.readouterr().out
    assert "The banks close in May." in printed
    assert "[inserted by Ann, 2024-05-01] open" in printed


def test_notes_of_a_document_named_twice_are_those_of_both_its_texts(report, capsys):
    pair = [report, report]
    assert main(["notes", "add", *pair, "--left-quote", "close", "-m", "Why?"]) == 0
    assert main(["notes", "list", *pair]) == 0
    assert "Why?" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["diff"], ["align"]])
def test_one_document_without_changes_is_one_clear_line(tracked_file, capsys, command):
    path = tracked_file("Nothing has changed.")
    assert main([*command, path]) == 2
    said = capsys.readouterr().err
    assert "has no tracked changes" in said
    assert said.count("\n") == 1


def test_which_changes_cannot_be_asked_of_one_document(report, capsys):
    assert main(["diff", report, "--changes", "reject"]) == 2
    assert "before and after" in capsys.readouterr().err
