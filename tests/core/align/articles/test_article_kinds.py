"""Small texts of several languages, and the traps that news articles set."""

from __future__ import annotations

import pytest

from tui_app.core.align import align
from tui_app.core.model import Constraints, Role

GERMAN = (
    [
        "Die Regierung hat am Montag ein Gesetz zum Schutz der Flüsse beschlossen.",
        "Fischer und Bauern hatten lange gegen die Pläne protestiert.",
        "Der Minister versprach, die Höfe mit zwölf Millionen zu entschädigen.",
        "Im Herbst soll das Parlament endgültig abstimmen.",
    ],
    [
        "Am Montag beschloss die Regierung ein Gesetz, das Flüsse besser schützt.",
        "Gegen die Pläne hatten vor allem Bauern und Fischer protestiert.",
        "Endgültig stimmt das Parlament im Herbst ab.",
    ],
    [(0, 0), (1, 1), (3, 2)],
)
FRENCH = (
    [
        "Le président a rencontré jeudi les représentants des syndicats à Lyon.",
        "Les négociations sur les retraites ont duré plus de six heures.",
        "Aucun accord n'a été trouvé, mais une nouvelle réunion est prévue en juin.",
    ],
    [
        "Jeudi, à Lyon, le président recevait les représentants syndicaux.",
        (
            "La négociation sur les retraites aura duré six heures. Une réunion est "
            "prévue au mois de juin, car aucun accord n'a été trouvé."
        ),
    ],
    [(0, 0), (1, 1), (2, 1)],
)
RUSSIAN = (
    [
        "Министр образования посетил новую школу в Казани.",
        "Он рассказал журналистам о планах строительства библиотек.",
        "Всего в республике построят сорок библиотек до конца года.",
        "Погода в выходные будет дождливой.",
    ],
    [
        "Погода на выходных ожидается дождливая.",
        "Новую школу в Казани посетил министр образования.",
        "Журналистам он рассказал о плане строительства новых библиотек.",
        "До конца года в республике будут построены сорок библиотек.",
    ],
    [(0, 1), (1, 2), (2, 3), (3, 0)],
)
CHINESE = (
    [
        "联合国人权事务高级专员五月访问中国。",
        "她在广州参观了社区民主项目。",
        "随后她前往新疆，了解反恐措施。",
        "中方表示愿意继续开展对话与合作。",
    ],
    [
        "五月，联合国人权事务高级专员对中国进行了访问。",
        "在广州，她参观了有关社区民主的项目。",
        "中方愿继续开展对话和合作。",
    ],
    [(0, 0), (1, 1), (3, 2)],
)
ARABIC = (
    [
        "أعلنت الحكومة عن خطة جديدة لتطوير الموانئ في الجنوب.",
        "وقال الوزير إن المشروع سيوفر آلاف الوظائف للشباب.",
        "ومن المتوقع أن تبدأ أعمال البناء في الربيع المقبل.",
    ],
    [
        "خطة جديدة لتطوير موانئ الجنوب أعلنت عنها الحكومة.",
        "ستبدأ أعمال البناء في الربيع.",
        "المشروع سيوفر للشباب آلاف الوظائف، كما قال الوزير.",
    ],
    [(0, 0), (1, 2), (2, 1)],
)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [GERMAN, FRENCH, RUSSIAN, CHINESE, ARABIC],
    ids=["German", "French", "Russian", "Chinese", "Arabic"],
)
def test_reworded_texts_of_many_languages_align(links, left, right, expected):
    assert links(left, right) == expected


def test_what_is_repeated_elsewhere_is_linked_where_it_stands(story, links):
    text = story(12)
    formula = "The minister thanked the delegation for its frank and open talks."
    text[3] = text[9] = formula
    found = links(text, [line.replace(".", " indeed.") for line in text])
    assert {(3, 3), (9, 9)} <= set(found)
    assert {(3, 9), (9, 3)}.isdisjoint(found)


def test_ordinals_of_two_lists_stay_in_their_list(story, links):
    ordinals = ("First", "Second", "Third")
    one, two = story(3, 5), story(3, 6)
    text = [f"{o}, {line}" for o, line in zip(ordinals, one, strict=True)]
    text += story(2, 7) + [
        f"{o}, {line}" for o, line in zip(ordinals, two, strict=True)
    ]
    assert links(text, text[5:] + text[3:5]) == [(3, 3), (4, 4), (5, 0), (6, 1), (7, 2)]


def test_a_dateline_is_found_elsewhere_only_if_it_is_the_same(story, document, links):
    text = story(6)
    dates = [f"By our staff in the capital, {day} May 2022" for day in (28, 29)]
    right = [*text[:2], dates[0], *text[2:]]
    roles = [Role.BODY, Role.BODY, Role.DATELINE]
    for date, is_found in zip(dates, (True, False), strict=True):
        left = document([date, *text], [Role.DATELINE])
        assert ((0, 2) in links(left, document(right, roles))) is is_found


@pytest.mark.parametrize("role", [Role.TEASER, Role.BOILERPLATE])
def test_a_role_on_one_side_alone_makes_a_link_less_likely(story, document, role):
    left = story(12)
    right = retold(left)
    scores = []
    for roles in ([], [role]):
        found = align(document(left, roles), document(right), Constraints())
        scores.append({link.left: link.score for link in found.links}[0])
    assert scores[0] > scores[1] > 0.5


def test_a_passage_said_twice_has_one_row_and_a_further_link(story, document):
    text = story(10)
    right = [text[4], *text]
    right[-1] += " tail"
    found = align(document(text), document(right), Constraints())
    assert {(4, 0), (4, 5)} <= {(link.left, link.right) for link in found.links}
    assert [bead.right for bead in found.beads if 4 in bead.left] == [(5,)]


def retold(text):
    """Return the text with every third word put otherwise."""
    return [
        " ".join(
            f"{word}{number}xyz" if at % 3 == 1 else word
            for at, word in enumerate(line.split())
        )
        for number, line in enumerate(text)
    ]


def test_a_plain_retelling_links_even_what_shares_no_word(story, links):
    left = story(24)
    right = retold(left)
    left[11], right[11] = "National treasure.", "Jewel of our people."
    assert links(left, right) == [(n, n) for n in range(24)]


def test_a_replaced_passage_is_not_a_counterpart_where_much_is_cut(story, links):
    left, right = story(24), story(24)
    right[11] = story(1, 77)[0]
    del right[18:22], left[2:4]
    found = links(left, right)
    assert not any(i == 9 for i, _ in found)


def test_sure_links_score_high_and_doubtful_ones_low(story, document):
    left = story(24)
    right = retold(left)
    left[11], right[11] = "National treasure.", "Jewel of our people."
    found = align(document(left), document(right), Constraints())
    scores = {(link.left, link.right): link.score for link in found.links}
    assert scores[5, 5] > 0.95
    assert scores[11, 11] < 0.9
