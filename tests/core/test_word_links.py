"""Links of a row stand in the texts, wherever its units do."""

import re

from tui_app.core.align.translations.translation_lexicon import WordLink
from tui_app.core.comparison import Comparison
from tui_app.core.facts.across.terms import Rendering, Term
from tui_app.core.model import Alignment, Relation, Row, Span
from tui_app.core.segmentation import segment
from tui_app.core.term_places import places_of_term, terms_of
from tui_app.core.translation import Translation
from tui_app.core.word_links import linked_words, links_in_row

KNOWN = {("lamp", "Lampe"), ("lamps", "Lampen"), ("lamp", "Leuchte"), ("sea", "Meer")}


def links_of(left, right):
    for ours in re.finditer(r"\w+", left):
        for theirs in re.finditer(r"\w+", right):
            if (ours[0], theirs[0]) in KNOWN:
                yield WordLink(Span(*ours.span()), Span(*theirs.span()), 0.9)


def one_row(left, right, units=((0,), (0,))):
    documents = [segment(text, None, "sentence") for text in (left, right)]
    row = Row(*units, Relation.CHANGED, 1.0, moved=False)
    return Comparison(*documents, Alignment((), ()), (row,))


def words(made, links):
    return [
        (made.left.text[slice(*link.left)], made.right.text[slice(*link.right)])
        for link in links
    ]


def test_offsets_are_those_of_the_texts_also_over_units_apart():
    made = one_row(
        "It rained. A lamp burned. He went. The sea was near.",
        "Es regnete. Eine Lampe brannte. Er ging. Das Meer war nah.",
        ((1, 3), (1, 3)),
    )
    assert words(made, links_in_row(made, 0, links_of)) == [
        ("lamp", "Lampe"),
        ("sea", "Meer"),
    ]


def test_a_row_of_one_side_has_no_links():
    assert links_in_row(one_row("A lamp.", "", ((0,), ())), 0, links_of) == ()


def test_words_are_answered_by_those_they_are_linked_with():
    made = one_row("A lamp by the sea.", "Eine Lampe am Meer.")
    answer = linked_words(links_of)
    (found,) = answer(made, 0, "left", Span(0, 6))
    assert made.right.text[slice(*found)] == "Lampe"
    assert answer(made, 0, "left", Span(0, 1)) == ()
    meer = made.right.text.index("Meer")
    (found,) = answer(made, 0, "right", Span(meer, meer + 1))
    assert made.left.text[slice(*found)] == "sea"


def many_rows():
    said = ["Lampe"] * 4 + ["Leuchte"] * 3
    left = "\n\n".join(f"The lamp number {n}." for n in range(7))
    right = "\n\n".join(f"Die {word} Nummer {n}." for n, word in enumerate(said))
    documents = [segment(text, None, "paragraph") for text in (left, right)]
    rows = tuple(Row((n,), (n,), Relation.CHANGED, 1.0, moved=False) for n in range(7))
    return Comparison(
        *documents, Alignment((), ()), rows, translation=Translation(("en", "de"))
    )


def test_terms_are_found_with_their_places():
    made, told = many_rows(), []
    (term,) = terms_of(made, links_of, told.append)
    assert told
    assert term == Term(
        "left",
        "lamp",
        7,
        (
            Rendering("Lampe", (0, 1, 2, 3), {("lamp", "lampe")}),
            Rendering("Leuchte", (4, 5, 6), {("lamp", "leuchte")}),
        ),
    )
    places = places_of_term(made, term, links_of)
    assert [one.row for one in places] == list(range(7))
    assert words(made, places)[4] == ("lamp", "Leuchte")


def test_places_are_told_of_terms_of_the_right_too():
    made = many_rows()
    way = Rendering("lamp", (0, 1), frozenset({("lampe", "lamp")}))
    places = places_of_term(made, Term("right", "Lampe", 9, (way, way)), links_of)
    assert words(made, places) == [("lamp", "Lampe"), ("lamp", "Lampe")]
