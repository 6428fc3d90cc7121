"""``align`` and ``diff`` show the rows that the reader shows."""

import json

import pytest

from tui_app.cli.main import main
from tui_app.core.comparison import compare_again, compare_files
from tui_app.notes.notebook import Notebook
from tui_app.review.request import Request
from tui_app.review.session import prepare, read_environment

LEFT = "One came here. Two went there.\n\nThree stayed at home for good."
RIGHT = "One came here. Two went away.\n\nIt rained all the day long."


@pytest.fixture(autouse=True)
def texts(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(LEFT)
    (tmp_path / "b.txt").write_text(RIGHT)
    return tmp_path


@pytest.fixture
def configure(own_home):
    def write(text):
        folder = own_home / "config" / "diptych"
        folder.mkdir(parents=True)
        (folder / "config.toml").write_text(text)

    return write


def printed(capsys, *words):
    status = main(words)
    return status, capsys.readouterr()


def rows(capsys, command, *words):
    _, shown = printed(capsys, command, "a.txt", "b.txt", "--json", *words)
    return [(row["left"], row["right"]) for row in json.loads(shown.out)["rows"]]


def link(left, right, notes=None):
    """Link by hand what stands in these units, as the reader does."""
    comparison = compare_files("a.txt", "b.txt")
    notebook = Notebook.open(comparison.left, comparison.right, notes_path=notes)
    notebook.marks.link(comparison, left, right)
    notebook.close()


@pytest.mark.parametrize("command", ["align", "diff"])
def test_the_unit_is_that_of_the_settings_unless_one_is_asked_for(
    capsys, configure, command
):
    sentences = rows(capsys, command)
    configure('[reading]\nunit = "paragraph"\n')
    paragraphs = rows(capsys, command)
    assert len(paragraphs) < len(sentences)
    assert paragraphs == rows(capsys, command, "--unit", "paragraph")
    assert sentences == rows(capsys, command, "--unit", "sentence")


def test_notes_count_the_same_rows(capsys, configure):
    configure('[reading]\nunit = "paragraph"\n')
    words = ["a.txt", "b.txt", "--row", "1", "-m", "here"]
    assert main(["notes", "add", *words]) == 0
    capsys.readouterr()
    _, shown = printed(capsys, "notes", "list", "a.txt", "b.txt", "--json")
    (note,) = json.loads(shown.out)
    assert note["left"] == ["One came here. Two went there."]


@pytest.mark.parametrize("command", ["align", "diff"])
def test_what_was_linked_by_hand_is_linked_unless_it_is_left_out(capsys, command):
    before = rows(capsys, command)
    assert ([2], [2]) not in before
    link([2], [2])
    assert ([2], [2]) in rows(capsys, command)
    assert rows(capsys, command, "--no-notes") == before


def test_links_can_be_in_a_file_of_ones_own(capsys):
    link([2], [2], notes="own.jsonl")
    assert ([2], [2]) not in rows(capsys, "align")
    assert ([2], [2]) in rows(capsys, "align", "--notes", "own.jsonl")


def test_the_status_tells_of_the_rows_that_are_shown(capsys, texts):
    (texts / "b.txt").write_text(LEFT)
    assert printed(capsys, "diff", "a.txt", "b.txt")[0] == 0
    link([0], [1])
    assert printed(capsys, "diff", "a.txt", "b.txt")[0] == 1
    assert printed(capsys, "diff", "a.txt", "b.txt", "--no-notes")[0] == 0


def test_notes_that_cannot_be_read_are_said_and_do_not_stop_a_command(
    capsys, texts, monkeypatch
):
    without = rows(capsys, "align")
    (texts / "loop").symlink_to("loop")
    monkeypatch.setenv("XDG_DATA_HOME", str(texts / "loop"))
    status, shown = printed(capsys, "align", "a.txt", "b.txt", "--json")
    assert status == 0
    assert "links made by hand are left out" in shown.err
    found = [(row["left"], row["right"]) for row in json.loads(shown.out)["rows"]]
    assert found == without
    assert printed(capsys, "align", "a.txt", "b.txt", "--notes", "loop")[0] == 2


def readers_rows(*, links):
    """Return the rows as the reader has them, by the way it comes to them."""
    session = prepare(Request("a.txt", "b.txt"), read_environment())
    notebook = Notebook.open(session.left, session.right)
    settled = notebook.marks.constraints(session.left, session.right)
    notebook.close()
    shown = compare_again(session.comparison, settled) if links else session.comparison
    return [([*row.left], [*row.right]) for row in shown.rows]


COMMANDS = {
    "align": ("align", "a.txt", "b.txt", "--json"),
    "diff": ("diff", "a.txt", "b.txt", "--json"),
    "export": ("export", "a.txt", "b.txt", "--format", "json"),
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("unit", ["sentence", "paragraph", "line"])
@pytest.mark.parametrize(
    "settled",
    [
        ([(0,), (1,)],),
        ([(0,), ()],),
        ([(0,), (1,)], [(1,), (0,)]),
        ([(0, 1), (1,)],),
    ],
)
def test_whatever_is_set_and_linked_the_commands_show_the_readers_rows(
    capsys, configure, unit, settled, command
):
    configure(f'[reading]\nunit = "{unit}"\n')
    session = prepare(Request("a.txt", "b.txt"), read_environment())
    notebook = Notebook.open(session.left, session.right)
    notebook.marks.link_parts(session.comparison, settled)
    notebook.close()
    for links in (True, False):
        options = () if links else ("--no-notes",)
        _, shown = printed(capsys, *COMMANDS[command], *options)
        found = json.loads(shown.out)["rows"]
        assert [(row["left"], row["right"]) for row in found] == readers_rows(
            links=links
        )
    assert readers_rows(links=True) != readers_rows(links=False)
