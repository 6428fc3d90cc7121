"""The report says what differs and what was noted, and nothing of it acts."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tui_app.core.comparison import compare, compare_texts
from tui_app.core.exports.report import Choice, Remark, Report
from tui_app.core.exports.review_report import (
    block_quote,
    escaped,
    quoted,
    review_report,
)
from tui_app.core.extract import Extract, Metadata
from tui_app.core.kinds import Kind
from tui_app.core.segmentation import segment

PLAIN = frozenset({"text", "softbreak", "hardbreak", "inline", "text_special"})
OWN = frozenset({"heading", "bullet_list", "list_item", "paragraph", "blockquote"})


def written(report):
    return "".join(review_report(report))


def tokens(markdown) -> list[Token]:
    parser = MarkdownIt("gfm-like")
    found = parser.parse(markdown)
    return [*found, *(child for one in found for child in one.children or ())]


def shown(markdown) -> str:
    return "\n".join(
        "".join(
            "\n" if child.type.endswith("break") else child.content
            for child in one.children
        )
        for one in MarkdownIt("gfm-like").parse(markdown)
        if one.children
    )


def section(text, heading):
    return text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def test_titles_numbers_facts_passages_and_notes_are_told(report, remark):
    text = written(report(remark("Which is right?"), made="2026-11-21T17:05:09Z"))
    assert "- Report made: 2026-11-21T17:05:09Z" in text
    assert "- 2 changed facts: number 1, date 1" in section(text, "Summary")
    assert "- 1 note" in section(text, "Summary")
    facts = section(text, "Changed facts")
    assert "- Row 1, number: “five” / “seven”\n  - Left: “The mill stood" in facts
    assert "\\[five\\] years" in facts
    assert "“Tickets cost two pence" in section(text, "Only in the left text")
    assert "“A lamp burned" in section(text, "Only in the right text")
    assert "“The owner of the old mill" in section(text, "Moved")
    notes = section(text, "Notes")
    assert "### Row 1" in notes
    assert "note · open · \\#numbers · Ana · 2026-11-21" in notes
    assert "- Left: “five”" in notes
    assert "> Which is right?" in notes


def test_titles_authors_and_dates_of_the_documents_stand_at_the_top():
    about = Metadata("The Mill", "Jo *Doe*", "2024-05-01", "The Paper")
    extract = Extract("One here.", "HTML", metadata=about)
    bare = segment("One here.", "mill.html", "sentence")
    left = replace(bare, extract=extract)
    text = written(Report(compare(left, segment("One here.", None, "sentence"))))
    line = next(one for one in text.splitlines() if one.startswith("- Left"))
    assert "Jo \\*Doe\\*, 2024-05-01, The Paper, mill.html" in line


def test_other_differences_are_told_where_they_are_asked_for(report):
    assert "## Other differences" not in written(report())
    left, right = "He walked to the mill.", "He strolled to the mill."
    asked = Choice(kinds=frozenset({Kind.WORDING}))
    told = written(Report(compare_texts(left, right), choice=asked))
    assert "“walked” / “strolled”" in section(told, "Other differences")


def test_a_note_without_its_place_is_told_with_its_quote(report, remark):
    text = written(report(remark("gone", (), state="orphan")))
    assert "### Without a place" in text
    assert "note · open · orphan" in text


HOSTILE = [
    "<script>alert(1)</script>",
    "<!-- diptych: {} -->",
    "--> <b>bold</b>",
    "[link](javascript:alert(1))",
    "![picture](http://example.org/x.png)",
    "<http://example.org>",
    "http://example.org and www.example.org and a@example.org",
    "*bold* _italic_ **b** __i__ ~~gone~~ `code` ``` fence",
    "# heading",
    "- item\n- item\n1. one\n2) two",
    "    code\n\n\tcode",
    "title\n=====\nother\n-----",
    "| a | b |\n|---|---|\n| c | d |",
    "> quote\n>> deeper",
    "&lt;b&gt; &#60;b&#62; &amp;",
    "\\*not\\*",
    "***\n---\n___",
    "[a]: http://example.org\n[a]",
    "trailing\\",
    "\x1b[31mred\x00\u202etxt",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_texts_or_notes_acts(text):
    assert_inert(text)


@given(
    st.text(st.sampled_from("<>*_-[]()`~#=|&;!:/\\ \n\t1.aw@+^$\"'"), max_size=40)
    | st.text(max_size=40)
)
def test_no_text_whatever_acts(text):
    assert_inert(text)


def assert_inert(text):
    for markdown in (quoted(text), f"- {quoted(text)}", block_quote(text)):
        for token in tokens(markdown):
            name = re.sub("_(open|close)$", "", token.type)
            assert name in PLAIN | {"bullet_list", "list_item", "paragraph"} | (
                {"blockquote"} if markdown.startswith(">") else set()
            ), (token.type, markdown)
        assert "\x1b" not in markdown
    assert sum(one.type == "blockquote_open" for one in tokens(block_quote(text))) == 1


@pytest.mark.parametrize("text", HOSTILE[:-1])
def test_what_is_shown_are_the_words(text):
    assert shown(quoted(text)) == f"“{' '.join(text.split())}”"
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    assert shown(block_quote(text)).split("\n") == [one for one in lines if one]


def test_a_hostile_report_holds_our_marks_and_comments_alone():
    words = " ".join(HOSTILE)
    body = "\n".join(HOSTILE)
    carried = json.dumps({"type": "Annotation", "body": {"value": body}})
    remark = Remark("", body, (0,), tags=("<b>",), by="*x*", annotation=carried)
    report = Report(
        compare_texts(f"Five stood here. {words}", f"Six stood here. {words}!"),
        (remark,),
    )
    for token in tokens(written(report)):
        if token.type in {"html_block", "html_inline"}:
            comment = token.content.strip()
            assert comment.startswith("<!-- diptych: ")
            assert comment.index("-->") == len(comment) - 3
        else:
            name = re.sub("_(open|close)$", "", token.type)
            assert name in PLAIN | OWN, (token.type, token.content)


def test_escaped_words_are_one_line():
    assert escaped("a\n\n b\tc") == "a b c"
