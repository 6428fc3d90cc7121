"""Notes files that somebody made to do harm: read as far as they make sense."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.comparison import compare_texts
from tui_app.errors import UserError
from tui_app.notes.journal.records import encode
from tui_app.notes.note import text_hash
from tui_app.notes.notebook import Notebook

PAIR = compare_texts("One thing. Another thing.", "One thing. A third thing.")
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
ids = st.sampled_from(["A", "B", "C"])
offsets = st.integers(-2, 40) | st.just(2**30)
words = st.sampled_from(["", "One thing.", "thing", " Another", "nowhere to be found"])
anchors = st.fixed_dictionaries(
    {
        "doc": st.sampled_from(["L", "R", "X"]),
        "text": st.sampled_from(["../../etc/passwd", "", text_hash(PAIR.left.text)]),
        "start": offsets,
        "end": offsets,
        "exact": words,
        "prefix": words,
        "suffix": words,
    }
)
plausible = st.fixed_dictionaries(
    {
        "op": st.sampled_from(["put", "del"]),
        "id": ids,
        "act": ids,
        "prev": st.none() | ids,
        "rev": st.integers(0, 9),
        "t": st.just("2026-11-21T17:05:09.412Z"),
        "by": st.sampled_from(["me", "\x1b]0;title\x07"]),
        "kind": st.sampled_from(
            ["note", "question", "reviewed", "link", "apart", "other"]
        ),
        "body": st.text(max_size=20),
        "tags": st.lists(st.text(max_size=5), max_size=2),
        "target": st.lists(anchors, max_size=3),
    },
    optional={
        "unit": st.sampled_from(["sentence", "line"]),
        "undo": ids,
        "redo": ids,
        "status": anything,
        "extra": anything,
    },
)
broken = st.tuples(
    plausible,
    st.sampled_from(["op", "id", "act", "rev", "body", "tags", "target", "docs"]),
    anything,
).map(lambda parts: {**parts[0], parts[1]: parts[2]})
heads = st.fixed_dictionaries(
    {"op": st.just("head"), "pair": anything, "docs": anything}
)


@given(st.lists(plausible | broken | heads, max_size=8))
@settings(max_examples=120, deadline=None)
def test_no_file_however_made_crashes_the_notebook(lines):
    me = mock.patch("tui_app.notes.identity.opening.user_name", return_value="me")
    with me, tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "notes.jsonl"
        path.write_bytes(b"".join(map(encode, lines)))
        book = Notebook.open(PAIR.left, PAIR.right, notes_path=path)
        for placed in book.placed(PAIR):
            assert all(0 <= row < len(PAIR.rows) for row in placed.rows)
            for span, text in (
                *((span, PAIR.left.text) for span in placed.left),
                *((span, PAIR.right.text) for span in placed.right),
            ):
                assert 0 <= span.start <= span.end <= len(text)
        book.marks.reviewed(PAIR)
        settled = book.marks.constraints(PAIR.left, PAIR.right)
        assert all(unit < 2 for side in settled.fixed for part in side for unit in part)
        assert all(isinstance(remark, str) for remark in book.remarks)
        for step in (book.undo, book.redo):
            with contextlib.suppress(UserError):
                step()
        added = book.add("mine")
        again = Notebook.open(PAIR.left, PAIR.right, notes_path=path)
        assert added.id in {note.id for note in again.notes}
