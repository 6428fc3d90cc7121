"""The JSON of a comparison is the same in pieces and in one."""

import json

from hypothesis import given
from hypothesis import strategies as st

import tui_app
from tui_app.core.json_form import comparison_as_json, json_pieces
from tui_app.core.kinds import FACTS

sentences = st.sampled_from(
    ["Five came.", "Six came.", "He spoke of trade.", "“Ё” 中文 \x7f \ud800.", "No."]
)
texts = st.lists(sentences, max_size=8).map(" ".join)


@given(texts, texts)
def test_the_json_in_pieces_is_the_json_in_one(left, right):
    comparison = tui_app.compare_texts(left, right)
    whole = json.dumps(comparison_as_json(comparison, None))
    assert "".join(json_pieces(comparison)) == whole


def test_rows_have_the_differences_of_the_kinds_asked_for():
    comparison = tui_app.compare_texts("Five came quickly.", "Six came swiftly.")
    (row,) = comparison_as_json(comparison, FACTS)["rows"]
    assert [one["kind"] for one in row["differences"]] == ["number"]
