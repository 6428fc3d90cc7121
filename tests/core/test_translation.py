import pytest

from tui_app.core.segmentation import segment
from tui_app.core.translation import (
    LanguageChoice,
    ListsOfPair,
    find_translation,
    languages_in_words,
)
from tui_app.errors import UserError

GERMAN = segment(
    "Der Müller stand früh auf, denn der Bach war in der Nacht gestiegen.", None, "line"
)
ENGLISH = segment(
    "The miller rose early, for the brook had risen in the night.", None, "line"
)


def test_the_texts_tell_unless_the_user_does():
    assert find_translation(GERMAN, ENGLISH).languages == ("de", "en")
    assert find_translation(GERMAN, GERMAN) is None
    assert find_translation(GERMAN, ENGLISH, LanguageChoice(across=False)) is None


def test_one_language_is_compared_across_where_that_is_asked():
    asked = find_translation(GERMAN, GERMAN, LanguageChoice(across=True))
    assert asked.languages == ("de", "de")


@pytest.mark.parametrize("languages", [("de", "nl"), ("gsw", "")])
def test_languages_that_are_named_are_believed(languages):
    asked = LanguageChoice(languages=languages)
    assert find_translation(GERMAN, ENGLISH, asked).languages == languages


def test_naming_one_language_twice_is_comparing_within_it():
    assert find_translation(GERMAN, ENGLISH, LanguageChoice(None, ("de", "de"))) is None


@pytest.fixture
def miller_list(tmp_path):
    path = tmp_path / "millers.tsv"
    path.write_text("Müller\tmiller\nBach\tbrook\n", encoding="utf-8")
    return str(path)


def test_lists_that_are_named_give_words_and_their_names(miller_list):
    found = find_translation(GERMAN, ENGLISH, LanguageChoice(words=(miller_list,)))
    assert found.words == (("muller", "miller"), ("bach", "brook"))
    assert found.lists == ("millers.tsv",)
    assert "words of millers.tsv" in languages_in_words(found)


@pytest.mark.parametrize("languages", [("de", "en"), ("en", "de")])
def test_lists_of_a_user_are_read_for_their_languages(miller_list, languages):
    usual = (ListsOfPair(languages, (miller_list,)), ListsOfPair(("de", "fr"), ("x",)))
    found = find_translation(GERMAN, ENGLISH, LanguageChoice(usual=usual))
    assert found.lists == ("millers.tsv",)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("lists/gone.tsv", "there is no such file, check the name"),
        ("deu-eng", "there is no such file, and no dictionary of that name is"),
    ],
)
def test_only_a_list_that_is_named_is_trouble_when_it_is_gone(miller_list, name, said):
    gone = (name,)
    usual = LanguageChoice(usual=(ListsOfPair(("de", "en"), (*gone, miller_list)),))
    found = find_translation(GERMAN, ENGLISH, usual)
    assert found.lists == ("millers.tsv",)
    (remark,) = found.remarks
    assert remark.startswith(f"{name}: {said}")
    with pytest.raises(UserError, match="no such file"):
        find_translation(GERMAN, ENGLISH, LanguageChoice(words=gone))
