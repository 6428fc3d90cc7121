"""Numbers, dates and negation are found in the languages that the docs name."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from tui_app.core.differences.row_differences import differences
from tui_app.core.facts.languages.han_numerals import han_number
from tui_app.core.facts.languages.spelled_numbers import spelled_numbers
from tui_app.core.facts.languages.words_of_language import calendar_words, unit_words
from tui_app.core.kinds import FACTS

DOCS = Path(__file__).parents[4] / "docs" / "explanation" / "facts.md"

PAIRS = {
    "English": {
        "number": ("The hall has four doors.", "The hall has nine doors."),
        "date": ("It opened on Monday.", "It opened on Friday."),
        "negation": ("The hall was closed.", "The hall was not closed."),
        "quotation": ('It is "safe" and dry.', "It is safe and dry."),
        "name": ("He went to Paris with the men.", "He went to Rome with the men."),
        "modality": ("They must leave the hall.", "They may leave the hall."),
    },
    "German": {
        "number": ("Der Saal hat vier Türen.", "Der Saal hat neun Türen."),
        "date": ("Er kam am 7. Juni zurück.", "Er kam am 9. Juli zurück."),
        "negation": ("Das Tor war nicht offen.", "Das Tor war offen."),
        "quotation": ("Das sei „sicher“ und gut.", "Das sei sicher und gut."),
        "name": ("Er fuhr mit der Frau nach Rom.", "Er fuhr mit der Frau nach Bonn."),
        "modality": ("Sie müssen den Saal räumen.", "Sie dürfen den Saal räumen."),
    },
    "French": {
        "number": ("La salle a quatre portes.", "La salle a trente portes."),
        "date": ("Elle est venue le 7 juin.", "Elle est venue le 9 juillet."),
        "negation": ("La porte n'est pas ouverte.", "La porte est ouverte."),
        "quotation": ("Elle est « sûre » et sèche.", "Elle est sûre et sèche."),
        "name": ("Il est allé à Rome avec elle.", "Il est allé à Lyon avec elle."),
        "modality": ("Ils doivent quitter la salle.", "Ils peuvent quitter la salle."),
    },
    "Spanish": {
        "number": ("La sala tiene cuatro puertas.", "La sala tiene treinta puertas."),
        "date": ("Llegó el martes por la tarde.", "Llegó el jueves por la tarde."),
        "negation": ("La puerta no estaba abierta.", "La puerta estaba abierta."),
        "quotation": ("La sala es «segura» y seca.", "La sala es segura y seca."),
        "name": ("El hombre viajó a Roma.", "El hombre viajó a Lima."),
        "modality": ("Los hombres deben salir.", "Los hombres pueden salir."),
    },
    "Italian": {
        "number": ("La sala ha ventitré porte.", "La sala ha trentadue porte."),
        "date": ("È arrivato il 7 giugno.", "È arrivato il 9 luglio."),
        "negation": ("La porta non era aperta.", "La porta era aperta."),
        "quotation": ("La sala è «sicura» e asciutta.", "La sala è sicura e asciutta."),
        "name": ("Il sindaco è andato a Roma.", "Il sindaco è andato a Lucca."),
        "modality": ("Gli uomini devono uscire.", "Gli uomini possono uscire."),
    },
    "Portuguese": {
        "number": ("A sala tem quatro portas.", "A sala tem vinte portas."),
        "date": ("Ele chegou na terça-feira.", "Ele chegou na quinta-feira."),
        "negation": ("A porta não foi aberta.", "A porta foi aberta."),
        "quotation": ("A sala não é “segura” hoje.", "A sala não é segura hoje."),
        "name": ("O homem foi para Lisboa.", "O homem foi para Braga."),
        "modality": ("Os homens devem sair.", "Os homens podem sair."),
    },
    "Dutch": {
        "number": ("De zaal heeft vier deuren.", "De zaal heeft negen deuren."),
        "date": ("Hij kwam op 7 juni terug.", "Hij kwam op 9 juli terug."),
        "negation": ("De deur was niet open.", "De deur was open."),
        "quotation": ("De zaal is „veilig“ en droog.", "De zaal is veilig en droog."),
        "name": (
            "Hij ging met het kind naar Gent.",
            "Hij ging met het kind naar Delft.",
        ),
        "modality": ("Zij moeten de zaal verlaten.", "Zij mogen de zaal verlaten."),
    },
    "Russian": {
        "number": ("В зале четыре двери.", "В зале девять дверей."),
        "date": ("Он вернулся 7 июня.", "Он вернулся 9 июля."),
        "negation": ("Дверь не была открыта.", "Дверь была открыта."),
        "quotation": ("Зал был «безопасен» и сух.", "Зал был безопасен и сух."),
        "name": ("Он поехал в город Тверь.", "Он поехал в город Псков."),
        "modality": ("Они должны уйти.", "Они могут уйти."),
    },
    "Chinese": {
        "number": ("大厅有四十个门。", "大厅有九十个门。"),
        "date": ("他于6月7日回来。", "他于7月9日回来。"),
        "negation": ("门没有打开。", "门打开了。"),
        "quotation": ("大厅是“安全”的。", "大厅是安全的。"),
        "name": ("他去了罗马。", "他去了巴黎。"),
        "modality": ("他们必须离开。", "他们可以离开。"),
    },
    "Japanese": {
        "number": ("広間には四十人がいる。", "広間には九十人がいる。"),
        "date": ("彼は6月7日に戻った。", "彼は7月9日に戻った。"),
        "negation": ("門は開きませんでした。", "門は開きました。"),
        "quotation": ("広間は「安全」です。", "広間は安全です。"),
        "name": ("彼はローマへ行った。", "彼はパリへ行った。"),
        "modality": ("彼らは去らなければならない。", "彼らは去ってもよい。"),
    },
    "any other": {
        "number": ("Sali kestää että 4 on.", "Sali kestää että 9 on."),
        "date": ("Hän on se mies 07.06.2019.", "Hän on se mies 09.07.2019."),
        "negation": ("Ovi ei ole auki ja se on.", "Ovi ole auki ja se on."),
        "quotation": ("Se on ”turvallinen” ja hyvä.", "Se on turvallinen ja hyvä."),
        "name": ("Hän on se mies ja Turku.", "Hän on se mies ja Oulu."),
        "modality": ("Hän on se ja täytyy.", "Hän on se ja voi."),
    },
}
VALUES = {"quotation": "quote"}


def table() -> dict[str, dict[str, str]]:
    """The table of the docs: what is found, by language and kind."""
    text = DOCS.read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+) \|$", text[text.index("| language |") :], re.MULTILINE)
    head, *rows = [row.split(" | ") for row in rows if "---" not in row]
    return {row[0]: dict(zip(head[1:], row[1:], strict=True)) for row in rows}


def kinds(left: str, right: str) -> set[str]:
    found = differences(left, right)
    return {str(one.kind) for one in found if one.kind in FACTS}


def test_the_docs_name_every_language_and_kind():
    assert set(table()) == set(PAIRS)
    assert all(set(row) == set(PAIRS["English"]) for row in table().values())


@pytest.mark.parametrize(
    ("language", "kind"), list(product(PAIRS, PAIRS["English"])), ids="-".join
)
def test_a_kind_is_found_in_a_language_if_the_docs_say_so(language, kind):
    value = VALUES.get(kind, kind)
    found = kinds(*PAIRS[language][kind])
    assert found == (set() if table()[language][kind] == "–" else {value})


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Der Saal hat neunzehn Türen.", "Der Saal hat 19 Türen."),
        ("Das Haus kostet nur 2,5 Mio. Euro.", "Das Haus kostet nur 2.500.000 Euro."),
        ("Er wartete 50 Prozent länger.", "Er wartete 50 % länger."),
        ("Er kam ohne Hund und ging.", "Er kam nicht mit Hund und ging."),
        ("Er hat kein Tor geschossen.", "Er hat nicht ein Tor geschossen."),
        ("Er sang nicht nur und tanzte.", "Er sang und tanzte auch."),
        ("La salle a quatre-vingts portes.", "La salle a 80 portes."),
        ("Il n'a jamais vu la mer.", "Il n'a pas vu la mer."),
        ("Le pont coûte 45 000 euros en tout.", "Le pont coûte 45.000 euros en tout."),
        ("No vino nadie a la sala.", "Nadie vino a la sala."),
        ("La sala tiene dos mil sillas.", "La sala tiene 2000 sillas."),
        ("La sala ha duecento sedie.", "La sala ha 200 sedie."),
        ("A sala tem vinte e três portas.", "A sala tem 23 portas."),
        ("De zaal heeft vierentwintig stoelen.", "De zaal heeft 24 stoelen."),
        ("В зале двадцать пять тысяч книг.", "В зале 25 тыс. книг."),
        ("图书馆有三万五千本书。", "图书馆有35000本书。"),
        ("一些人参加统一考试。", "有些人参加考试。"),
        ("図書館に三百冊ある。", "図書館に300冊ある。"),
    ],
)
def test_the_same_in_other_words_is_no_fact(left, right):
    assert kinds(left, right) == set()


def test_a_negator_near_in_letters_to_what_it_denies_is_one():
    assert "negation" in kinds("Er hat dort kein Tor.", "Er hat dort ein Tor.")
    assert "negation" in kinds("Er hat dort ein Tor.", "Er hat dort kein Tor.")


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ("Er sang.", "Er sang nie."),
        ("Paul sprach.", "Niemand sprach."),
        ("Elle a chanté ce mardi.", "Elle n'a jamais chanté ce mardi."),
        ("Il va là-bas.", "Il ne va plus là-bas."),
        ("Anne écoute.", "Personne n'écoute."),
        ("Canta tarde.", "Nunca canta tarde."),
        ("Hay agua.", "No hay agua."),
        ("Il topo dorme.", "Il topo non dorme."),
        ("È partita.", "Non è partita."),
        ("O gato dorme.", "O gato não dorme."),
        ("Ela cantou.", "Ela nunca cantou."),
        ("De kat slaapt.", "De kat slaapt niet."),
        ("Zij sprak.", "Zij sprak nooit."),
        ("Она пела.", "Она не пела."),
        ("他唱了。", "他没唱。"),
        ("彼女は歌いました。", "彼女は歌いませんでした。"),
    ],
)
def test_a_sentence_of_a_few_words_is_denied_in_its_language(said, denied):
    assert "negation" in kinds(said, denied)
    assert "negation" in kinds(denied, said)


def test_two_languages_are_compared_by_their_numbers_and_dates():
    german = "Am 7. Juni kamen neunzehn Kinder in den Saal, und es war kalt."
    english = "On June 7 nineteen children came into the hall, and it was cold."
    assert kinds(german, english) == set()
    assert kinds(german, english.replace("June 7", "June 9")) == {"date"}


@pytest.mark.parametrize(
    ("words", "language", "value"),
    [
        ("zweihundertfünfzig", "de", 250),
        ("quatre vingt dix sept", "fr", 97),
        ("veintiún mil", "es", 21_000),
        ("ventitré", "it", 23),
        ("duzentos e dez", "pt", 210),
        ("drieëntwintig", "nl", 23),
        ("сто двадцать три", "ru", 123),
        ("два миллиона пятьсот тысяч", "ru", 2_500_000),
    ],
)
def test_number_words_have_their_value(words, language, value):
    parts = words.split()
    number = spelled_numbers(parts, language)[0]
    assert (number.end, number.amount) == (len(parts), value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("二十三", 23),
        ("三百零五", 305),
        ("一万二千", 12_000),
        ("五十万", 500_000),
        ("三亿", 300_000_000),
        ("二〇二一", 2021),
        ("千", 1000),
    ],
)
def test_numerals_in_characters_have_their_value(text, value):
    assert han_number(text) == value


def test_nothing_is_read_into_what_is_no_numeral():
    assert han_number("人") is None
    assert spelled_numbers(["två"], "sv") == {}


@pytest.mark.parametrize("language", ["de", "fr", "es", "it", "pt", "nl", "ru"])
def test_every_month_and_weekday_has_its_name(language):
    words = calendar_words(language)
    assert set(words.months.values()) == set(range(1, 13))
    assert set(words.weekdays.values()) == set(range(7))
    assert {"time", "length"} <= {
        unit
        for word, (unit, _) in unit_words(language).items()
        if word not in unit_words("und")
    }


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("税率は五パーセントです。", "税率は六パーセントです。"),
        ("距離は三キロです。", "距離は四キロです。"),
        ("税率百分之五。", "税率百分之六。"),
        ("增长了百分之三左右。", "增长了百分之四左右。"),
    ],
)
def test_a_character_alone_counts_before_a_borrowed_unit_and_after_percent(left, right):
    found = differences(left, right)
    assert [str(one.kind) for one in found] == ["number"]


def test_a_character_that_is_part_of_a_word_is_no_number():
    found = differences("統一された問題です。", "統合された問題です。")
    assert "number" not in {str(one.kind) for one in found}
