"""The JSON of a comparison is the same in pieces and in one."""

import json

from hypothesis import given
from hypothesis import strategies as st

import tui_app
from tui_app.core.json_form import comparison_form, json_pieces
from tui_app.core.kinds import FACTS

sentences = st.sampled_from(
    ["Five came.", "Six came.", "He spoke of trade.", "“Ё” 中文 \x7f \ud800.", "No."]
)
texts = st.lists(sentences, max_size=8).map(" ".join)


@given(texts, texts)
def test_the_json_in_pieces_is_the_json_in_one(left, right):
    comparison = tui_app.compare_texts(left, right)
    pieces = json_pieces(
        comparison.left, comparison.right, comparison.alignment.links, comparison.rows
    )
    assert "".join(pieces) == json.dumps(comparison.to_dict(differences=False))


def test_rows_have_the_differences_that_are_given():
    made = tui_app.compare_texts("Five came quickly.", "Six came swiftly.")
    found = [one for one in made.differences(0) if one.kind in FACTS]
    links = made.alignment.links
    form = comparison_form(made.left, made.right, links, made.rows, lambda _: found)
    assert [one["kind"] for one in form["rows"][0]["differences"]] == ["number"]
