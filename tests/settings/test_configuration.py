"""config.toml: sound entries hold, wrong ones are named, nothing crashes."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.kinds import Kind
from tui_app.settings.config_file import MOST_PROBLEMS, read_configuration
from tui_app.settings.preferences import OPTIONS, Settings


def configured(folder, text):
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return read_configuration(path)


def test_without_a_file_the_defaults_hold(tmp_path):
    configuration = read_configuration(tmp_path / "none" / "config.toml")
    assert configuration.settings == Settings()
    assert not configuration.exists
    assert configuration.problems == ()


def test_every_setting_has_an_entry_and_a_default_it_allows():
    fields = set(Settings._fields) - {"keymap", "word_lists"}
    assert {option.field for option in OPTIONS} == fields
    for option in OPTIONS:
        value = getattr(Settings(), option.field)
        written = tomllib.loads(f"it = {option.rule.write(value)}")["it"]
        assert option.rule.read(written) == value, option.entry


def test_sound_entries_change_the_settings(tmp_path):
    configuration = configured(
        tmp_path,
        'theme = "nord"\nascii = true\n'
        '[reading]\nlayout = "stacked"\nstack-below = 120\nweak_links = 0\n'
        '[differences]\nshow = ["number", "date"]\ncase = false\n'
        '[keys]\nnext-difference = ["d", "]"]\n',
    )
    settings = configuration.settings
    assert configuration.problems == ()
    assert (settings.theme, settings.ascii, settings.layout) == (
        "nord",
        True,
        "stacked",
    )
    assert (settings.stack_below, settings.weak_links) == (120, 0.0)
    assert settings.show == {Kind.NUMBER, Kind.DATE}
    assert settings.case is False
    assert settings.keymap.of("next-difference") == ("d", "]")


@pytest.mark.parametrize(
    ("text", "entry", "allowed"),
    [
        ('[reading]\nlayout = "wide"', "reading.layout", '"stacked"'),
        ("[reading]\nmargin = -1", "reading.margin", "from 0 to 20"),
        ("[reading]\nmargin = true", "reading.margin", "from 0 to 20"),
        ("[reading]\ncolumn-width = 5", "reading.column-width", "or 0 for"),
        ("[reading]\nweak-links = 2", "reading.weak-links", "from 0 to 1"),
        ('mouse = "yes"', "mouse", "true or false"),
        ("theme = 3", "theme", "name of a theme"),
        ('[differences]\nshow = ["numbers"]', "differences.show", '"number"'),
        ("[differences]\nshow = 1", "differences.show", '"number"'),
        ("reading = 1", "reading", "[reading]"),
        ('colour = "x"', "colour", "theme, mouse"),
        ('[reading]\nlayuot = "auto"', "reading.layuot", "reading.layout"),
        ("[keys]\nnext-difference = 1", "keys.next-difference", "list of keys"),
        ('[keys]\nnext-diference = "d"', "keys.next-diference", "next-difference"),
        ('[keys]\nnext-difference = "ctrl+i"', "keys.next-difference", "tab"),
        ('[keys]\nnext-difference = "hyper+x"', "keys.next-difference", "f1 to f24"),
        (f"[reading]\nmargin = 0x{'a' * 4000}", "reading.margin", "a whole number"),
        (f"ascii = [0x{'f' * 6000}]", "ascii", "true or false"),
    ],
)
def test_a_wrong_entry_is_named_with_what_is_allowed(tmp_path, text, entry, allowed):
    configuration = configured(tmp_path, text)
    (problem,) = configuration.problems
    assert configuration.path == tmp_path / "config.toml"
    assert entry in str(problem)
    assert allowed in str(problem)
    assert configuration.settings == Settings()


@pytest.mark.parametrize(
    "raw", [b"[reading", b"\xff\xfe\x00", b"a = 1\n" * 400_000, b"x=" + b"[" * 90_000]
)
def test_a_file_that_cannot_be_understood_leaves_the_defaults(tmp_path, raw):
    path = tmp_path / "config.toml"
    path.write_bytes(raw)
    configuration = read_configuration(path)
    assert configuration.settings == Settings()
    assert len(configuration.problems) == 1


def test_a_folder_in_its_place_is_a_problem_not_a_crash(tmp_path):
    configuration = read_configuration(tmp_path)
    assert "cannot be read" in str(configuration.problems[0])


@given(st.text(max_size=200))
def test_no_text_makes_reading_fail(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("config") / "config.toml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert isinstance(read_configuration(path).settings, Settings)


def test_the_file_is_looked_for_where_xdg_says(tmp_path):
    program = (
        "from tui_app.settings.config_file import read_configuration\n"
        "print(read_configuration().path)"
    )
    found = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(found.stdout.strip()).is_relative_to(tmp_path)


def test_settings_never_import_a_user_interface():
    program = (
        "import sys, tui_app.settings; print({'textual', 'rich'} & set(sys.modules))"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "set()"


@pytest.mark.parametrize(
    "text",
    [
        "spacing = " + "9" * 5_000,
        "spacing = 1e" + "9" * 5_000,
        "a." * 100_000 + "b = 1",
        '"a".' * 100_000 + "b = 1",
        "[" + "a . " * 100_000 + "b]",
        "x = " + "[" * 100_000,
    ],
    ids=["digits", "exponent", "key", "quoted key", "table", "nested"],
)
def test_a_file_made_to_take_long_is_passed_over_in_one_line(tmp_path, text):
    configuration = configured(tmp_path, text)
    assert configuration.settings == Settings()
    (problem,) = configuration.problems
    assert len(str(problem)) < 500


@pytest.mark.parametrize("table", ["", "[keys]\n", "[reading]\n"])
def test_of_very_many_wrong_entries_only_their_number_is_told(tmp_path, table):
    entries = "".join(f"wrong{number} = 1\n" for number in range(30_000))
    problems = configured(tmp_path, table + entries).problems
    assert len(problems) <= MOST_PROBLEMS + 1
    assert str(problems[-1]) == f"the file: {30_000 - MOST_PROBLEMS} more wrong entries"


@pytest.mark.parametrize(
    "text",
    [
        '["a\\nb"]\n',
        '[reading]\n"a\\nb" = 1\n',
        '[keys]\n"a\\nb" = "x"\n',
        '[keys]\nhelp = ["a\\nb"]\n',
        "x" * 100_000 + " = 1\n",
        "[keys]\nhelp = '" + "x" * 100_000 + "'\n",
        "theme = [1, '" + "x" * 100_000 + "']\n",
    ],
)
def test_a_complaint_is_one_line_however_the_entry_is_called(tmp_path, text):
    (problem,) = configured(tmp_path, text).problems
    assert "\n" not in str(problem)
    assert len(str(problem)) < 2000


def test_word_lists_stand_by_pairs_of_languages(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", "/home/ann")
    configuration = configured(
        tmp_path,
        "[words]\ninstalled-dictionaries = false\n"
        'de-fr = ["~/de-fr.tsv", "own/law.tsv", "freedict-deu-fra"]\n'
        'zh-en = "/lists/cedict.u8"\n',
    )
    assert configuration.problems == ()
    assert configuration.given >= {"words.de-fr", "words.zh-en"}
    settings = configuration.settings
    assert not settings.installed_dictionaries
    assert settings.word_lists == (
        (
            ("de", "fr"),
            ("/home/ann/de-fr.tsv", f"{tmp_path}/own/law.tsv", "freedict-deu-fra"),
        ),
        (("zh", "en"), ("/lists/cedict.u8",)),
    )


def test_what_are_no_word_lists_is_said(tmp_path):
    configuration = configured(
        tmp_path, '[words]\nde-fr = [1]\nfr-de = [""]\ngerman = ["x"]\nes-en = ["y"]\n'
    )
    assert [str(one).partition(": ")[0] for one in configuration.problems] == [
        "words.de-fr",
        "words.fr-de",
        "words.german",
    ]
    assert configuration.settings.word_lists == ((("es", "en"), ("y",)),)
