"""Who is likely the source is said only where a text tells."""

import pytest

from tui_app.core.related.likely_source import Origin, likely_source
from tui_app.core.related.related_pairs import RelatedPair
from tui_app.core.related.stated_names import name_key, stated_names

PAIR = RelatedPair(0, 1, 0.5, 0.5, 0.5)


def origin(date="", site="", text=""):
    return Origin(date, site, stated_names(text))


@pytest.mark.parametrize(
    ("left", "right", "side"),
    [
        ("2022-05-28", "2022-05-29", "left"),
        ("2022-05-29", "2022-05-28", "right"),
        ("2022-05-29", "2022-05-29", None),
        ("2022-05-29", "2022-05", None),
        ("2021", "2022-05", "left"),
        ("--05-28", "2022-05-29", "left"),
        ("--12-31", "2022-01-01", None),
        ("--05-28", "2022", None),
        ("yesterday", "--05-28", None),
        ("", "2022-05-29", None),
    ],
)
def test_the_earlier_date(left, right, side):
    found = likely_source(origin(left), origin(right), PAIR)
    assert found.side == side
    assert bool(found.why) == bool(side)


def test_the_one_that_the_other_names():
    agency = origin(site="Xinhua")
    paper = origin(
        site="The Daily", text="He said so, according to Xinhua News Agency."
    )
    assert likely_source(paper, agency, PAIR) == (
        "right",
        "named by the other (Xinhua)",
    )
    assert likely_source(agency, paper, PAIR).side == "left"


def test_who_name_each_other_tell_nothing():
    one = origin(site="Xinhua", text="The Daily said")
    other = origin(site="The Daily", text="Xinhua said")
    assert likely_source(one, other, PAIR) == (None, "")


def test_texts_of_one_agency_tell_nothing_by_its_name():
    one = origin(site="Xinhua", text="Xinhua said")
    assert likely_source(one, origin(site="Xinhua"), PAIR) == (None, "")


def test_date_and_name_may_agree_or_not():
    paper = origin("2022-05-29", "Daily", "as Xinhua wrote")
    agency = origin("2022-05-28", "Xinhua")
    both = likely_source(paper, agency, PAIR)
    assert both.side == "right"
    assert both.why.count(";") == 1
    early = paper._replace(date="2022-05-27")
    neither = likely_source(early, agency, PAIR)
    assert neither == (None, "the earlier one names the other")


def test_what_is_contained_is_told_and_makes_no_source():
    contained = PAIR._replace(shared_left=0.95, shared_right=0.3)
    found = likely_source(origin(), origin(), contained)
    assert found == (None, "nearly all of the left stands in the right")
    turned = PAIR._replace(shared_left=0.3, shared_right=0.95)
    assert "of the right" in likely_source(origin(), origin(), turned).why
    same = PAIR._replace(shared_left=1, shared_right=1)
    assert likely_source(origin(), origin(), same).why == "the same wording throughout"


@pytest.mark.parametrize(
    ("site", "text", "is_named"),
    [
        ("South China Morning Post", "He told the South China Morning Post.", True),
        ("South China Morning Post", "In South China, the Morning Post said.", False),
        ("xinhuanet.com", "as Xinhuanet wrote", True),
        ("BBC News", "the BBC said", True),
        ("Reuters", "she reuters", False),
        ("China Daily", "China is big. Daily news.", False),
    ],
)
def test_names_are_words_with_capitals_side_by_side(site, text, is_named):
    assert (name_key(site) in stated_names(text).tolist()) is is_named


def test_no_site_has_no_name():
    assert name_key("") is None
    assert name_key("!!") is None
