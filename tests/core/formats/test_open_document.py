"""What is taken out of an OpenDocument text, changes accepted and rejected."""

from __future__ import annotations

import io
import zipfile

import pytest

from tui_app.core.extract import Changes, Extract, Part
from tui_app.core.formats import take
from tui_app.core.formats.taking import Wanted
from tui_app.core.model import Progress
from tui_app.errors import UserError

_KINDS = ("office", "text", "table", "draw", "style")
SPACES = " ".join(
    f'xmlns:{kind}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"'
    for kind in _KINDS
)
SPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
SPACES += ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'

STYLES = """
<style:style style:name="P1" style:parent-style-name="Title"/>
<style:style style:name="P2" style:parent-style-name="Figure"/>
<style:style style:name="Figure" style:parent-style-name="Caption"/>
<style:style style:name="P3" style:parent-style-name="Heading_20_2"/>
<style:style style:name="P4" style:parent-style-name="Preformatted_20_Text"/>
<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>
<style:style style:name="R1" style:parent-style-name="R2"/>
<style:style style:name="R2" style:parent-style-name="R1"/>
"""

ANN = (
    "<office:change-info><dc:creator>Ann</dc:creator>"
    "<dc:date>2024-05-01T10:00:00</dc:date></office:change-info>"
)


def text_file(
    body: str, changes: str = "", meta: str = "", others: dict[str, str] | None = None
) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES}>"
            f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
            f"<office:body><office:text>"
            f"<text:tracked-changes>{changes}</text:tracked-changes>{body}"
            "</office:text></office:body></office:document-content>",
        )
        archive.writestr("meta.xml", f"<office:meta {SPACES}>{meta}</office:meta>")
        for name, data in (others or {}).items():
            archive.writestr(name, data)
    return whole.getvalue()


def read(data: bytes, changes: Changes = "accept", name: str = "a.odt") -> Extract:
    return take(data, Wanted(name, changes))


def taken(body: str) -> Extract:
    return read(text_file(body))


