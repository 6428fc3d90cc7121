"""How the small passages around an article read: whole words, any case."""

import re
from itertools import combinations

import pytest

from tui_app.core.model import Role
from tui_app.core.segmentation.roles import role_of, without_dateline

DATELINES = [
    "May 29, 2022",
    "Published 3 SEPTEMBER 2014",
    "12. März 2014",
    "le 10 févr. 2014",
    "1º de diciembre 12:30",
    "25 Octubre",
    "31 May - 2 June 2022",
    "Dec 30, Jan 2, Feb 28",
    "ОПУБЛИКОВАНО 3 МАЯ",
    "2014-05-06",
    "10:12",
    "5月6日 电",
    "By John Smith",
    "von Élise",
    "Автор: Иванов",
    "文 / 张三",
    "记者 张三",
]
NO_DATELINES = [
    "Mayor opens 3 markets",
    "The May 29 talks about the visit of the commissioner",
    "By and by",
    "Byron Smith",
    "Vondel Park",
    "By",
    "文章",
    "记者",
    "Chapter 3",
    "3 marched, 4 decided, 5 jumped and so on for long",
]
OTHERS = [
    ("Photo: Agency", Role.CAPTION),
    ("图：新华社", Role.CAPTION),
    ("新华社记者 张三 摄", Role.CAPTION),
    ("The PHOTO by him", Role.CAPTION),
    ("The bay (Reuters)", Role.CAPTION),
    ("Photography is an art", None),
    ("Read Also this", Role.TEASER),
    ("RELATED: this", Role.TEASER),
    ("Relatedness of things", None),
    ("More about it", Role.TEASER),
    ("Moreover it rained", None),
    ("Читайте также: вот", Role.TEASER),
    ("Home", Role.BOILERPLATE),
    ("Homeland and sea", None),
    ("Log In", Role.BOILERPLATE),
    ("Login or not", Role.BOILERPLATE),
    ("Comments (3)", Role.BOILERPLATE),
    ("Commentary of the day", None),
    ("photos", Role.BOILERPLATE),
    ("photos of it", None),
    ("（责任编辑 张三）", Role.BOILERPLATE),
    ("(Web editors: Jane Doe)", Role.BOILERPLATE),
    ("The editor and the web", None),
    ("World > Asia", Role.BOILERPLATE),
    ("World ›", Role.BOILERPLATE),
    ("« Le monde", None),
]
MONTHS = [
    *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sept", "oct", "nov"),
    *("dec", "mai", "dez", "août", "мая"),
]


@pytest.mark.parametrize("passage", DATELINES)
def test_a_dateline_says_no_more_than_when_or_by_whom(passage):
    assert role_of(passage) is Role.DATELINE


@pytest.mark.parametrize("passage", NO_DATELINES)
def test_what_only_looks_like_a_dateline_is_none(passage):
    assert role_of(passage) is not Role.DATELINE


@pytest.mark.parametrize(("passage", "role"), OTHERS)
def test_furniture_and_captions_are_known_by_whole_words(passage, role):
    assert role_of(passage) is role


def test_the_dateline_before_a_text_is_left_out():
    assert without_dateline("PLACE (Agency) -- It rained.") == "It rained."
    assert without_dateline("It rained (a lot).") == "It rained (a lot)."


def test_lines_of_any_months_need_few_patterns(monkeypatch):
    used = set()
    substitute = re.subn

    def spy(pattern, *others):
        used.add(pattern)
        return substitute(pattern, *others)

    monkeypatch.setattr(re, "subn", spy)
    for few in (2, 3):
        for months in combinations(MONTHS, few):
            assert role_of("1 " + " 1 ".join(months)) is Role.DATELINE
    assert len(used) < 20
