"""How a command line of the reader is understood."""

from hypothesis import given
from hypothesis import strategies as st

from tui_app.cli.parser import parse
from tui_app.cli.read import run

OPTIONS = ["--ascii", "--unit line", "--notes n", "--changes reject"]


@given(st.permutations([*OPTIONS, "a.txt", "b.txt"]))
def test_two_texts_and_all_options_may_stand_in_any_order(parts):
    words = " ".join(parts).split()
    texts = [word for word in words if word.endswith(".txt")]
    command, options = parse(words)
    assert command is run
    assert vars(options) == {
        "texts": texts,
        "unit": "line",
        "notes": "n",
        "ascii": True,
        "clipboard": False,
        "changes": "reject",
    }
