"""A reading goes on beside another right text: what is loaded, kept and where it is."""

import pytest

from tui_app.core.row_places import RowPlaces
from tui_app.errors import UserError
from tui_app.review.journey import Stay
from tui_app.review.other_right import (
    MOST_KEPT,
    BesideAnother,
    KeptRights,
    as_read,
    beside_another,
)
from tui_app.review.request import Request
from tui_app.review.resuming import review_of
from tui_app.review.session import Environment, prepare
from tui_app.settings.config_file import Configuration
from tui_app.settings.memory import Place

LEFT = """The house has twelve rooms and a garden behind it.

Ann lived here with her brother until the war was over.

The door is red and was painted by somebody from the village."""
RIGHT = "A line that only this text has.\n\n" + LEFT.replace("twelve", "eleven")
GERMAN = """Das Haus hat zwölf Zimmer und einen Garten hinter dem Haus.

Ann wohnte hier mit ihrem Bruder, bis der Krieg vorbei war.

Die Tür ist rot und wurde von jemandem aus dem Dorf gestrichen."""


@pytest.fixture
def session(tmp_path):
    paths = []
    for name, text in (("a", LEFT), ("b", RIGHT), ("c", GERMAN), ("d", LEFT[60:])):
        (tmp_path / name).write_text(text)
        paths.append(str(tmp_path / name))
    request = Request(paths[0], paths[1]).against_others(paths[2:])
    return prepare(request, Environment(Configuration.unread()))


def beside(session, number, known=None):
    return beside_another(session, session.settings.unit, number, known)


def test_the_left_is_not_read_again(session, tmp_path):
    (tmp_path / "a").unlink()
    found = beside(session, 2)
    assert found.left == session.left
    assert found.right.text == LEFT[60:].strip()
    assert found.comparison is not None
    assert found.pair.right == str(tmp_path / "d")
    assert (found.request.at, found.request.ring) == (2, session.request.ring)


def test_each_of_the_texts_may_be_in_another_language(session):
    german = beside(session, 1)
    assert german.translation.languages == ("en", "de")
    assert len(german.comparison.alignment.beads) == 3
    assert beside(german, 0).translation is None


def test_a_text_that_cannot_be_read_is_told(session, tmp_path):
    (tmp_path / "d").unlink()
    with pytest.raises(UserError):
        beside(session, 2)


def test_the_passage_is_the_one_of_the_left(session):
    shown = session.comparison
    found = BesideAnother(beside(session, 2), shown, RowPlaces(shown))
    there = LEFT.index("Ann")
    assert found.stay(Stay("left", there)) == Stay("left", there)
    assert found.stay(Stay("right", RIGHT.index("Ann"))) == Stay("left", there)
    assert found.stay(Stay("right", 0)) == Stay("left", 0)  # which the left lacks
    assert found.at(Place("right", RIGHT.index("Ann"))).place == Place("left", there)
    aimed = found._replace(aim=Stay("right", 7))
    assert aimed.at(Place("left", there)).place == Place("right", 7)


def test_rows_from_before_are_used_again_while_they_hold(session, monkeypatch):
    first = beside(session, 2)
    known = as_read(first, first.comparison)
    monkeypatch.setattr("tui_app.core.loading.load_document", None)
    assert beside(session, 2, known).comparison is first.comparison
    paragraphs = beside_another(session, "paragraph", 2, known)
    assert paragraphs.comparison.left.granularity == "paragraph"
    edited = session._replace(left=beside(session, 2, known).right)
    assert beside(edited, 2, known).comparison is not first.comparison


def test_some_are_kept_and_those_read_once_always(session):
    kept, once = KeptRights(), session._replace(stamps=(None, None))
    kept.keep(once)
    for number in range(MOST_KEPT + 3):
        request = session.request._replace(right=f"{number}", at=number)
        kept.keep(session._replace(request=request))
    assert len(kept._kept) == MOST_KEPT + 1
    assert kept.of(session.request) is once
    assert kept.once() == ((0, session.right),)


def test_one_that_changed_on_the_disk_is_not_used(session, tmp_path):
    kept = KeptRights()
    found = beside(session, 2)
    kept.keep(found)
    assert kept.of(found.request) is found
    (tmp_path / "d").write_text("another text")
    assert kept.of(found.request) is None


def test_a_base_is_told_of_beside_texts_of_its_language_only(session):
    based = session._replace(base=session.left)
    german = beside(based, 1)
    assert review_of(german).since_base is None
    assert not review_of(german).options.with_base
    assert review_of(beside(german, 2)).since_base is not None
