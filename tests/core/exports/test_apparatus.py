"""An edition in TEI is valid, and each of its witnesses can be read from it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tui_app.core.comparison import Comparison, compare, compare_texts
from tui_app.core.exports.apparatus import apparatus
from tui_app.core.exports.report import Choice, Remark, Report
from tui_app.core.extract import Extract, Metadata
from tui_app.core.model import Document, Span
from tui_app.core.segmentation.segment import segment_extract

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"

# What TEI P5 (tei_all) allows, of the elements and attributes that are used here.
SCHEMA = """
<grammar xmlns="http://relaxng.org/ns/structure/1.0"
         ns="http://www.tei-c.org/ns/1.0"
         datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
 <start><element name="TEI"><ref name="header"/><element name="text">
  <element name="body"><attribute name="xml:space"><value>preserve</value></attribute>
   <oneOrMore><choice><ref name="p"/><ref name="app"/><ref name="global"/></choice>
   </oneOrMore></element></element></element></start>
 <define name="header"><element name="teiHeader">
  <element name="fileDesc">
   <element name="titleStmt"><element name="title"><text/></element>
    <zeroOrMore><element name="respStmt"><ref name="id"/>
     <element name="resp"><text/></element><element name="name"><text/></element>
    </element></zeroOrMore></element>
   <element name="publicationStmt"><ref name="p"/></element>
   <optional><element name="notesStmt"><oneOrMore><ref name="note"/></oneOrMore>
   </element></optional>
   <element name="sourceDesc"><element name="listWit">
    <oneOrMore><element name="witness"><ref name="id"/><optional>
     <element name="bibl"><zeroOrMore><choice>
      <element name="title"><text/></element><element name="author"><text/></element>
      <element name="publisher"><text/></element><element name="date"><text/></element>
      <element name="idno"><text/></element>
      <element name="textLang"><attribute name="mainLang"><data type="language"/>
      </attribute></element></choice></zeroOrMore></element></optional>
    </element></oneOrMore></element></element>
  </element>
  <element name="encodingDesc"><element name="variantEncoding">
   <attribute name="method"><value>parallel-segmentation</value></attribute>
   <attribute name="location"><value>internal</value></attribute>
  </element></element>
 </element></define>
 <define name="id"><attribute name="xml:id"><data type="ID"/></attribute></define>
 <define name="global"><choice>
  <element name="anchor"><ref name="id"/></element>
  <element name="milestone"><attribute name="unit"/></element>
  <element name="lb"><empty/></element>
  <ref name="note"/>
 </choice></define>
 <define name="note"><element name="note">
  <attribute name="type"><data type="NMTOKEN"/></attribute>
  <attribute name="subtype"><data type="NMTOKEN"/></attribute>
  <optional><attribute name="target"><data type="anyURI"/></attribute></optional>
  <optional><attribute name="resp"><data type="anyURI"/></attribute></optional>
  <oneOrMore><ref name="p"/></oneOrMore></element></define>
 <define name="p"><element name="p"><mixed><zeroOrMore><choice>
  <ref name="app"/><ref name="global"/>
  <element name="quote"><text/></element><element name="term"><text/></element>
  <element name="date"><attribute name="when"><data type="dateTime"/></attribute>
   <text/></element>
 </choice></zeroOrMore></mixed></element></define>
 <define name="app"><element name="app">
  <optional><attribute name="n"/></optional>
  <optional><attribute name="type"><data type="NMTOKEN"/></attribute></optional>
  <oneOrMore><element name="rdg">
   <attribute name="wit"><list><oneOrMore><data type="anyURI"/></oneOrMore></list>
   </attribute><mixed><zeroOrMore><choice><ref name="p"/><ref name="global"/></choice>
   </zeroOrMore></mixed></element></oneOrMore></element></define>
