"""Times of day are the same however they are written, and dates when they differ."""

from __future__ import annotations

from itertools import pairwise, permutations

import pytest

from tui_app.core.differences.row_differences import differences
from tui_app.core.kinds import FACTS

SENTENCES = {
    "de": "Der Markt öffnet {} auf dem Platz.",
    "fr": "Le marché ouvre {} sur la place.",
    "es": "El mercado abre {} en la plaza.",
    "it": "Il mercato apre {} sulla piazza.",
    "pt": "O mercado abre {} na praça.",
    "nl": "De markt opent {} op het plein.",
    "ru": "Рынок открывается {} на площади.",
    "zh": "市场{}在广场开门。",
    "ja": "市場は広場で{}に開く。",
}

# A line: a language, and ways to write one time; the next line is another time.
SAME = """
de | um 9.30 Uhr | um 9:30 Uhr | um 9 Uhr 30 | um halb zehn | um 9.30h | um 9:30
de | um 10 Uhr | um zehn Uhr | um 22.00 Uhr
de | um 10.15 Uhr | um Viertel nach zehn
de | um 9.45 Uhr | um Viertel vor zehn | um drei Viertel zehn
de | um 10 Uhr morgens
de | um 10 Uhr abends
fr | à 9 h 30 | à 9h30 | à 9 heures 30 | à neuf heures et demie | à 21:30
fr | à 10 h | à 10h | à 10 heures | à dix heures
fr | à 10 h 15 | à dix heures et quart
fr | à 9 h 45 | à dix heures moins le quart
fr | à midi | à 12 h
fr | à 10 h du matin
fr | à 10 h du soir
es | a las 9:30 h | a las 9.30 | a las 9:30 horas | a las nueve y media
es | a las 10 h | a las diez horas | a las diez
es | a las 10:15 | a las diez y cuarto
es | a las 9.45 h | a las diez menos cuarto
es | a las diez de la mañana
es | a las diez de la noche
it | alle 9:30 | alle ore 9.30 | alle nove e mezza | alle 9 e 30
it | alle 10 | alle ore dieci | alle dieci
it | alle 10.15 | alle dieci e un quarto
it | alle 9.45 | alle dieci meno un quarto
pt | às 9h30 | às 9:30 | às 9 h 30 | às nove e meia | às 9h30min
pt | às 10h | às dez horas | às 10 horas | às dez
pt | às 10h15 | às dez e um quarto
nl | om 9.30 uur | om 9:30 uur | om half tien | om 9u30
nl | om 10 uur | om tien uur | om 22.00 uur
nl | om 10.15 uur | om kwart over tien
nl | om 9.45 uur | om kwart voor tien
ru | в 9:30 | в 9.30 | в 9 часов 30 минут | в половине десятого
ru | в 10 часов | в десять часов | в 10:00
ru | в 9:45 | без четверти десять
ru | в 10 часов утра
ru | в 10 часов вечера
zh | 9点30分 | 九点半 | 9时30分 | 21:30
zh | 两点半 | 2点30分
zh | 上午10点
zh | 下午10点
ja | 9時30分 | 九時半 | 21:30
ja | 午前10時
ja | 午後10時
"""


def kinds(left: str, right: str) -> set[str]:
    found = differences(left, right)
    return {str(one.kind) for one in found if one.kind in FACTS}


def lines() -> list[tuple[str, list[str]]]:
    cells = [line.split(" | ") for line in SAME.strip().splitlines()]
    return [(language, [*ways]) for language, *ways in cells]


@pytest.mark.parametrize(("language", "ways"), lines())
def test_a_time_of_day_written_otherwise_is_no_fact(language, ways):
    sentence = SENTENCES[language]
    for one, other in permutations(ways, 2):
        assert kinds(sentence.format(one), sentence.format(other)) == set(), (
            one,
            other,
        )


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (language, one, other)
        for (language, ways), (following, others) in pairwise(lines())
        for one, other in zip(ways, others, strict=False)
        if language == following
    ],
)
def test_another_time_of_day_is_a_date(language, one, other):
    left, right = (SENTENCES[language].format(way) for way in (one, other))
    assert kinds(left, right) == {"date"}
    assert kinds(right, left) == {"date"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Sie sang drei Stunden.", "Sie sang vier Stunden."),
        ("Elle a chanté pendant 10 heures.", "Elle a chanté pendant 11 heures."),
        ("Cantó tres horas en la plaza.", "Cantó cuatro horas en la plaza."),
        ("Dio flores a las dos niñas.", "Dio flores a las tres niñas."),
        ("Ha dato fiori alle due donne.", "Ha dato fiori alle tre donne."),
        ("Она пела три часа.", "Она пела четыре часа."),
        ("Der Preis stieg um 10.15 Euro.", "Der Preis stieg um 11.15 Euro."),
        ("Das Spiel endete 3:2 in Bonn.", "Das Spiel endete 3:1 in Bonn."),
    ],
)
def test_a_length_of_time_an_amount_and_a_score_are_numbers(left, right):
    assert kinds(left, right) == {"number"}
