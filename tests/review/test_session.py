"""What is prepared for the first screen before it is there."""

import pickle

import pytest

from tui_app.core import comparison as core
from tui_app.core.extract import BEFORE_AND_AFTER
from tui_app.core.kinds import LETTERED
from tui_app.core.translation import LanguageChoice
from tui_app.review import session as session_module
from tui_app.review.request import Request
from tui_app.review.session import Environment, prepare
from tui_app.settings.config_file import Configuration
from tui_app.settings.memory import Memory, Place, Sources, WhatIsRemembered

LEFT = "\n\n".join(
    f"The ship number {n} left the old harbour early. Its crew was fast asleep."
    for n in range(60)
)
RIGHT = LEFT.replace("early", "late").replace("harbour", "harbor")


@pytest.fixture
def request_of(tmp_path):
    """Return a function that writes two texts and asks to read them."""

    def make(left, right):
        paths = (tmp_path / "left.txt", tmp_path / "right.txt")
        for path, text in zip(paths, (left, right), strict=True):
            path.write_text(text, encoding="utf-8")
        return Request(*map(str, paths))

    return make


@pytest.fixture
def nothing_is_compared(monkeypatch):
    """Have whoever asks for unknown differences or letters fail."""

    def fail(*_):
        raise AssertionError

    monkeypatch.setattr(session_module, "SECONDS_TO_COMPARE", 60.0)

    def set_up():
        monkeypatch.setattr(core.Comparison, "_collator", property(fail))
        monkeypatch.setattr("tui_app.core.differences.letters.changed_letters", fail)

    return set_up


def test_another_process_gets_what_the_first_screen_shows(
    request_of, nothing_is_compared
):
    session = prepare(request_of(LEFT, RIGHT), Environment(Configuration.unread()))
    received = pickle.loads(pickle.dumps(session)).comparison  # noqa: S301 - our own
    nothing_is_compared()
    for row in range(5):
        found = received.differences(row)
        assert found == session.comparison.differences(row)
        lettered = [one for one in found if one.kind in LETTERED]
        assert [received.letters(one) for one in lettered] == [
            session.comparison.letters(one) for one in lettered
        ]
    with pytest.raises(AssertionError):
        received.differences(100)


def test_what_is_shown_first_is_where_the_last_reading_ended(
    request_of, nothing_is_compared
):
    asked = request_of(LEFT, RIGHT)
    sources = Sources.of(asked.left, asked.right)
    last = Place("right", RIGHT.index("number 20"))
    remembered = WhatIsRemembered().left_at(sources, last)
    around = Environment(Configuration.unread(), remembered=remembered)
    comparison = prepare(asked, around).comparison
    nothing_is_compared()
    assert comparison.rows[40].units("right") == (40,)
    assert comparison.differences(40)
    with pytest.raises(AssertionError):
        comparison.differences(0)


def test_long_texts_are_not_aligned_before_the_screen(request_of):
    text = "\n\n".join(f"Passage {n}." for n in range(1000))
    session = prepare(request_of(text, text), Environment(Configuration.unread()))
    assert session.comparison is None
    assert len(session.left.units) == 1000


def test_a_document_is_read_before_and_after_its_changes(tracked_file, tmp_path):
    path = tracked_file("It is {-not -}so.", "More.")
    request = Request(path, path, changes=BEFORE_AND_AFTER)
    memory = Memory(tmp_path / "state.json")
    session = prepare(request, Environment(Configuration.unread(), memory))
    assert (session.left.state, session.right.state) == ("before", "after")
    assert session.left.text == "It is not so.\n\nMore."
    assert session.right.text == "It is so.\n\nMore."
    session.remember()
    (recent,) = memory.read().recent
    assert recent.pair.is_one


@pytest.mark.parametrize(
    "said", [LanguageChoice(across=True), LanguageChoice(None, ("de", "fr"))]
)
def test_what_is_said_of_the_languages_of_a_pair_holds_when_it_is_opened_again(
    request_of, tmp_path, said
):
    memory = Memory(tmp_path / "state.json")
    request = request_of(LEFT, RIGHT)
    first = Environment(Configuration.unread(), memory)
    opened = prepare(request._replace(languages=said), first)
    assert opened.translation is not None
    opened.remember()
    later = Environment(Configuration.unread(), memory, memory.read())
    assert prepare(request, later).translation == opened.translation
    within = request._replace(languages=LanguageChoice(across=False))
    assert prepare(within, later).translation is None