</grammar>
"""
VALID = etree.RelaxNG(etree.fromstring(SCHEMA))


def edition(comparison: Comparison, **more) -> etree._Element:
    root = etree.fromstring("".join(apparatus(Report(comparison, **more))).encode())
    VALID.assertValid(root)
    return root


def body(root: etree._Element) -> etree._Element:
    return next(root.iter(f"{TEI}body"))


def witness(element: etree._Element, sign: str) -> list[str]:
    """Return the paragraphs of a witness."""
    told: list[str] = []
    read_into(told, element, sign)
    return told


def read_into(told: list[str], element: etree._Element, sign: str) -> None:
    for child in element:
        name = child.tag.removeprefix(TEI)
        if name == "p":
            told.append(child.text or "")
            read_into(told, child, sign)
        elif name == "rdg" and child.get("wit") != f"#{sign}":
            continue
        elif name == "milestone":
            told.append("")
        elif name == "lb":
            told[-1] += "\n"
        elif name in {"app", "rdg"}:
            if child.text:
                told[-1] += child.text
            read_into(told, child, sign)
        if child.tail and child.getparent().tag != f"{TEI}body":
            told[-1] += child.tail


def paragraphs(document: Document) -> list[str]:
    found: dict[int, list[int]] = {}
    for unit in document.units:
        found.setdefault(unit.paragraph, []).extend((unit.start, unit.end))
    return [document.text[min(ends) : max(ends)] for ends in found.values()]


def assert_both_texts(comparison: Comparison, root: etree._Element) -> None:
    for sign, document in (("A", comparison.left), ("B", comparison.right)):
        told = [one for one in witness(body(root), sign) if one]
        exact = paragraphs(document)
        unwrapped = [re.sub(r"\s*\n\s*", " ", one) for one in exact]
        assert told in (exact, unwrapped)


TEXTS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "The mill stood by the river for five years.",
                "The mill stood  by the river\nfor seven years!",
                "“Nobody,” he said, “worked there.”",
                "Nobody\tworked there, he said.",
                "A <river> ran & ran through it: slowly.",
                "Yes.",
            ]
        ),
        st.sampled_from([" ", "\n\n", "\n", "\n\n\t"]),
    ),
    min_size=1,
    max_size=7,
).map(lambda pairs: "".join(sentence + space for sentence, space in pairs))


@given(TEXTS, TEXTS)
@settings(max_examples=150)
def test_any_two_texts_come_back_and_the_edition_is_valid(left, right):
    comparison = compare_texts(left, right)
    assert_both_texts(comparison, edition(comparison))


@pytest.mark.parametrize("pair", [("001", "004"), ("000", "001"), ("002", "003")])
def test_the_sample_articles_come_back(pair, request):
    seeds = request.config.rootpath / "seeds"
    texts = [next(seeds.glob(f"{name}*")).read_text("utf-8") for name in pair]
    comparison = compare_texts(*texts)
    assert_both_texts(comparison, edition(comparison))


def inner(left: str, right: str, **more) -> str:
    """Return what stands in the body, as it is written."""
    text = "".join(apparatus(Report(compare_texts(left, right), **more)))
    edition(compare_texts(left, right), **more)
    return text.partition('xml:space="preserve">\n')[2].partition("</body>")[0]


def test_where_one_word_answers_another_its_kind_is_told():
    assert inner("It ran for five years.", "It ran for seven years.") == (
        '<p>It ran for <app n="1" type="number"><rdg wit="#A">five</rdg>'
        '<rdg wit="#B">seven</rdg></app> years.</p>\n'
    )


def test_a_paragraph_of_one_witness_is_one_in_its_reading():
    left = "The mill stood.\n\nNobody worked there at all.\n\nThe river ran."
    right = "The mill stood.\n\nThe river ran."
    assert inner(left, right) == (
        "<p>The mill stood.</p>\n"
        '<app n="2" type="removed"><rdg wit="#A"><p>Nobody worked there at all.</p>'
        '</rdg><rdg wit="#B"/></app>\n'
        "<p>The river ran.</p>\n"
    )


def test_a_break_of_one_witness_within_a_paragraph_is_a_milestone():
    left = "The mill stood by the river. Nobody worked there at all."
    right = "The mill stood by the river.\n\nNobody worked there at all."
    assert inner(left, right) == (
        '<p>The mill stood by the river.<app><rdg wit="#A"> </rdg>'
        '<rdg wit="#B"><milestone unit="paragraph"/></rdg></app>'
        "Nobody worked there at all.</p>\n"
    )


def test_a_passage_that_moved_is_told_at_both_places():
    sentences = [f"Sentence {word} stands on its own here." for word in "abcdefgh"]
    sentences[1] = "The owner of the old mill never came back to the valley."
    moved = [*sentences[:1], *sentences[2:], sentences[1]]
    comparison = compare_texts("\n\n".join(sentences), "\n\n".join(moved))
    entries = [*edition(comparison).iter(f"{TEI}app")]
    assert [one.get("type") for one in entries] == ["moved", "moved"]
    assert len({one.get("n") for one in entries}) == 1


def test_the_header_says_who_the_witnesses_are():
    told = Metadata("A title", "Ann Lee", "2024-05-01", "A paper", "fr")
    extract = Extract("Un moulin & une rivière.", "a format", metadata=told)
    left = segment_extract(extract, "left.html", "sentence")
    right = segment_extract(Extract("Un moulin."), None, "sentence")
    root = edition(compare(left, right), made="2024-05-02T10:00:00Z")
    first, second = root.iter(f"{TEI}witness")
    assert [(one.tag.removeprefix(TEI), one.text) for one in first[0]] == [
        ("title", "A title"),
        ("author", "Ann Lee"),
        ("publisher", "A paper"),
        ("date", "2024-05-01"),
        ("idno", "left.html"),
        ("textLang", None),
    ]
    assert first[0][-1].get("mainLang") == "fr"
    assert second.get(f"{XML}id") == "B"


LEFT = "It ran for five years.\n\nThe wheel was still.\n\nAll left."
RIGHT = "It ran for seven years.\n\nThe wheel was still.\n\nAll left."


def test_a_note_stands_behind_its_words_and_points_to_where_they_begin():
    remark = Remark(
        "n1",
        "why <so>?\nask",
        rows=(0,),
        left=(Span(11, 15),),
        right=(Span(11, 16),),
        tags=("figures",),
        by="Ann & Lee",
        created="2024-05-01T10:00:00Z",
    )
    assert inner(LEFT, RIGHT, remarks=(remark,)).startswith(
        '<p>It ran for <anchor xml:id="note-1"/><app n="1" type="number">'
        '<rdg wit="#A">five</rdg><rdg wit="#B">seven</rdg></app>'
        '<note type="note" subtype="open" target="#note-1" resp="#by-1">'
        "<p>why &lt;so&gt;?</p><p>ask</p><p><term>figures</term> "
        '<date when="2024-05-01T10:00:00Z">2024-05-01</date></p></note> years.</p>'
    )
    root = edition(compare_texts(LEFT, RIGHT), remarks=(remark,))
    assert next(root.iter(f"{TEI}respStmt")).findtext(f"{TEI}name") == "Ann & Lee"
    assert_both_texts(compare_texts(LEFT, RIGHT), root)


@given(TEXTS, TEXTS, st.data())
@settings(max_examples=60)
def test_notes_anywhere_leave_it_valid_and_the_texts_whole(left, right, data):
    comparison = compare_texts(left, right)
    remarks = []
    for side, text in (("left", left), ("right", right)):
        ends = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        remarks.append(Remark("n", "b", rows=(0,), **{side: (Span(*ends),)}))
    root = edition(comparison, remarks=tuple(remarks))
    assert_both_texts(comparison, root)
    assert len([*root.iter(f"{TEI}note")]) == len([*root.iter(f"{TEI}anchor")]) == 2


def test_notes_on_the_whole_stand_in_the_header():
    remarks = (
        Remark("n1", "of all"),
        Remark("n2", "lost", left_quotes=("gone words",), state="orphan"),
    )
    root = edition(compare_texts(LEFT, RIGHT), remarks=remarks)
    notes = [*next(root.iter(f"{TEI}notesStmt"))]
    assert ["".join(one.itertext()) for one in notes] == ["of all", "gone wordslost"]


def test_what_xml_cannot_hold_is_shown_as_a_picture():
    comparison = compare_texts("Odd \x1b and \ufffe here.", "Odd \x00 or \ud800 here.")
    root = edition(comparison)
    assert witness(body(root), "A") == ["Odd ␛ and � here."]
    assert witness(body(root), "B") == ["Odd ␀ or � here."]


def test_only_rows_that_go_out_are_in_it():
    root = edition(compare_texts(LEFT, RIGHT), choice=Choice().facts())
    assert witness(body(root), "A") == ["It ran for five years."]


def test_an_edition_of_nothing_is_valid():
    assert witness(body(edition(compare_texts("", ""))), "A") == [""]
    assert witness(body(edition(compare_texts("", "A mill."))), "A") == [""]
