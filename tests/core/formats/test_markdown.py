"""What is taken out of Markdown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.extract import Extract, Part
from tui_app.core.formats.markdown import read_markdown
from tui_app.core.formats.taking import Wanted
from tui_app.errors import UserError

YAML = """---
title: "The Mill"
author:
  - Ann
  - Bo
date: 2024-05-01 # the day
lang: en
---
"""

TOML = """+++
title = "The Mill"
author = ["Ann", "Bo"]
date = 2024-05-01
lang = "en"
+++
"""


def taken(text: str) -> Extract:
    return read_markdown(text, Wanted("a.md"))


def passages(text: str) -> list[tuple[Part, str]]:
    extract = taken(text)
    return [(one.part, extract.text[one.start : one.end]) for one in extract.passages]


def test_hard_wrapping_does_not_count():
    assert passages("One line\nand its rest.\n\nAnother.\n") == [
        (Part.PARAGRAPH, "One line and its rest."),
        (Part.PARAGRAPH, "Another."),
    ]


def test_a_meant_line_break_is_a_line_end():
    assert taken("Down  \nhere<br>and\\\nthere").text == "Down\nhere\nand\nthere"


def test_links_emphasis_and_code_give_their_words():
    text = "A [link *here*](http://x.org 't'), `code`, **bold** and <http://y.org>."
    assert taken(text).text == "A link here, code, bold and http://y.org."


def test_the_only_main_heading_at_the_start_is_the_title():
    assert passages("# Mill\n\n## Wheel\n\nIt turns.") == [
        (Part.TITLE, "Mill"),
        (Part.HEADING, "Wheel"),
        (Part.PARAGRAPH, "It turns."),
    ]


def test_of_several_main_headings_none_is_the_title():
    parts = [part for part, _ in passages("# One\n\na\n\n# Two\n\nb")]
    assert parts.count(Part.HEADING) == 2


def test_headings_have_their_level():
    levels = [one.level for one in taken("# A\n\n# B\n\n### C\n\nUnder\n---").passages]
    assert levels == [1, 1, 3, 2]


def test_items_of_lists_have_their_level_and_no_bullet():
    text = "- one\n- two\n  1. inner\n\nAfter."
    extract = taken(text)
    assert extract.text == "one\ntwo\ninner\n\nAfter."
    assert [one.level for one in extract.passages] == [1, 1, 2, 0]


def test_what_follows_in_an_item_is_a_paragraph():
    text = "- one\n\n  more\n  - inner\n\n  rest\n- two\n\nAfter."
    assert passages(text) == [
        (Part.LIST_ITEM, "one"),
        (Part.PARAGRAPH, "more"),
        (Part.LIST_ITEM, "inner"),
        (Part.PARAGRAPH, "rest"),
        (Part.LIST_ITEM, "two"),
        (Part.PARAGRAPH, "After."),
    ]


def test_what_follows_an_empty_item_is_no_item():
    assert passages("- one\n-\n\nAfter.")[-1] == (Part.PARAGRAPH, "After.")


def test_a_table_has_a_passage_a_row():
    assert passages("| a | b |\n|---|---|\n| 1 | 2 |\n") == [
        (Part.TABLE_ROW, "a\tb"),
        (Part.TABLE_ROW, "1\t2"),
    ]


def test_code_stays_as_it_is():
    code = "def f():\n\n    return  1"
    assert passages(f"```py\n{code}\n```\n") == [(Part.CODE, code)]


def test_footnotes_are_notes_and_their_marks_no_text():
    assert passages("Text.[^1] More.\n\n[^1]: A *note*.\n") == [
        (Part.PARAGRAPH, "Text. More."),
        (Part.NOTE, "A note."),
    ]


def test_comments_are_left_out_and_said():
    extract = taken("Text.\n\n<!-- to do -->\n\nMore.")
    assert extract.text == "Text.\n\nMore."
    assert [(one.text, one.why) for one in extract.left_out] == [("to do", "comment")]


@pytest.mark.parametrize(
    "front",
    [
        YAML,
        TOML,
    ],
)
def test_the_front_matter_is_metadata(front):
    extract = taken(front + "\nIt turns.\n")
    assert extract.text == "It turns."
    assert extract.metadata[:3] == ("The Mill", "Ann, Bo", "2024-05-01")
    assert extract.metadata.language == "en"


def test_the_title_in_the_text_is_that_of_the_document():
    assert taken("# The *Mill*\n\nIt turns.").metadata.title == "The Mill"
    assert taken(YAML + "# A Mill\n\nIt turns.").metadata.title == "A Mill"


def test_a_rule_at_the_start_is_no_front_matter():
    text = "---\n\nA sentence that is no field.\n\n---\n\nAnother."
    assert taken(text).text == "A sentence that is no field.\n\nAnother."


def test_html_in_the_text_gives_its_words():
    assert taken("<div>\nIn <b>a</b> box &amp; more\n</div>").text == (
        "In a box & more"
    )


@pytest.mark.parametrize(
    "text", ["- a\n" * 500, "**a" * 2_000, "|a|\n|-|\n" + "b\n" * 2_000]
)
def test_more_markup_than_memory_allows_is_refused_in_one_line(
    text: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("tui_app.core.formats.markdown_parsing.MOST_TOKENS", 1_000)
    with pytest.raises(UserError, match=r"^a\.md: has more markup .*\.txt"):
        taken(text)


@given(st.text("ab1 !^:#|*_<>&;`~[]()-\\\n", max_size=40))
def test_passages_without_markup_are_what_a_parser_makes_of_them(text: str):
    quickly = taken(text).text
    with pytest.MonkeyPatch.context() as patched:
        always = re.compile("")
        patched.setattr("tui_app.core.formats.markdown_parsing._MARKUP", always)
        assert taken(text).text == quickly


def test_a_row_of_a_table_counts_once_however_many_cells_it_has(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("tui_app.core.formats.markdown_parsing.MOST_TOKENS", 1_000)
    rows = "".join(f"| {row} | *two* | three | four |\n" for row in range(900))
    lines = taken("| a | b | c | d |\n|---|---|---|---|\n" + rows).text.splitlines()
    assert len(lines) == 901
    assert "899" in lines[-1]
    assert "two" in lines[-1]
    assert "*" not in lines[-1]


def test_more_lines_than_memory_allows_are_refused_before_they_are_parsed():
    with pytest.raises(UserError, match=r"^a\.md: has more markup .*\.txt"):
        taken("a\n" * 600_000)


def test_markup_that_takes_the_square_of_its_length_ends(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("tui_app.core.formats.markdown_parsing._PATIENCE", 0.1)
    with pytest.raises(UserError, match=r"^a\.md: .*too long to read.*\.txt"):
        taken("^[" * 10_000)


@pytest.mark.parametrize("opening", ["<!--", "<?", "<!A ", "<![CDATA[", "<a <"])
def test_html_that_is_never_closed_is_text_as_it_stands(opening: str):
    assert taken(opening * 20_000).text == (opening * 20_000).rstrip()


def test_signs_written_as_entities_or_escaped_are_text():
    assert taken(r"\*a\* &amp; &#66;").text == "*a* & B"


@pytest.mark.parametrize("value", ["9" * 9_000, "[" * 5_000 + "]" * 5_000])
def test_front_matter_made_to_harm_is_text(value: str):
    assert "Mill" in taken(f"+++\na = {value}\n+++\n\nMill\n").text
