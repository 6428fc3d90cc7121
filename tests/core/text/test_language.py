"""The language of a text is guessed by its script and its commonest words."""

import pytest

from tui_app.core.text.language import guess_language
from tui_app.core.text.spoken_language import spoken_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The talks were held in the capital and it was said that they went on."),
        (
            "de",
            "Die Gespräche fanden in der Stadt statt und der Minister war nicht da.",
        ),
        ("de", "Hier gibt es nur Wasser, aber alle trinken davon."),
        ("en", "A footnote, a table, a list."),
        ("fr", "Les discussions ont eu lieu dans la ville et le ministre est parti."),
        (
            "es",
            "Las conversaciones en la ciudad y el ministro que no se fue con los otros",
        ),
        ("ru", "Переговоры состоялись в столице."),
        ("uk", "Переговори відбулися у столиці, її мешканці вітали гостей із Європи."),
        ("zh", "会谈在首都举行。UN 官员出席。"),
        ("ja", "会談は首都で行われた。"),
        ("ko", "회담은 수도에서 열렸다."),
        ("ar", "عقدت المحادثات في العاصمة."),
        ("hi", "वार्ता राजधानी में हुई।"),
        ("th", "การเจรจาจัดขึ้นในเมืองหลวง"),
        ("he", "השיחות התקיימו בעיר הבירה."),
        ("el", "Οι συνομιλίες έγιναν στην πρωτεύουσα."),
    ],
)
def test_the_language_is_guessed_by_script_and_common_words(language, text):
    assert guess_language(text) == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Umbau dauerte vier Monate."),
        ("fr", "Il a trente ans."),
        ("es", "El alcalde llegó el jueves."),
        ("it", "Ha comprato sette libri."),
        ("pt", "A ponte não foi aberta."),
        ("nl", "Het huis heeft vier deuren."),
        ("ru", "В доме четыре двери."),
        ("ja", "扉は四つです。"),
        ("en", "The bridge was not opened."),
        ("en", "El Greco came with the painters of Toledo."),
        ("", "Maria de la Cruz won five medals."),
        ("", "Prices rose seven percent."),
        ("", ""),
    ],
)
def test_a_sentence_tells_its_language_or_says_too_little(language, text):
    assert spoken_language(text) == language
