import pytest

from tui_app.core.segmentation import segment
from tui_app.core.translation import LanguageChoice, find_translation

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
