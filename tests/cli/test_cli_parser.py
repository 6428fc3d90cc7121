"""How a command line of the reader is understood."""

from hypothesis import given
from hypothesis import strategies as st

from tui_app.cli.parser import all_parsers, parse
from tui_app.cli.read import run

OPTIONS = [
    "--ascii",
    "--plain",
    "--unit line",
    "--notes n",
    "--changes reject",
    "--config c",
    "--theme t",
    "--layout merged",
    "--print-notes",
    "--languages de,fr",
    "--across",
    "--words w",
    "--base o.odt",
]


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
        "plain": True,
        "clipboard": False,
        "against": [],
        "changes": "reject",
        "languages": ("de", "fr"),
        "across": True,
        "words": ["w"],
        "base": "o.odt",
        "config": "c",
        "no_config": False,
        "theme": "t",
        "layout": "merged",
        "print_notes": "markdown",
    }


def test_every_help_tells_the_exit_statuses():
    for parser in all_parsers():
        assert "exit status: 0 " in parser.epilog, parser.prog
        assert "2 trouble" in parser.epilog, parser.prog


def test_an_action_takes_only_what_it_uses():
    taken = {
        parser.name: {
            option for one in parser.arguments for option in one.option_strings
        }
        for parser in all_parsers()
    }
    assert "--json" in taken["notes list"]
    assert not {"-m", "--row", "--tag", "-o", "--format"} & taken["notes list"]
    assert {"-m", "--row", "--tag"} <= taken["notes add"]
    assert not {"--json", "-o", "--format"} & taken["notes add"]
    assert {"-o", "--format"} <= taken["notes export"]
    assert not {"-o", "--json", "-m"} & taken["notes import"]
    assert not {"-o", "--json", "-m", "--format"} & taken["notes where"]
