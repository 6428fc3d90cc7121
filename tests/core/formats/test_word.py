"""What is taken out of a Word file, with its changes accepted and rejected."""

from __future__ import annotations

import io
import zipfile

import pytest

from tui_app.core.extract import Changes, Extract, Part
from tui_app.core.formats import take
from tui_app.core.formats.taking import Wanted
from tui_app.core.model import Progress
from tui_app.errors import UserError

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

BY_ANN = 'w:id="1" w:author="Ann" w:date="2024-05-01T10:00:00Z"'

STYLES = """
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Our Section"/>
  <w:basedOn w:val="Level"/></w:style>
<w:style w:type="paragraph" w:styleId="Level"><w:name w:val="Level"/>
  <w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Cap"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="B2"><w:name w:val="List Bullet 2"/>
  <w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Toc"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="R1"><w:name w:val="Ring"/>
  <w:basedOn w:val="R2"/></w:style>
<w:style w:type="paragraph" w:styleId="R2"><w:name w:val="Ring too"/>
  <w:basedOn w:val="R1"/></w:style>
<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
"""


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def gone(words: str) -> str:
    return f"<w:r><w:delText>{words}</w:delText></w:r>"


def para(inner: str, properties: str = "") -> str:
    inside = inner if "<" in inner else run(inner)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def styled(style: str, words: str) -> str:
    return para(words, f'<w:pStyle w:val="{style}"/>')


def ins(inner: str) -> str:
    return f"<w:ins {BY_ANN}>{inner}</w:ins>"


def deleted(words: str) -> str:
    return f"<w:del {BY_ANN}>{gone(words)}</w:del>"


def mark(kind: str) -> str:
    return f"<w:rPr><w:{kind} {BY_ANN}/></w:rPr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(inner: str) -> str:
    return f"<w:tc>{inner if '<' in inner else para(inner)}</w:tc>"


def field(instruction: str, result: str) -> str:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    told = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    if "<" in instruction:
        told = instruction
    return f"{sign('begin')}{told}{sign('separate')}{run(result)}{sign('end')}"


def part(name: str, inner: str, space: str = WORD) -> bytes:
    spaces = f'xmlns:w="{space}" xmlns:mc="{COMPATIBLE}" xmlns:m="{MATH}"'
    return f"<w:{name} {spaces}>{inner}</w:{name}>".encode()


