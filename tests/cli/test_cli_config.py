"""What ``diptych config`` prints can be saved as the file and means the same."""

from tui_app.cli.config import configuration_text
from tui_app.settings.config_file import read_configuration
from tui_app.settings.preferences import OPTIONS


def configured(folder, text):
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return read_configuration(path)


def test_the_description_is_a_configuration_that_means_the_same(tmp_path):
    given_text = (
        '[reading]\nlayout = "merged"\n[keys]\nfold-same = "d"\npalette = ","\n'
    )
    first = configured(tmp_path, given_text)
    again = configured(tmp_path, configuration_text(first))
    assert again.problems == ()
    assert again.settings == first.settings


def test_the_description_says_where_the_file_is_and_what_is_wrong(tmp_path):
    text = configuration_text(configured(tmp_path, "mouse = 1"))
    assert str(tmp_path / "config.toml") in text
    assert "wrong:" in text
    assert "mouse: 1 is not allowed" in text
    for option in OPTIONS:
        assert f"{option.name} = " in text


def test_word_lists_are_printed_as_they_are_set(tmp_path):
    lists = '[words]\nde-fr = ["/lists/de-fr.tsv", "deu-fra"]\nzh-en = ["/c.u8"]\n'
    first = configured(tmp_path, lists)
    again = configured(tmp_path, configuration_text(first))
    assert again.settings == first.settings
    assert "# de-fr = [" in configuration_text(configured(tmp_path, ""))
