"""A sentence tells its language, by small words, words cut short and letters."""

import pytest

from tui_app.core.text.spoken_language import spoken_language, spoken_languages


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Kein Bus fuhr dorthin."),
        ("de", "Niemals war er dort."),
        ("de", "Ich höre den Regen."),
        ("fr", "Elle n'a jamais chanté ce mardi."),
        ("fr", "L'enfant dort."),
        ("fr", "J'ai perdu Anne."),
        ("fr", "Personne n'écoute."),
        ("fr", "Le bus part à 9 h 15."),
        ("es", "Nunca canta."),
        ("es", "La tienda abre a las 9:15 h."),
        ("es", "Yo no la vi."),
        ("es", "El gato duerme."),
        ("it", "L'orso non dorme."),
        ("it", "Nessuno canta."),
        ("it", "C'è un topo."),
        ("pt", "Eu não vi."),
        ("pt", "Ninguém cantou."),
        ("pt", "A ponte abre às 9h15."),
        ("nl", "Zij spraken nooit."),
        ("nl", "Ik hoor geen regen."),
        ("ru", "Никто не пел."),
        ("zh", "他没唱。"),
        ("ja", "猫は寝ている。"),
        ("sv", "Hon kom inte till huset, och det var kallt."),
        ("en", "They never sang, and nobody asked them."),
    ],
)
def test_a_few_words_are_enough(language, text):
    assert spoken_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "El Capitan was climbed.",
        "Le Figaro reported losses.",
        "Anna de la Torre won gold.",
        "Vincent van Gogh painted sunflowers.",
        "L'Équipe reported losses.",
        "São Tomé grew rich.",
        "Rainer Müller won in Köln.",
        "Non-stop trains ran.",
        "Per capita income fell.",
        "De facto rulers met.",
        "He died in 40 AD.",
    ],
)
def test_names_and_words_taken_in_make_no_other_language_of_english(text):
    assert spoken_language(text) in {"", "en"}


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("nl", "De kat slaapt.", "De kat slaapt niet."),
        ("it", "Il topo dorme.", "Il topo non dorme."),
        ("es", "Vino tarde ayer.", "No vino tarde ayer."),
        ("fr", "Paul chante.", "Paul ne chante pas."),
        ("pt", "O gato canta.", "O gato não canta."),
    ],
)
def test_two_versions_of_a_sentence_tell_together(language, left, right):
    assert spoken_languages(left, right) == (language, language)
    assert spoken_languages(right, left) == (language, language)


def test_a_text_and_its_translation_keep_their_languages():
    assert spoken_languages(
        "The cat sleeps and the dog is awake.", "Die Katze schläft, der Hund ist wach."
    ) == ("en", "de")


def test_what_tells_nothing_is_told_by_the_other_text_or_taken_for_english():
    assert spoken_languages("", "Die Katze schläft nicht.") == ("de", "de")
    assert spoken_languages("Prices fell.", "Prices rose.") == ("en", "en")