def relations(targets: dict[str, str]) -> bytes:
    each = "".join(
        f'<Relationship Id="r{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for target, kind in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}">{each}</Relationships>'.encode()


def word_file(
    body: str, parts: dict[str, str] | None = None, space: str = WORD, core: str = ""
) -> bytes:
    """Return a file with this body; ``parts`` are roots of parts and their insides."""
    others = {"styles": STYLES} | (parts or {})
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        document = part("document", f"<w:body>{body}</w:body>", space)
        archive.writestr("word/document.xml", document)
        known = {f"{name}.xml": KINDS.get(name, name) for name in others}
        archive.writestr("word/_rels/document.xml.rels", relations(known))
        for name, inner in others.items():
            archive.writestr(f"word/{name}.xml", part(name, inner, space))
        if core:
            archive.writestr("_rels/.rels", relations({"core.xml": "core-properties"}))
            archive.writestr("core.xml", f"<core>{core}</core>")
    return whole.getvalue()


KINDS = {"hdr": "header", "ftr": "footer"}


def read(data: bytes, changes: Changes = "accept", name: str = "a.docx") -> Extract:
    return take(data, Wanted(name, changes))


def taken(body: str, parts: dict[str, str] | None = None) -> Extract:
    return read(word_file(body, parts))


def passages(extract: Extract) -> list[tuple[Part, int, str]]:
    return [
        (one.part, one.level, extract.text[one.start : one.end])
        for one in extract.passages
    ]


def left_out(extract: Extract) -> list[tuple[str, str]]:
    return [(one.text, one.why) for one in extract.left_out]


def before_and_after(body: str) -> tuple[str, str]:
    data = word_file(body)
    return read(data, "reject").text, read(data, "accept").text


def test_styles_tell_what_a_paragraph_is():
    body = (
        styled("T", "Two Banks")
        + styled("H1", "First")
        + styled("Mine", "Third level")
        + para("By its outline", '<w:outlineLvl w:val="1"/>')
        + para("Text")
        + styled("Cap", "Figure 1: a bank")
        + styled("R1", "Styles in a ring")
    )
    extract = taken(body)
    assert passages(extract) == [
        (Part.TITLE, 0, "Two Banks"),
        (Part.HEADING, 1, "First"),
        (Part.HEADING, 3, "Third level"),
        (Part.HEADING, 2, "By its outline"),
        (Part.PARAGRAPH, 0, "Text"),
        (Part.CAPTION, 0, "Figure 1: a bank"),
        (Part.PARAGRAPH, 0, "Styles in a ring"),
    ]
    assert extract.metadata.title == "Two Banks"


def test_items_know_their_level_and_an_item_can_be_none():
    numbering = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'
    body = (
        para("one", numbering.format(0, 3))
        + para("two", numbering.format(1, 3))
        + styled("B2", "three")
        + para("none", '<w:pStyle w:val="B2"/>' + numbering.format(0, 0))
    )
    assert passages(taken(body)) == [
        (Part.LIST_ITEM, 1, "one"),
        (Part.LIST_ITEM, 2, "two"),
        (Part.LIST_ITEM, 2, "three"),
        (Part.PARAGRAPH, 0, "none"),
    ]


def test_signs_between_words_are_kept_as_what_they_mean():
    body = para(
        run("a")
        + "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/>"
        + "<w:t>d</w:t><w:softHyphen/><w:t>e</w:t>"
        + '<w:sym w:font="Symbol" w:char="F061"/></w:r>'
        + "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    )
    assert taken(body).text == "a b\nc\u2011deαx=1"


def test_ruby_is_dropped():
    body = para(
        f"<w:r><w:ruby><w:rt>{run('kan')}</w:rt>"
        f"<w:rubyBase>{run('漢')}</w:rubyBase></w:ruby></w:r>"
    )
    assert taken(body).text == "漢"


def test_a_row_is_a_passage_and_its_cells_stand_apart():
    inner = table(cell("in") + cell("side"))
    body = table(
        cell("a") + cell(para("b") + para("c")),
        cell(para("d") + inner + para("")) + cell("e"),
    )
    assert passages(taken(body)) == [
        (Part.TABLE_ROW, 0, "a\tb c"),
        (Part.TABLE_ROW, 0, "d\te"),
        (Part.TABLE_ROW, 0, "in\tside"),
    ]


def test_a_frame_around_a_text_is_no_table():
    body = table(cell(para("One.") + para("Two.")))
    assert [part for part, *_ in passages(taken(body))] == [Part.PARAGRAPH] * 2


def test_notes_stand_in_the_end_and_those_nobody_refers_to_nowhere():
    body = para(
        run("Text")
        + '<w:r><w:endnoteReference w:id="5"/></w:r>'
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
    ) + para("More")
    notes = (
        '<w:footnote w:id="0"><w:p><w:r><w:t>----</w:t></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="2">{para("At the foot")}</w:footnote>'
    )
    ends = f'<w:endnote w:id="5">{para("In the end")}</w:endnote>'
    assert passages(taken(body, {"footnotes": notes, "endnotes": ends})) == [
        (Part.PARAGRAPH, 0, "Text"),
        (Part.PARAGRAPH, 0, "More"),
        (Part.NOTE, 0, "At the foot"),
        (Part.NOTE, 0, "In the end"),
    ]


def test_comments_headers_and_hidden_words_are_left_out_with_why():
    body = para(
        run("Seen ")
        + run("unseen", "<w:vanish/>")
        + run("secret", '<w:rStyle w:val="Secret"/>')
        + run("words", '<w:vanish w:val="0"/>')
        + '<w:r><w:commentReference w:id="1"/></w:r>'
    ) + styled("Toc", "First 1")
    parts = {
        "comments": f"<w:comment {BY_ANN}>{para('Sure?')}</w:comment>",
        "hdr": para("The running head"),
    }
    extract = taken(body, parts)
    assert extract.text == "Seen words"
    assert left_out(extract) == [
        ("unseensecret", "hidden text"),
        ("Sure?", "comment by Ann, 2024-05-01"),
        ("First 1", "table of contents"),
        ("The running head", "header or footer"),
    ]


def box(words: str) -> str:
    return f"<w:txbxContent>{para(words)}</w:txbxContent>"


def test_a_text_box_is_taken_once_behind_its_paragraph():
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{box("Boxed")}</mc:Choice>'
        f"<mc:Fallback>{box('Boxed')}</mc:Fallback></mc:AlternateContent>"
    )
    unknown = (
        '<mc:AlternateContent><mc:Choice Requires="new"/>'
        f"<mc:Fallback>{box('Older')}</mc:Fallback></mc:AlternateContent>"
    )
    body = para(f"<w:r>{both}<w:t>Around</w:t>{unknown}</w:r>")
    assert taken(body).text == "Around\n\nBoxed\n\nOlder"


def test_content_controls_take_no_words_away_but_what_waits_to_be_filled_in():
    def control(inner: str, properties: str = "") -> str:
        return (
            f"<w:sdt><w:sdtPr>{properties}</w:sdtPr>"
            f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        )

    body = (
        control(control(para("Nested")))
        + para(control(run("In a line")))
        + table(control(cell("c1") + cell("c2")))
        + control(para("Click here"), "<w:showingPlcHdr/>")
    )
    extract = taken(body)
    assert extract.text == "Nested\n\nIn a line\n\nc1\tc2"
    assert left_out(extract) == [("Click here", "waits to be filled in")]


def test_strict_files_are_read_as_all_others():
    assert read(word_file(styled("H1", "Head"), space=STRICT)).passages[0].level == 1


def test_of_a_field_only_the_result_is_text():
    inner = field("DATE", "6 May")
    body = para(run("See ") + field(inner, "the page") + run("."))
    assert taken(body).text == "See the page."


def test_a_field_that_never_ends_hides_nothing():
    open_one = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    body = para(open_one + run("Text")) + para(field("REF x", "stays"))
    assert taken(body).text == "Text\n\nstays"


def test_a_drop_cap_belongs_to_its_word():
    body = para("O", '<w:framePr w:dropCap="drop"/>') + para("nce upon a time")
    assert taken(body).text == "Once upon a time"


def test_pages_are_known_where_the_file_tells_where_they_turn():
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    extract = taken(para("One.") + para(run("Two, ") + turn + run("three.")))
    places = [extract.place_at(extract.text.index(word)) for word in ("One", "Two")]
    assert places == ["page 1", "page 1"]
    assert extract.place_at(extract.text.index("three")) == "page 2"
    assert taken(para("One.")).places == ()


def test_words_deleted_and_inserted_are_accepted_or_rejected():
    body = para(run("It is ") + deleted("not ") + ins(run("very ")) + run("so."))
    before, after = before_and_after(body)
    assert (before, after) == ("It is not so.", "It is very so.")
    data = word_file(body)
    assert left_out(read(data)) == [("not", "deleted by Ann, 2024-05-01")]
    told = left_out(read(data, "reject"))
    assert told == [("very", "inserted by Ann, 2024-05-01")]


def test_changes_that_were_tracked_are_told():
    changed = word_file(para(run("Old ") + ins(run("new"))))
    assert "accepted" in read(changed).remarks[0]
    assert "rejected" in read(changed, "reject").remarks[0]
    assert read(word_file(para("Text"))).remarks == ()


def test_what_one_inserted_and_another_deleted_is_in_neither():
    body = para(run("a") + ins(deleted("b")) + run("c"))
    assert before_and_after(body) == ("ac", "ac")


def test_moved_words_stand_where_they_were_or_where_they_went():
    body = para(run("A.") + f"<w:moveTo {BY_ANN}>{run('B.')}</w:moveTo>") + para(
        run("C.") + f"<w:moveFrom {BY_ANN}>{run('B.')}</w:moveFrom>"
    )
    assert before_and_after(body) == ("A.\n\nC.B.", "A.B.\n\nC.")


def test_paragraph_marks_part_and_join():
    body = para("One ", mark("ins")) + para("two ", mark("del")) + para("three")
    assert before_and_after(body) == ("One two\n\nthree", "One\n\ntwo three")


def test_a_paragraph_inserted_as_a_whole_leaves_the_headline_one():
    body = para(
        run("Head"), f'<w:pStyle w:val="H1"/>{mark("ins")}'
    ) + para(ins(run("New text")))  # fmt: skip
    rejected = read(word_file(body), "reject")
    assert rejected.text == "Head"
    assert rejected.passages[0].part in {Part.HEADING, Part.TITLE}


def test_a_style_that_was_changed_counts_as_it_was_where_changes_are_rejected():
    change = f'<w:pPrChange {BY_ANN}><w:pPr><w:outlineLvl w:val="3"/></w:pPr>'
    body = para("A line", f"{change}</w:pPrChange>")
    data = word_file(body)
    assert read(data).passages[0].part is Part.PARAGRAPH
    assert read(data, "reject").passages[0].level == 4


def test_rows_and_cells_come_and_go():
    def row(kind: str, words: str) -> str:
        mark = f"<w:trPr><w:{kind} {BY_ANN}/></w:trPr>"
        return mark + cell(words) + cell("x")

    body = table(
        cell("old") + cell("x"),
        row("ins", "new"),
        row("del", "away"),
        cell("c") + cell(f"<w:tcPr><w:cellIns {BY_ANN}/></w:tcPr>{para('d')}"),
    )
    before, after = before_and_after(body)
    assert before == "old\tx\n\naway\tx\nc"
    assert after == "old\tx\nnew\tx\n\nc\td"


def test_a_title_in_the_properties_counts_where_somebody_gave_it():
    def title(core: str, body: str = para("Text.")) -> str:
        return read(word_file(body, core=f"<title>{core}</title>")).metadata.title

    assert title("On  Banks") == "On Banks"
    for made_up in ("Microsoft Word - x.doc", "Untitled", "Document1", "...", "a"):
        assert title(made_up) == ""
    assert title("Old", styled("T", "In the text")) == "In the text"
    told = read(
        word_file(para("On Banks") + para("Text"), core="<title>On banks</title>")
    )
    assert told.passages[0].part is Part.TITLE


def test_author_and_day_are_known():
    core = "<creator>Ann Lee</creator><created>2024-05-01T10:00:00Z</created>"
    metadata = read(word_file(para("Text"), core=core)).metadata
    assert (metadata.author, metadata.date) == ("Ann Lee", "2024-05-01")


def refusal(data: bytes) -> str:
    with pytest.raises(UserError) as refused:
        read(data)
    return str(refused.value)


@pytest.mark.parametrize("cut", [100, 400, 900])
def test_a_file_cut_short_is_refused_in_a_line(cut):
    assert "\n" not in refusal(word_file(para("Text"))[:-cut])


def test_broken_xml_is_refused():
    assert "its XML is broken" in refusal(word_file("<w:p><w:r>"))


def test_tables_nested_without_end_are_refused():
    body = para("x")
    for _ in range(60):
        body = table(cell(body + para("")))
    assert "within each other" in refusal(word_file(body))


def test_wrappers_nested_without_end_cost_nothing():
    depth = 20_000
    body = para("<w:smartTag>" * depth + run("deep") + "</w:smartTag>" * depth)
    assert taken(body).text == "deep"


def test_markup_beyond_all_bounds_is_refused():
    many = "".join(f"<w:p{number:x}/>" for number in range(2_000))
    assert "more markup" in refusal(word_file(many * 700))


def test_a_comment_is_told_once_however_often_it_is_referred_to():
    mark = '<w:r><w:commentReference w:id="1"/></w:r>'
    comments = f"<w:comment {BY_ANN}>{para('Sure?')}</w:comment>"
    extract = taken(para(run("Text") + mark * 5_000), {"comments": comments})
    assert left_out(extract) == [("Sure?", "comment by Ann, 2024-05-01")]


def test_changes_without_end_in_one_paragraph_are_told_as_one():
    gone = "".join(deleted(f"word{number:x} ") for number in range(20_000))
    body = para(gone + run("Text"))
    body += para(" ", mark("del")) * 20_000
    ((words, _),) = left_out(taken(body))
    assert words.count("word") == 20_000


def test_an_entity_is_refused():
    data = word_file("x")
    whole = io.BytesIO(data)
    with zipfile.ZipFile(whole, "a") as archive:
        archive.writestr("word/late.xml", '<!DOCTYPE x [<!ENTITY e "boom">]><x>&e;</x>')
        archive.writestr("_rels/.rels", relations({"word/late.xml": "officeDocument"}))
    assert "entities" in refusal(whole.getvalue())


def test_how_many_paragraphs_are_read_is_told() -> None:
    told: list[Progress] = []
    data = word_file(para(run("One.")) + table(cell(para(run("Two.")))))
    take(data, Wanted("a.docx", report=told.append))
    assert told == [Progress(0, 2), Progress(1, 2)]
