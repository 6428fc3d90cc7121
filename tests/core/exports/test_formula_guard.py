"""No cell of a table is a formula, and each is read back as it was."""

from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.exports.formula_guard import as_it_was, inert

CELLS = st.text(st.sampled_from("'=+-@\t\r\n; a\u200b＝"), max_size=12) | st.text()


@given(CELLS)
def test_what_was_made_inert_is_read_back(cell):
    assert as_it_was(inert(cell)) == cell


@given(CELLS)
def test_no_cell_and_no_part_of_one_begins_as_a_formula_does(cell):
    safe = inert(cell)
    assert not safe.startswith(("\t", "\r", "\n"))
    for part in (
        safe.replace("\t", ";").replace("\r", ";").replace("\n", ";").split(";")
    ):
        assert not part.strip(" \u200b\ufeff").startswith(tuple("=+-@＝＋－＠"))


def test_harmless_words_stay_as_they_are():
    for cell in ("five years", "it's so", "a=b", "", "1, 2"):
        assert inert(cell) == cell


def test_a_cell_of_nothing_but_white_space_takes_no_time():
    spaces = "\n" * 50_000
    begun = process_time()
    assert inert(f"{spaces}x") == f"'{spaces}x"
    assert process_time() - begun < 1  # by the square of them: some ten seconds
