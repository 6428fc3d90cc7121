"""One table of signs: reader, map, command line, help and documentation agree."""

from itertools import chain

import pytest
from rich.cells import cell_len

from tui_app.cli.main import main
from tui_app.core.comparison import compare
from tui_app.core.model import Relation, Row
from tui_app.core.segmentation import segment
from tui_app.review.cursor import Attention
from tui_app.review.looks import LOOKS
from tui_app.review.options import MarkOptions
from tui_app.review.row_looks import RowLooks
from tui_app.review.signs import (
    ASCII,
    CERTAIN,
    LIKELY,
    MAP_SIGNS,
    MOVED_DOWN,
    MOVED_UP,
    NO_SIGN,
    ROW_SIGNS,
    SAME,
    UNICODE,
    WEAK,
    Weight,
    link_sign,
    map_sign,
    moved_sign,
    row_sign,
)
from tui_app.review.text_map import TextMap
from tui_app.ui.screens.help_and_palette import legend

ALL_SIGNS = (*chain(*ROW_SIGNS), *MAP_SIGNS)
PASSAGES = [
    "The harbour was closed for five years after the great flood.",
    "Nobody in the village had ever heard of a railway station.",
    "A dinner of roasted mushrooms was served in the evening.",
    "The museum keeps four paintings of the old cathedral tower.",
    "Farmers complained loudly about the price of winter wheat.",
]


def linked(score: float) -> Row:
    return Row((0,), (0,), Relation.CHANGED, score, moved=False)


def moved_passage():
    """Return two texts: the first passage of the left stands last on the right."""
    left, right = PASSAGES, [*PASSAGES[1:], PASSAGES[0]]
    return "\n\n".join(left), "\n\n".join(right)


def test_every_sign_takes_one_cell_and_has_a_look():
    for sign in ALL_SIGNS:
        assert cell_len(sign.sign) == cell_len(sign.ascii) == 1
        assert sign.ascii.isascii()
        assert sign.look in LOOKS


@pytest.mark.parametrize("together", [tuple(chain(*ROW_SIGNS)), MAP_SIGNS])
@pytest.mark.parametrize("drawn", ["sign", "ascii"])
def test_no_two_signs_of_one_place_look_alike(together, drawn):
    drawn_signs = [getattr(sign, drawn) for sign in together]
    assert len(set(drawn_signs)) == len(drawn_signs)


def test_without_unicode_all_that_is_drawn_is_ascii():
    drawn = [text for text in ASCII if isinstance(text, str)]
    assert len(drawn) == len(UNICODE) - 1
    assert all(text.isascii() for text in drawn)


def test_a_sign_says_one_thing():
    assert len({sign.sign for sign in ALL_SIGNS}) == len(ALL_SIGNS)


def test_certainty_falls_in_three_words():
    scores = (1.0, 0.9, 0.7, 0.4, 0.3)
    wanted = [CERTAIN, CERTAIN, LIKELY, LIKELY, WEAK]
    assert [link_sign(score, 0.4) for score in scores] == wanted
    assert [row_sign(linked(score), 0.4) for score in scores] == wanted
    assert [sign.word.split()[1] for sign in (CERTAIN, LIKELY, WEAK)] == [
        "certain",
        "likely",
        "weak",
    ]


def test_a_row_that_is_the_same_is_so_whatever_its_score():
    assert row_sign(Row((0,), (0,), Relation.SAME, 0.1, moved=False), 0.4) is SAME


def test_only_a_row_that_moved_has_a_sign_for_where_to():
    rows = [_row(1, moved=False), _row(0, moved=True), _row(2, moved=True)]
    assert [moved_sign(rows, n) for n in range(3)] == [NO_SIGN, MOVED_UP, MOVED_DOWN]


def _row(unit: int, *, moved: bool) -> Row:
    return Row((unit,), (unit,), Relation.SAME, 1.0, moved=moved)


@pytest.mark.parametrize("plain", [False, True])
def test_reader_map_and_command_line_all_tell_a_moved_row(
    tmp_path, monkeypatch, capsys, plain
):
    left, right = moved_passage()
    signs = ASCII if plain else UNICODE
    comparison = compare(*(segment(text, None, "sentence") for text in (left, right)))
    (row,) = (n for n, one in enumerate(comparison.rows) if one.moved)
    looks = RowLooks(comparison, MarkOptions(), signs, 0.4, provisional=False)
    cell = looks.row_look(row, Attention(), None).signs[1]
    assert cell == signs.cell(MOVED_DOWN)
    text_map = TextMap(comparison, provisional=False)
    assert Weight.MOVED in text_map.lines(40, (), ())
    assert map_sign(Weight.MOVED).look == MOVED_DOWN.look
    for name, text in (("a.txt", left), ("b.txt", right)):
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    main(["align", "a.txt", "b.txt", *["--ascii"] * plain])
    lines = capsys.readouterr().out.splitlines()
    (line,) = (one for one in lines if one.startswith(f"{row + 1} "))
    same, _ = signs.cell(SAME)
    assert line.startswith(f"{row + 1} {same}{cell[0]} ")


@pytest.mark.parametrize("signs", [UNICODE, ASCII])
def test_the_help_tells_every_sign(signs):
    told = {
        "".join(text for text, _ in entry.pieces)
        for entry in legend(drawn_with=signs.drawn_with)
    }
    # How certain a link is is told at greater length than beside a row.
    links = {
        CERTAIN: "changed; it is certain",
        LIKELY: "changed; they are likely",
        WEAK: "changed; perhaps",
    }
    for sign in ALL_SIGNS:
        begins = f"{signs.cell(sign)[0]}  {links.get(sign, sign.word)}"
        assert any(line.startswith(begins) for line in told), begins


@pytest.mark.parametrize("signs", [UNICODE, ASCII])
def test_no_shade_of_the_map_is_a_sign_of_a_row(signs):
    rows = {signs.cell(sign)[0] for sign in chain(*ROW_SIGNS)}
    shades = [signs.cell(map_sign(weight))[0] for weight in Weight if weight]
    assert len(set(shades)) == len(shades) == len(Weight) - 1
    if signs is UNICODE:
        assert not rows & set(shades)
    assert not any(shade.isalnum() for shade in shades)
