"""How a reader of a format puts an extract together."""

from __future__ import annotations

from tui_app.core.extract import Format, Part
from tui_app.core.formats.taking import Taking, Turn


def test_the_cells_of_a_row_stand_apart_by_a_tab_whatever_is_in_them() -> None:
    taking = Taking()
    taking.add_row(["", " a\tb ", "", "c\u2028d", ""])
    taking.add_row(["", " "])
    extract = taking.extract(Format.HTML)
    assert extract.text == "a b\t\tc d"
    assert [one.part for one in extract.passages] == [Part.TABLE_ROW]


def test_a_page_that_turns_within_a_paragraph_begins_at_its_word() -> None:
    taking = Taking()
    taking.at("page 1")
    words = "  One \n sentence.  Another one."
    taking.add(words, turns=[Turn(words.index("Another"), "page 2")])
    extract = taking.extract(Format.EPUB)
    assert extract.place_at(extract.text.index("sentence")) == "page 1"
    assert extract.place_at(extract.text.index("Another")) == "page 2"


def test_a_page_that_turns_where_no_words_are_holds_for_the_next() -> None:
    taking = Taking()
    taking.add("One.")
    taking.add("  ", turns=[Turn(1, "page 2")])
    taking.add("Two.")
    extract = taking.extract(Format.EPUB)
    assert [extract.place_at(0), extract.place_at(6)] == ["", "page 2"]


def test_each_of_many_pages_in_a_paragraph_begins_at_its_word() -> None:
    words = "".join(f"{gap}w{n}" for n, gap in enumerate([" ", "\n ", " \u2028 "] * 9))
    turns = [Turn(words.index(f"w{n}"), f"page {n}") for n in range(10, 27)]
    taking = Taking()
    taking.add(words, turns=turns)
    extract = taking.extract(Format.EPUB)
    for n in range(10, 27):
        assert extract.place_at(extract.text.index(f"w{n}")) == f"page {n}"
        assert extract.place_at(extract.text.index(f"w{n}") + 2) == f"page {n}"
