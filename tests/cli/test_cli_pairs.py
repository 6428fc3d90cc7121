"""``diptych pairs``: related articles, best first, for people and for programs."""

import json

import pytest
from rich.cells import cell_len

from tui_app.cli import pairs
from tui_app.cli.main import main
from tui_app.core.related import related_pairs
from tui_app.library.samples import sample_files

STORY = (
    "The minister said on Monday that five ships would leave the harbour before the "
    "winter, and that nobody aboard had asked for more than water, bread and a pilot. "
)
OTHER = "A cat sat in the window of the old mill and looked at the rain for an hour. "


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(STORY * 2)
    (tmp_path / "b.txt").write_text(STORY.replace("five", "seven") * 2)
    (tmp_path / "c.txt").write_text(OTHER)
    return tmp_path


def printed(capsys, *words):
    status = main(["pairs", *map(str, words)])
    out, err = capsys.readouterr()
    assert status == 0, err
    return out, err


def as_json(capsys, *words):
    return json.loads(printed(capsys, *words, "--json")[0])


def test_the_samples_give_the_two_versions_first(capsys):
    best = as_json(capsys, *sample_files())[0]
    assert [best[side][-24:-21] for side in ("left", "right")] == ["001", "004"]
    assert 0 < best["shared_left"] < 1
    assert 0 < best["shared_right"] < 1
    assert best["source"] == "right"
    assert best["right_date"] == "--05-28"
    assert best["facts"] > 0


def test_pairs_are_ranked(capsys):
    scores = [one["score"] for one in as_json(capsys, *sample_files())]
    assert scores == sorted(scores, reverse=True)


def test_facts_are_those_that_differ_and_counted_for_the_best_only(capsys, folder):
    (pair,) = as_json(capsys, folder)
    assert pair["facts"] == 2
    (pair,) = as_json(capsys, folder, "--facts", "0")
    assert pair["facts"] is None


def test_no_more_pairs_than_asked_for(capsys):
    assert len(as_json(capsys, *sample_files(), "--most", "2", "--facts", "0")) == 2
    assert as_json(capsys, *sample_files(), "--most", "0") == []


def test_the_table_is_plain_in_a_pipe(capsys, folder):
    out, err = printed(capsys, folder)
    assert "\x1b" not in out
    assert str(folder / "a.txt") in out
    assert "2 facts differ" in out
    assert "1 related pair among 3 texts in 1 group" in out
    assert err == ""


def test_the_columns_are_named_and_level_whatever_the_names(capsys, folder):
    (folder / "a.txt").rename(folder / "報告書.txt")
    out, _ = printed(capsys, folder)
    head, *lines = out.splitlines()
    assert head.split()[:2] == ["score", "share"]
    file = cell_len(head[: head.index("file")])
    ends = {
        cell_len(line[: line.index(".txt") + 4])
        for line in lines
        if "報告書" in line or "b.txt" in line
    }
    assert len(ends) == 2  # as long as the names are
    assert all(cell_len(line.split(str(folder))[0]) == file for line in lines[:2])


@pytest.mark.parametrize("columns", [40, 80])
def test_on_a_screen_a_long_name_is_cut_at_its_beginning(
    capsys, folder, monkeypatch, columns
):
    (folder / "a.txt").rename(folder / f"{'x' * 200}-one.txt")
    (folder / "b.txt").rename(folder / f"{'漢' * 60}-two.txt")
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr(pairs, "_is_a_screen", lambda: True)
    lines = printed(capsys, folder)[0].splitlines()
    assert max(map(cell_len, lines[:3])) <= columns
    assert any("one.txt" in line for line in lines)
    assert any("two.txt" in line for line in lines)


def test_colours_when_asked_for(capsys, folder):
    assert "\x1b[" in printed(capsys, folder, "--color", "always")[0]


def test_unrelated_texts_are_no_trouble(capsys, folder):
    (folder / "b.txt").unlink()
    assert as_json(capsys, folder) == []
    assert "0 related pairs among 2 texts" in printed(capsys, folder)[0]


def test_what_is_left_out_is_said_a_line_each(capsys, folder):
    (folder / "empty.txt").touch()
    (folder / "bad\x1b[31m.txt").touch()
    _, err = printed(capsys, folder)
    lines = err.splitlines()
    assert f"diptych: {folder}/empty.txt: is empty" in lines
    assert len(lines) == 2
    assert "\x1b" not in err


def test_of_many_left_out_some_are_named_and_the_rest_counted(capsys, folder):
    for number in range(30):
        (folder / f"empty{number}.txt").touch()
    _, err = printed(capsys, folder)
    assert "10 more files left out" in err
    assert len(err.splitlines()) == 21


@pytest.mark.parametrize("bound", [66, 65])
def test_where_too_many_seem_related_that_is_one_line(
    capsys, tmp_path, monkeypatch, bound
):
    monkeypatch.setattr(related_pairs, "MOST_OF_COMMON", bound)
    for number in range(12):
        (tmp_path / f"{number}.txt").write_text(STORY * 2)
    _, err = printed(capsys, tmp_path)
    told = [line for line in err.splitlines() if "so many texts share wording" in line]
    assert len(told) == (bound == 65)


def test_a_name_cannot_reach_the_terminal(capsys, folder):
    (folder / "a.txt").rename(folder / "a\x1b]0;x\x07.txt")
    out, _ = printed(capsys, folder)
    assert "\x1b" not in out
    assert "\x07" not in out


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (["missing"], "no such file"),
        (["a.txt"], "is the only text"),
        (["a.txt", "a.txt"], "is the only text"),
        (["empty.txt"], "is empty"),
        (["nothing"], "there are no texts"),
        (["x" * 300], "name too long"),
        (["-", "a.txt"], "made of files and folders"),
        (["https://example.org/a", "a.txt"], "made of files and folders"),
    ],
)
def test_fewer_than_two_texts_are_one_line_and_status_2(
    capsys, folder, monkeypatch, names, why
):
    monkeypatch.chdir(folder)
    (folder / "empty.txt").touch()
    (folder / "nothing").mkdir()
    assert main(["pairs", *names]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert why in line


def test_the_cache_is_used_and_may_be_left_alone(capsys, folder, own_home):
    kept = own_home / "cache" / "diptych" / "library" / "texts.sqlite3"
    printed(capsys, folder, "--no-cache")
    assert not kept.exists()
    first = printed(capsys, folder)
    assert kept.exists()
    assert printed(capsys, folder) == first


def test_wrong_usage_is_one_line(capsys, folder):
    for words in ([], [str(folder), "--most", "x"], [str(folder), "--facts", "-1"]):
        assert main(["pairs", *words]) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1
