"""Paragraph by paragraph: both texts come back, and breaks of both are one."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.comparison import compare_texts
from tui_app.core.exports.chosen_walk import Closing, Opening
from tui_app.core.exports.merged_walk import Piece
from tui_app.core.exports.paragraph_walk import (
    Break,
    Words,
    _parted,
    _together,
    paragraph_walk,
)
from tui_app.core.exports.report import Choice, Remark, Report
from tui_app.core.kinds import Kind
from tui_app.core.model import Document, Span

TEXTS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "The mill stood by the river for five years.",
                "The mill stood  by the river for seven years!",
                "“Nobody,” he said,\n“worked there.”",
                "Nobody worked there, he said.",
                "Café au lait was served on Tuesday.",
                "A river ran through it: slowly.",
                "Yes.",
            ]
        ),
        st.sampled_from([" ", "\n\n", "\n", "  ", "\n\n\t", "\n \n\n"]),
    ),
    max_size=7,
).map(lambda pairs: "".join(sentence + space for sentence, space in pairs))


def report(left: str, right: str, unit="sentence", **more) -> Report:
    return Report(compare_texts(left, right, unit), **more)


def paragraphs(document: Document) -> list[str]:
    """Return the paragraphs as the units tell them, white space within as it is."""
    found: dict[int, list[int]] = {}
    for at, unit in enumerate(document.units):
        number = at if document.granularity == "line" else unit.paragraph
        found.setdefault(number, []).extend((unit.start, unit.end))
    return [document.text[min(ends) : max(ends)] for ends in found.values()]


def read(events, side: str) -> list[str]:
    """Return the paragraphs of one text as the walk tells them."""
    told = [""]
    for event in events:
        if isinstance(event, Break) and getattr(event, side):
            told.append("")
        elif isinstance(event, Words) and getattr(event, side) is not None:
            told[-1] += event.text
    return told if told != [""] else []


def signs(events) -> str:
    """Return the walk on one line: [-gone-] [+come+] and breaks as ¶."""
    told = ""
    for event in events:
        if isinstance(event, Opening):
            told += "<"
        elif isinstance(event, Closing):
            told += ">"
        else:
            words = event.text if isinstance(event, Words) else "¶"
            both = event.left and event.right
            told += words if both else f"[-{words}-]" if event.left else f"[+{words}+]"
    return told


@given(TEXTS, TEXTS, st.sampled_from(["sentence", "paragraph", "line"]))
@settings(max_examples=200)
def test_both_texts_come_back_paragraph_by_paragraph(left, right, unit):
    whole = report(left, right, unit)
    events = list(paragraph_walk(whole))
    for side in ("left", "right"):
        document = whole.comparison.document(side)
        exact = paragraphs(document)
        unwrapped = [re.sub(r"\s*\n\s*", " ", one) for one in exact]
        assert read(events, side) in (exact, unwrapped)


def test_a_break_of_both_is_one_though_its_blank_lines_differ():
    events = list(
        paragraph_walk(report("A mill.\n\nA river.", "A mill.  \n\n\nA river."))
    )
    assert signs(events) == "A mill.¶A river."


def test_a_paragraph_of_one_text_goes_with_its_break():
    left = "The mill stood.\n\nNobody worked there at all.\n\nThe river ran."
    right = "The mill stood.\n\nThe river ran."
    assert signs(paragraph_walk(report(left, right))) == (
        "The mill stood.¶[-Nobody worked there at all.-][-¶-]The river ran."
    )


def test_a_paragraph_parted_in_two_gets_a_break_and_loses_a_space():
    left = "The mill stood by the river. Nobody worked there at all."
    right = "The mill stood by the river.\n\nNobody worked there at all."
    assert signs(paragraph_walk(report(left, right))) == (
        "The mill stood by the river.[- -][+¶+]Nobody worked there at all."
    )


def test_what_a_headline_became_stands_in_its_paragraph():
    left = "The mill by the river was sold\n\nThe river ran through it."
    right = "The mill by the river was burnt!\n\nThe river ran through it."
    assert signs(paragraph_walk(report(left, right))) == (
        "The mill by the river was [-sold-][+burnt!+]¶The river ran through it."
    )


def test_words_that_go_and_come_at_one_place_stay():
    whole = report("The mill.", "The mill.")
    piece = Piece(Span(0, 3), None, 0), Piece(None, Span(0, 3), 0)
    texts = whole.comparison.left, whole.comparison.right
    assert signs(_together(_parted(piece, *texts))) == "The"


def test_line_ends_for_want_of_room_are_spaces():
    words = (
        "the mill by the river was sold to a family from the coast that wanted to run "
        "it again and found that nobody in the valley knew how the wheel was made and "
        "what it took to keep it turning in the winter when the water froze at night"
    )

    def wrapped(width: int) -> str:
        return "It is told that " + re.sub(rf"(.{{1,{width}}})( |$)", r"\1\n", words)

    events = list(paragraph_walk(report(wrapped(40), wrapped(55))))
    assert signs(events) == f"It is told that {words}"


def noted(report_: Report, **place) -> str:
    remark = Remark("1", "why?", **place)
    with_note = Report(report_.comparison, (remark,))
    return signs(paragraph_walk(with_note))


def test_a_note_stands_around_its_words_in_both_texts():
    plain = report("The mill ran for five years.", "The mill ran for seven years.")
    place = {"rows": (0,), "left": (Span(17, 21),), "right": (Span(17, 22),)}
    assert noted(plain, **place) == "The mill ran for <[-five-][+seven+]> years."
    assert noted(plain, rows=(0,), right=(Span(4, 8),)) == (
        "The <mill> ran for [-five-][+seven+] years."
    )
    assert noted(plain, rows=(0,)) == "<The mill ran for [-five-][+seven+] years.>"


def test_a_note_on_a_gap_stands_there_and_none_is_lost_at_the_end():
    plain = report("The mill ran.", "The mill ran.")
    assert noted(plain, rows=(0,), left=(Span(4, 4),)) == "The <>mill ran."
    assert noted(plain, rows=(0,), left=(Span(13, 13),)) == "The mill ran.<>"


def test_two_notes_on_neighbouring_words_do_not_cross():
    comparison = compare_texts("The mill ran.", "The mill ran.")
    remarks = (
        Remark("1", "b", (0,), left=(Span(4, 8),)),
        Remark("2", "a", (0,), left=(Span(0, 4),)),
    )
    assert signs(paragraph_walk(Report(comparison, remarks))) == "<The ><mill> ran."


LEFT = (
    "The mill ran.\n\nThe owner lived there in 1901.\n\nThe river was low.\n\nAll left."
)
RIGHT = (
    "The mill ran.\n\nThe owner lived there in 1905.\n\nA river was low.\n\nAll left."
)


def chosen(choice: Choice) -> str:
    return signs(paragraph_walk(report(LEFT, RIGHT, choice=choice)))


def test_only_the_rows_wanted_go_out_with_all_their_changes():
    assert chosen(Choice(rows=range(1, 3))) == (
        "The owner lived there in [-1901-][+1905+].¶[-The-][+A+] river was low."
    )
    assert chosen(Choice().facts()) == "The owner lived there in [-1901-][+1905+]."
    assert chosen(Choice(kinds=frozenset({Kind.DATE}))) == chosen(Choice().facts())
    assert chosen(Choice(rows=range(0, 4, 3))) == "The mill ran.¶All left."


def test_notes_on_rows_that_stay_do_not_go_out():
    remarks = (Remark("1", "a", (0,)), Remark("2", "b", (1,)))
    choice = Choice(rows=range(1, 2))
    walk = paragraph_walk(report(LEFT, RIGHT, remarks=remarks, choice=choice))
    assert signs(walk) == "<The owner lived there in [-1901-][+1905+].>"


def test_who_watches_is_told_of_rows_and_may_end_the_walk():
    told = []
    list(paragraph_walk(report(LEFT, RIGHT, watch=told.append)))
    assert told == [0, 1, 2, 3]

    def end(row: int) -> None:
        if row == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(paragraph_walk(report(LEFT, RIGHT, watch=end)))
