"""Redline, edition, merged text, page and merged layout say the same of a row."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tui_app.core.comparison import Comparison, compare_texts
from tui_app.core.differences.row_pieces import RowPiece, row_pieces
from tui_app.core.exports.apparatus import apparatus
from tui_app.core.exports.critic_markup import critic_markup
from tui_app.core.exports.page_rows import PageRows
from tui_app.core.exports.redline import redline
from tui_app.core.exports.report import Report
from tui_app.core.layout.merged import can_be_merged, merged_lines
from tui_app.core.layout.wrapping import Wrapper
from tui_app.core.model import SIDES
from tui_app.core.text.characters import fold_layout

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEI = "{http://www.tei-c.org/ns/1.0}"

WORDS = st.sampled_from(
    ["the", "mill", "of", "Müller", "said", "not", "5", "seven", "and", "ran", "home"]
)
POINTS = st.sampled_from(["", "", "", "", ",", ";", ":", "—", ")", " ("])
LINES = st.lists(st.tuples(WORDS, POINTS), min_size=4, max_size=14).map(
    lambda parts: " ".join(word + point for word, point in parts) + "."
)

Told = list[tuple[str, str]]
"""Signs and words: = stays, - goes, + comes."""


def plain(told: Told) -> Told:
    """Return the same with neighbours of one sign as one; what goes stands first."""
    found: Told = []
    gone = come = ""
    for sign, words in [*told, ("=", "")]:
        if sign == "-":
            gone += words
        elif sign == "+":
            come += words
        elif words or not found or gone or come:
            moved = gone if gone == come else ""  # marked, and yet the same
            found += [one for one in (("-", gone), ("+", come)) if one[1] != moved]
            gone = come = ""
            before = found.pop()[1] if found and found[-1][0] == "=" else ""
            found.append((sign, before + moved + words))
    return [one for one in found if one[1]]


def pieces_of(comparison: Comparison) -> list[RowPiece]:
    left, right = comparison.left, comparison.right
    known = comparison.differences(0)
    return list(row_pieces(left, right, comparison.rows[0], known))


def by_the_source(comparison: Comparison) -> Told:
    left, right = comparison.left, comparison.right
    told: Told = []
    for one in pieces_of(comparison):
        if one.stays:
            told.append(("=", left.text[slice(*one.left)]))
        else:
            told.append(("-", left.text[slice(*one.left)]))
            told.append(("+", right.text[slice(*one.right)]))
    return plain(told)


def by_the_redline(comparison: Comparison) -> Told:
    with zipfile.ZipFile(io.BytesIO(b"".join(redline(Report(comparison))))) as whole:
        body = fromstring(whole.read("word/document.xml"))  # noqa: S314  # made here
    signs = {f"{WORD}del": "-", f"{WORD}ins": "+"}
    told: Told = []

    def read(element: Element, sign: str) -> None:
        for child in element:
            if child.tag in {f"{WORD}t", f"{WORD}delText"}:
                told.append((sign, child.text or ""))
            read(child, signs.get(child.tag, sign))

    read(body, "=")
    return plain(told)


def by_the_edition(comparison: Comparison) -> Told:
    root = fromstring("".join(apparatus(Report(comparison))))  # noqa: S314
    told: Told = []
    for paragraph in root.iterfind(f".//{TEI}body/{TEI}p"):
        told.append(("=", paragraph.text or ""))
        for entry in paragraph:
            for reading in entry:
                sign = "-" if reading.get("wit") == "#A" else "+"
                told.append((sign, "".join(reading.itertext())))
            told.append(("=", entry.tail or ""))
    return plain([one for one in told if one[1].strip("\n")])


_MARKUP = re.compile(r"\{--(.*?)--\}|\{\+\+(.*?)\+\+\}|\{~~(.*?)~>(.*?)~~\}|([^{]+)")


def by_the_merged_text(comparison: Comparison) -> Told:
    told: Told = []
    for gone, come, old, new, both in _MARKUP.findall(
        "".join(critic_markup(Report(comparison)))
    ):
        told += ("=", both), ("-", gone + old), ("+", come + new)
    return plain(told)


def assert_page_agrees(comparison: Comparison) -> None:
    """What goes and comes is under a mark, and what is under none stays."""
    page = PageRows(Report(comparison)).row(0)
    pieces = pieces_of(comparison)
    for side, units in (("left", page.left), ("right", page.right)):
        text = comparison.document(side).text
        marked, at = set(), 0
        for stretch in (one for unit in units for one in unit.stretches):
            end = at + sum(len(run.text) for run in stretch.runs)
            if stretch.marks:
                marked |= set(range(at, end))
            at = end
        assert at == len(text)
        changed = {
            at
            for one in pieces
            if not one.stays
            for at in range(*getattr(one, side))
            if text[at].isalnum()
        }
        assert changed <= marked


def merged_read(comparison: Comparison, row: int, width: int):
    """Return, by side, what is read on the lines, and which offsets are plain."""
    read = {"left": "", "right": ""}
    plainly = set()
    for line in merged_lines(comparison, Wrapper(cell_len), width, row):
        assert line.left is not None
        for piece in line.left.pieces:
            if piece.side is None:
                continue
            for side, hidden in (("left", "added"), ("right", "removed")):
                read[side] += piece.text if piece.tone != hidden else ""
            if piece.tone == "common":
                plainly |= set(range(piece.start, piece.end))
    return read, plainly


def assert_layout_agrees(comparison: Comparison) -> None:
    read, plainly = merged_read(comparison, 0, 500)
    for side in SIDES:
        assert fold_layout(read[side]) == fold_layout(comparison.document(side).text)
    text = comparison.left.text
    stays = {
        at for one in pieces_of(comparison) if one.stays for at in range(*one.left)
    }
    assert {at for at in stays ^ plainly if not text[at].isspace()} == set()


@given(LINES, st.data())
@settings(max_examples=600)
def test_all_five_say_the_same_of_a_row(left, data):
    words = left.split(" ")
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(words) - 1))
        words[at : at + data.draw(st.integers(0, 2))] = data.draw(
            st.lists(WORDS, max_size=3)
        )
        words = words or ["the"]
    comparison = compare_texts(left, " ".join(words), "paragraph")
    if len(comparison.rows) != 1:
        return
    told = by_the_source(comparison)
    assert by_the_redline(comparison) == told
    assert by_the_edition(comparison) == told
    assert by_the_merged_text(comparison) == told
    assert_page_agrees(comparison)
    if can_be_merged(comparison.rows[0]):
        assert_layout_agrees(comparison)


@pytest.mark.parametrize("width", [500, 24])
@pytest.mark.parametrize("unit", ["sentence", "paragraph"])
@pytest.mark.parametrize("pair", [("001", "004"), ("000", "001"), ("002", "003")])
def test_the_merged_layout_of_the_sample_articles_gives_both(
    pair, unit, width, request
):
    seeds = request.config.rootpath / "seeds"
    texts = [next(seeds.glob(f"{name}*")).read_text("utf-8") for name in pair]
    comparison = compare_texts(*texts, unit)
    merged = [n for n, row in enumerate(comparison.rows) if can_be_merged(row)]
    assert merged
    for number in merged:
        read, _ = merged_read(comparison, number, width)
        for side in SIDES:
            document, row = comparison.document(side), comparison.rows[number]
            units = [document.units[unit] for unit in row.units(side)]
            whole = document.text[units[0].start : units[-1].end]
            assert "".join(read[side].split()) == "".join(whole.split())
