"""The JSON of a comparison is the same in pieces and in one."""

import json

from hypothesis import given
from hypothesis import strategies as st

import tui_app
from tui_app.core.comparison import compare
from tui_app.core.formats.markdown import read_markdown
from tui_app.core.formats.taking import Wanted
from tui_app.core.json_form import comparison_form, json_pieces
from tui_app.core.kinds import FACTS
from tui_app.core.segmentation import segment, segment_extract

sentences = st.sampled_from(
    ["Five came.", "Six came.", "He spoke of trade.", "“Ё” 中文 \x7f \ud800.", "No."]
)
texts = st.lists(sentences, max_size=8).map(" ".join)


@given(texts, texts)
def test_the_json_in_pieces_is_the_json_in_one(left, right):
    comparison = tui_app.compare_texts(left, right)
    pieces = json_pieces(
        comparison.left,
        comparison.right,
        comparison.alignment.links,
        comparison.rows,
        comparison.translation,
    )
    assert "".join(pieces) == json.dumps(comparison.to_dict(differences=False))


def test_rows_have_the_differences_that_are_given():
    made = tui_app.compare_texts("Five came quickly.", "Six came swiftly.")
    found = [one for one in made.differences(0) if one.kind in FACTS]
    links = made.alignment.links
    form = comparison_form(made.left, made.right, links, made.rows, lambda _: found)
    assert [one["kind"] for one in form["rows"][0]["differences"]] == ["number"]


def test_a_document_says_its_format_and_what_it_says_of_itself():
    text = "---\ntitle: The Mill\nauthor: Ann\n---\n\nIt turns.\n"
    mill = segment_extract(read_markdown(text, Wanted("a.md")), "a.md", "sentence")
    plain = segment("It turns.", "b.txt", "sentence")
    comparison = compare(mill, plain)
    form = comparison.to_dict()
    assert form["left"]["format"] == "Markdown"
    assert form["left"]["metadata"] == {"title": "The Mill", "author": "Ann"}
    assert "format" not in form["right"]
    links, rows = comparison.alignment.links, comparison.rows
    written = json.loads("".join(json_pieces(mill, plain, links, rows)))
    assert written["left"] == form["left"]
    assert written["right"] == form["right"]
