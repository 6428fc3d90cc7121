"""One text beside several, asked for on the command line."""

from types import SimpleNamespace

import pytest

from tui_app.cli.main import main


@pytest.fixture
def asked(monkeypatch):
    """Return the requests for which a reader was to be opened."""
    found = []

    def run_reader(request, _asked, *, prints):
        del prints
        found.append(request)
        return SimpleNamespace(status=0)

    monkeypatch.setattr("tui_app.ui.launch.run_reader", run_reader)
    return found


@pytest.fixture
def texts(tmp_path):
    paths = [tmp_path / f"{name}.txt" for name in "abcd"]
    for path in paths:
        path.write_text(path.name)
    return [str(path) for path in paths]


def test_others_are_a_ring_with_the_right_text(asked, texts):
    left, right, *others = texts
    assert main([left, right, "--against", *others, "--unit", "line"]) == 0
    (request,) = asked
    assert (request.left, request.ring) == (left, tuple(texts[1:]))
    assert request.unit == "line"


def test_a_pattern_may_name_the_texts_again(asked, texts):
    left, right, *others = texts
    assert main([left, right, "--against", *texts, "--against", *texts]) == 0
    assert asked[0].against == tuple(others)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["A", "B", "--against", "A/none.txt"], "none.txt"),
        (["A", "B", "--against", "."], "folder"),
        (["A", "B", "--against", "-"], "standard input can be read only once"),
        (["A", "B", "--against"], "expected at least one argument"),
        (["A", "--against", "B"], "no second text"),
        (["--against", "B"], "needs two texts"),
        (["A", "B", "--against", "C", "--notes", "n"], "notes of one pair"),
    ],
)
def test_what_cannot_be_is_one_line_before_the_screen(asked, texts, capsys, words, why):
    names = dict(zip("ABC", texts, strict=False))
    given = [names.get(word, word) for word in words]
    assert main(given) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert why in said.err
    assert not asked