def p(inner: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def items(*inner: str) -> str:
    each = "".join(f"<text:list-item>{one}</text:list-item>" for one in inner)
    return f"<text:list>{each}</text:list>"


def passages(extract: Extract) -> list[tuple[Part, int, str]]:
    return [
        (one.part, one.level, extract.text[one.start : one.end])
        for one in extract.passages
    ]


def left_out(extract: Extract) -> list[tuple[str, str]]:
    return [(one.text, one.why) for one in extract.left_out]


def region(number: int, kind: str, inner: str = "") -> str:
    return (
        f'<text:changed-region text:id="c{number}">'
        f"<text:{kind}>{ANN}{inner}</text:{kind}></text:changed-region>"
    )


def start(number: int) -> str:
    return f'<text:change-start text:change-id="c{number}"/>'


def end(number: int) -> str:
    return f'<text:change-end text:change-id="c{number}"/>'


def gone(number: int) -> str:
    return f'<text:change text:change-id="c{number}"/>'


def before_and_after(body: str, changes: str) -> tuple[str, str]:
    data = text_file(body, changes)
    return read(data, "reject").text, read(data).text


def test_styles_tell_what_a_paragraph_is():
    body = (
        p("Two Banks", "P1")
        + '<text:h text:outline-level="1">First</text:h>'
        + p("Second", "P3")
        + p("Text")
        + p("Figure 1: a bank", "P2")
        + p("Styles in a ring", "R1")
        + p("a<text:s text:c='3'/>b<text:line-break/>  c", "P4")
    )
    extract = taken(body)
    assert passages(extract) == [
        (Part.TITLE, 0, "Two Banks"),
        (Part.HEADING, 1, "First"),
        (Part.HEADING, 2, "Second"),
        (Part.PARAGRAPH, 0, "Text"),
        (Part.CAPTION, 0, "Figure 1: a bank"),
        (Part.PARAGRAPH, 0, "Styles in a ring"),
        (Part.CODE, 0, "a   b"),
        (Part.CODE, 0, " c"),
    ]
    assert extract.metadata.title == "Two Banks"


def test_items_know_their_level():
    body = items(p("one") + p("on"), items(p("two"))) + p("after")
    assert passages(taken(body)) == [
        (Part.LIST_ITEM, 1, "one"),
        (Part.PARAGRAPH, 0, "on"),
        (Part.LIST_ITEM, 2, "two"),
        (Part.PARAGRAPH, 0, "after"),
    ]


def test_signs_between_words_are_kept_as_what_they_mean():
    body = p(
        "a<text:tab/>b<text:line-break/>c\n  d<text:s text:c='9'/>"
        "<text:a>e</text:a><text:ruby><text:ruby-base>漢</text:ruby-base>"
        "<text:ruby-text>kan</text:ruby-text></text:ruby>."
    )
    assert taken(body).text == "a b\nc d e漢."


def table(*rows: str) -> str:
    return f"<table:table>{''.join(rows)}</table:table>"


def row(*cells: str, times: int = 1) -> str:
    repeated = f'table:number-rows-repeated="{times}"'
    return f"<table:table-row {repeated}>{''.join(cells)}</table:table-row>"


def cell(inner: str, times: int = 1) -> str:
    repeated = f'table:number-columns-repeated="{times}"'
    return f"<table:table-cell {repeated}>{inner}</table:table-cell>"


def test_rows_are_passages_and_repeats_are_bounded():
    body = table(
        row(cell(p("a")), cell(p("b"), 2)),
        row(cell(p("c")), "<table:covered-table-cell/>", cell(p("d"))),
        row(cell("", 16_384), cell(p("e")), times=1),
        row(cell(p("x")), cell(p("y")), times=1_000_000),
    )
    rows = [words for _, _, words in passages(taken(body))]
    assert rows[:3] == ["a\tb\tb", "c\t\td", "e"]
    assert set(rows[3:]) == {"x\ty"}
    assert len(rows) < 200


def test_a_cell_over_columns_is_one_and_one_over_rows_leaves_its_place_empty():
    wide = f'<table:table-cell table:number-columns-spanned="2">{p("a")}'
    body = table(
        row(f"{wide}</table:table-cell>", "<table:covered-table-cell/>", cell(p("b"))),
        row(cell(p("c")), "<table:covered-table-cell/>", cell(p("d"))),
    )
    assert taken(body).text == "a\tb\nc\t\td"


def test_notes_stand_in_the_end():
    def note(kind: str, words: str) -> str:
        return (
            f'<text:note text:note-class="{kind}">'
            "<text:note-citation>1</text:note-citation>"
            f"<text:note-body>{p(words)}</text:note-body></text:note>"
        )

    body = p(f"One{note('endnote', 'End')}, two{note('footnote', 'Foot')}.") + p("More")
    assert passages(taken(body)) == [
        (Part.PARAGRAPH, 0, "One, two."),
        (Part.PARAGRAPH, 0, "More"),
        (Part.NOTE, 0, "Foot"),
        (Part.NOTE, 0, "End"),
    ]


def test_comments_hidden_words_and_contents_are_left_out_with_why():
    body = (
        f"<text:table-of-content><text:index-body>{p('First 1')}</text:index-body>"
        "</text:table-of-content>"
        + p(
            'Seen<text:span text:style-name="T1">unseen</text:span>'
            "<office:annotation><dc:creator>Ann</dc:creator>"
            f"<dc:date>2024-05-01</dc:date>{p('Sure?')}</office:annotation>"
        )
        + f'<text:section text:display="none">{p("secret")}</text:section>'
    )
    extract = taken(body)
    assert extract.text == "Seen"
    assert left_out(extract) == [
        ("First 1", "table of contents"),
        ("unseen", "hidden text"),
        ("Sure?", "comment by Ann, 2024-05-01"),
        ("secret", "hidden text"),
    ]


def test_a_text_box_stands_behind_its_paragraph():
    box = f"<draw:frame><draw:text-box>{p('Boxed')}</draw:text-box></draw:frame>"
    assert taken(p(f"Around {box}it")).text == "Around it\n\nBoxed"


def test_words_deleted_and_inserted_are_accepted_or_rejected():
    body = p(f"It is {gone(1)}{start(2)}very {end(2)}so.")
    changes = region(1, "deletion", p("not ")) + region(2, "insertion")
    assert before_and_after(body, changes) == ("It is not so.", "It is very so.")
    data = text_file(body, changes)
    assert left_out(read(data)) == [("not", "deleted by Ann, 2024-05-01")]
    assert "accepted" in read(data).remarks[0]
    told = left_out(read(data, "reject"))
    assert told == [("very", "inserted by Ann, 2024-05-01")]


def test_an_insertion_over_paragraphs_joins_what_is_around_it():
    body = p(f"One {start(1)}and") + p("new") + p(f"more {end(1)}two.")
    before, after = before_and_after(body, region(1, "insertion"))
    assert before == "One two."
    assert after == "One and\n\nnew\n\nmore two."


def test_a_deletion_over_paragraphs_parts_them_again():
    body = p(f"One {gone(1)}two.")
    changes = region(1, "deletion", p("end.") + p("Whole.") + p("Begin "))
    before, after = before_and_after(body, changes)
    assert before == "One end.\n\nWhole.\n\nBegin two."
    assert after == "One two."


def test_a_change_between_paragraphs_counts_as_well():
    body = p("One.") + start(1) + p("New.") + end(1) + p("Two.")
    before, after = before_and_after(body, region(1, "insertion"))
    assert before == "One.\n\nTwo."
    assert after == "One.\n\nNew.\n\nTwo."


def test_repeats_within_repeats_are_bounded():
    inner = p("words")
    for _ in range(10):
        inner = table(row(cell(inner, 100), cell(p("x")), times=100))
    assert len(taken(inner).text) < 1_000_000


def test_a_deletion_that_holds_itself_ends():
    body = p(f"One {gone(1)}two.")
    changes = region(1, "deletion", p(f"again {gone(1)}"))
    assert before_and_after(body, changes) == ("One again two.", "One two.")


def test_pages_are_known_where_the_file_tells_where_they_turn():
    extract = taken(p("One.") + p("Two, <text:soft-page-break/>three."))
    assert extract.place_at(extract.text.index("Two")) == "page 1"
    assert extract.place_at(extract.text.index("three")) == "page 2"


def test_metadata_are_those_of_the_file():
    meta = (
        "<dc:title>On Banks</dc:title><dc:language>de</dc:language>"
        "<meta:initial-creator>Ann</meta:initial-creator><dc:creator>Bob</dc:creator>"
        "<meta:creation-date>2024-05-01T10:00:00</meta:creation-date>"
    )
    told = read(text_file(p("Text"), meta=meta)).metadata
    assert told == ("On Banks", "Ann", "2024-05-01", "", "de")


def refusal(data: bytes) -> str:
    with pytest.raises(UserError) as refused:
        read(data)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_a_locked_file_is_told():
    manifest = {"META-INF/manifest.xml": "<manifest:encryption-data/>"}
    assert "password" in refusal(text_file("\x00", others=manifest))


def test_damage_is_told():
    assert "its XML is broken" in refusal(text_file("<text:p>"))


def test_depth_is_bounded():
    body = p("x")
    for _ in range(60):
        body = table(row(cell(body), cell(p("y"))))
    assert "within each other" in refusal(text_file(body))
    deep = p("<text:span>" * 20_000 + "deep" + "</text:span>" * 20_000)
    assert taken(deep).text == "deep"


def test_how_many_paragraphs_are_read_is_told():
    told = []
    data = text_file(p("One.") + p("Two."))
    take(data, Wanted("a.odt", report=told.append))
    assert told == [Progress(0, 2), Progress(1, 2)]
