"""A translation memory is valid TMX 1.4, and holds what both texts have."""

from __future__ import annotations

import io
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tui_app.core.comparison import Comparison, compare, compare_texts
from tui_app.core.exports.memory_exchange import memory_exchange
from tui_app.core.exports.report import Choice, Remark, Report
from tui_app.core.extract import Extract, Metadata
from tui_app.core.model import Constraints
from tui_app.core.segmentation.segment import segment_extract

LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# The declarations of TMX 1.4 for the elements used here, with all their attributes.
DTD = etree.DTD(
    io.StringIO(
        """
<!ELEMENT tmx (header, body)>
<!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note|prop)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block|paragraph|sentence|phrase) #REQUIRED o-tmf CDATA #REQUIRED
  adminlang CDATA #REQUIRED srclang CDATA #REQUIRED datatype CDATA #REQUIRED
  o-encoding CDATA #IMPLIED creationdate CDATA #IMPLIED creationid CDATA #IMPLIED
  changedate CDATA #IMPLIED changeid CDATA #IMPLIED>
<!ELEMENT body (tu*)>
<!ELEMENT note (#PCDATA)>
<!ATTLIST note o-encoding CDATA #IMPLIED xml:lang CDATA #IMPLIED>
<!ELEMENT prop (#PCDATA)>
<!ATTLIST prop type CDATA #REQUIRED xml:lang CDATA #IMPLIED o-encoding CDATA #IMPLIED>
<!ELEMENT tu ((note|prop)*, tuv+)>
<!ATTLIST tu tuid CDATA #IMPLIED o-encoding CDATA #IMPLIED datatype CDATA #IMPLIED
  usagecount CDATA #IMPLIED lastusagedate CDATA #IMPLIED creationtool CDATA #IMPLIED
  creationtoolversion CDATA #IMPLIED creationdate CDATA #IMPLIED
  creationid CDATA #IMPLIED changedate CDATA #IMPLIED changeid CDATA #IMPLIED
  segtype (block|paragraph|sentence|phrase) #IMPLIED o-tmf CDATA #IMPLIED
  srclang CDATA #IMPLIED>
<!ELEMENT tuv ((note|prop)*, seg)>
<!ATTLIST tuv xml:lang CDATA #REQUIRED o-encoding CDATA #IMPLIED
  datatype CDATA #IMPLIED usagecount CDATA #IMPLIED lastusagedate CDATA #IMPLIED
  creationtool CDATA #IMPLIED creationtoolversion CDATA #IMPLIED
  creationdate CDATA #IMPLIED creationid CDATA #IMPLIED changedate CDATA #IMPLIED
  o-tmf CDATA #IMPLIED changeid CDATA #IMPLIED>
<!ELEMENT seg (#PCDATA)>
"""
    )
)


def memory(comparison: Comparison, **more) -> ET.Element:
    text = "".join(memory_exchange(Report(comparison, **more))).encode()
    DTD.assertValid(etree.fromstring(text))
    return ET.fromstring(text)  # noqa: S314  # made here


def pairs(root: ET.Element) -> list[tuple[str, ...]]:
    return [tuple(seg.text or "" for seg in unit.iter("seg")) for unit in root[1]]


LEFT = "The mill & the river.\n\nIt <was> sold in 1901.\n\nOnly here, at the end of it."
RIGHT = "The mill & a river.\n\nIt <was> sold in 1905."


def test_each_row_with_both_sides_is_a_unit():
    root = memory(compare_texts(LEFT, RIGHT))
    assert pairs(root) == [
        ("The mill & the river.", "The mill & a river."),
        ("It <was> sold in 1901.", "It <was> sold in 1905."),
    ]
    assert [unit.get("tuid") for unit in root[1]] == ["1", "2"]


SENTENCES = st.sampled_from(
    [
        "The mill stood by the river for five years.",
        "The mill stood  by the river\nfor seven years!",
        "“Nobody,” he said, “worked there.”",
        "A <river> ran & ran through it: slowly.",
        "Odd \x1b and \ufffe stand here.",
    ]
)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=6).map(" ".join)


@given(TEXTS, TEXTS)
@settings(max_examples=60)
def test_all_that_both_have_comes_back(left, right):
    comparison = compare_texts(left, right)
    expected = []
    for row in comparison.rows:
        if row.left and row.right:
            sides = []
            for side in ("left", "right"):
                document = comparison.document(side)
                words = " ".join(map(document.unit_text, row.units(side)))
                words = words.replace("\x1b", "␛").replace("\ufffe", "�")
                sides.append(words.split())
            expected.append(tuple(sides))
    told = pairs(memory(comparison))
    assert [tuple(side.split() for side in one) for one in told] == expected


def test_white_space_stays_as_it_is():
    text = "The mill stood  by the\triver. Nobody worked there."
    comparison = compare_texts(text, text, "paragraph")
    assert pairs(memory(comparison)) == [(text, text)]


def test_each_side_says_its_language_and_its_text():
    told = Extract("Le moulin.", metadata=Metadata(language="fr-ca"))
    left = segment_extract(told, "left & right.html", "sentence")
    text = "Der Müller ist nicht mehr in der Mühle, und das Rad steht still."
    right = segment_extract(Extract(text), "right.txt", "sentence")
    linked = Constraints(fixed=(((0,), (0,)),))
    root = memory(compare(left, right, linked), made="2024-05-01T12:00:00+02:00")
    assert root[0].get("srclang") == "fr-ca"
    assert root[0].get("creationdate") == "20240501T100000Z"
    variants = [*root.iter("tuv")]
    assert [one.get(LANG) for one in variants] == ["fr-ca", "de"]
    assert [one.findtext("prop") for one in variants] == [
        "left & right.html",
        "right.txt",
    ]


def test_notes_are_those_of_their_unit_and_none_is_lost():
    remarks = (
        Remark("n1", "why <so>?\nask", rows=(1,), tags=("figures",)),
        Remark("n2", "of the whole"),
        Remark("n3", "only one has it", rows=(2,), left_quotes=("Only here",)),
    )
    root = memory(compare_texts(LEFT, RIGHT), remarks=remarks)
    assert [one.text for one in root[0]] == [
        "of the whole",
        "“Only here”\nonly one has it",
    ]
    assert [unit.findtext("note") for unit in root[1]] == [
        None,
        "why <so>?\nask\n#figures",
    ]


def test_only_rows_that_go_out_are_units():
    facts = memory(compare_texts(LEFT, RIGHT), choice=Choice().facts())
    assert pairs(facts) == [("It <was> sold in 1901.", "It <was> sold in 1905.")]
    first = memory(compare_texts(LEFT, RIGHT), choice=Choice(rows=range(1)))
    assert pairs(first) == [("The mill & the river.", "The mill & a river.")]


def test_a_language_that_cannot_be_told_is_said_to_be_undetermined():
    root = memory(compare_texts("1901: 5, 7.", "1905: 5, 7."))
    assert root[0].get("srclang") == "und"
    assert {one.get(LANG) for one in root.iter("tuv")} == {"und"}
