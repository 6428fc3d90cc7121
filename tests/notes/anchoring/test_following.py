"""After an edit a note stands where its words are, or is not attached at all."""

from __future__ import annotations

import importlib.util
import random
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.model import Document, Span
from tui_app.notes.anchoring.locator import Locator
from tui_app.notes.anchoring.new_anchors import span_anchor
from tui_app.notes.anchoring.quote_words import tokenise
from tui_app.notes.anchoring.word_map import WordMap
from tui_app.notes.note import State

ROOT = Path(__file__).parents[3]
TEXT = (
    "Team Alpha meets on Monday in room 4. It reports to the board each month.\n\n"
    "The survey counted 48 herons and 12 egrets along the river this spring.\n\n"
    "Visitors are asked to keep to the path. Dogs must be kept on a lead.\n\n"
    "The gate is closed at dusk. The warden walks the dyke every evening."
)


def anchor(text, quote):
    start = text.index(quote)
    document = Document(text, None, "", "sentence", ())
    return span_anchor(document, "left", Span(start, start + len(quote)))


def gap(text, before):
    at = text.index(before) + len(before)
    return span_anchor(Document(text, None, "", "sentence", ()), "left", Span(at, at))


def locate(old, quote, new, *, kept=True):
    found = Locator(old if kept else None, new).locate(anchor(old, quote))
    words = new[found.span.start : found.span.end] if found.span else None
    return found.state, words


@pytest.mark.parametrize("kept", [True, False])
def test_an_unchanged_text_keeps_every_note(kept):
    quote = "48 herons and 12 egrets"
    assert locate(TEXT, quote, TEXT, kept=kept) == (State.PLACED, quote)


@pytest.mark.parametrize("kept", [True, False])
@pytest.mark.parametrize("end", [0, len(TEXT) + 30, 10**20])
def test_a_note_whose_end_is_any_number_stands_on_its_words(kept, end):
    quote = "48 herons and 12 egrets"
    wrong = replace(anchor(TEXT, quote), end=end)
    found = Locator(TEXT if kept else None, TEXT).locate(wrong)
    assert found.state is State.PLACED
    assert TEXT[found.span.start : found.span.end] == quote


@pytest.mark.parametrize("kept", [True, False])
def test_a_passage_that_moved_takes_its_note_along(kept):
    first, *rest = TEXT.split("\n\n")
    new = "\n\n".join([*rest, first])
    quote = "It reports to the board each month."
    assert locate(TEXT, quote, new, kept=kept) == (State.PLACED, quote)


def test_a_changed_number_is_shown_as_a_change():
    new = TEXT.replace("48 herons", "53 herons")
    state, words = locate(TEXT, "The survey counted 48 herons", new)
    assert (state, words) == (State.CHANGED, "The survey counted 53 herons")


@pytest.mark.parametrize(
    ("was", "now"), [("48 herons", "53 herons"), ("Alpha", "Beta")]
)
def test_without_the_old_text_changed_facts_are_never_attached(was, now):
    quote = next(line for line in TEXT.split("\n\n") if was in line)
    state, _ = locate(TEXT, quote, "Moved.\n\n" + TEXT.replace(was, now), kept=False)
    assert state in (State.REVIEW, State.ORPHAN)


def test_a_team_that_is_gone_is_not_the_team_that_is_left():
    """As in hypothesis/client#7571, where the note went to the other team."""
    beta = "Team Beta meets on Monday in room 4. It reports to the board each month."
    old = f"{TEXT}\n\n{beta}"
    new = old.replace(TEXT.split("\n\n", maxsplit=1)[0] + "\n\n", "")
    for kept in (True, False):
        state, _ = locate(old, "Team Alpha meets on Monday", new, kept=kept)
        assert state in (State.REVIEW, State.ORPHAN)


def test_a_deleted_sentence_leaves_an_orphan_with_its_quote():
    quote = "Dogs must be kept on a lead."
    new = TEXT.replace(" " + quote, "")
    found = Locator(TEXT, new).locate(anchor(TEXT, quote))
    assert found.state is State.ORPHAN
    assert found.span is None
    assert found.anchor.quote == quote


def test_one_of_two_equal_passages_is_not_guessed():
    twin = "Nobody was hurt."
    old = f"{twin} {twin}"
    found = Locator(old, f"So they say: {twin}").locate(anchor(old, twin))
    assert found.state in (State.REVIEW, State.ORPHAN)


def test_equal_passages_in_different_surroundings_keep_their_own_notes():
    twin = "Nobody was hurt."
    parts = TEXT.split("\n\n")
    old = f"{parts[0]}\n\n{twin}\n\n{parts[1]}\n\n{twin}\n\n{parts[2]}"
    new = old.replace(f"{twin}\n\n", "", 1)
    second = old.rindex(twin)
    document = Document(old, None, "", "sentence", ())
    kept = span_anchor(document, "left", Span(second, second + len(twin)))
    assert Locator(old, new).locate(anchor(old, twin)).state is State.ORPHAN
    found = Locator(old, new).locate(kept)
    assert (found.state, found.span) == (
        State.PLACED,
        Span(new.index(twin), new.index(twin) + len(twin)),
    )


def test_text_wrapped_anew_is_not_changed():
    new = TEXT.replace(" ", "\n")
    state, words = locate(TEXT, "Visitors are asked to keep to the path.", new)
    assert state is State.PLACED
    assert words == "Visitors\nare\nasked\nto\nkeep\nto\nthe\npath."


@pytest.mark.parametrize("kept", [True, False])
def test_a_gap_stays_between_the_words_around_it(kept):
    new = "Before.\n\n" + TEXT
    found = Locator(TEXT if kept else None, new).locate(gap(TEXT, "keep to the path."))
    at = new.index("keep to the path.") + len("keep to the path.")
    assert (found.state, found.span) == (State.PLACED, Span(at, at))


def test_a_gap_that_was_filled_is_changed():
    new = TEXT.replace("the path. Dogs", "the path. Bicycles are not allowed. Dogs")
    found = Locator(TEXT, new).locate(gap(TEXT, "keep to the path."))
    assert found.state is State.CHANGED


def test_positions_beyond_the_text_are_no_crash():
    from dataclasses import replace

    lost = replace(anchor(TEXT, "egrets"), start=10**9, end=10**9 + 6)
    for old in (TEXT, None):
        assert Locator(old, TEXT[:40]).locate(lost).state is not State.CHANGED


words = st.lists(st.sampled_from("abcdefghij"), max_size=40)


@given(words, words)
@settings(max_examples=80)
def test_the_map_pairs_equal_words_one_to_one(old, new):
    there = WordMap(tokenise(" ".join(old)), tokenise(" ".join(new)))
    for at, target in enumerate(there.target):
        if target >= 0:
            assert old[at] == new[target]
            assert there.source[target] == at


texts = st.text(alphabet="ab .\n", max_size=60)


@given(texts, texts, st.data())
@settings(max_examples=80)
def test_what_is_placed_has_the_very_words(old, new, data):
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    document = Document(old, None, "", "sentence", ())
    found = Locator(old, new).locate(span_anchor(document, "left", Span(start, end)))
    if found.span:
        assert 0 <= found.span.start <= found.span.end <= len(new)
    if found.state is State.PLACED and found.span:
        here = new[found.span.start : found.span.end]
        assert here.split() == old[start:end].split()


@pytest.fixture
def bench(monkeypatch):
    spec = importlib.util.spec_from_file_location(
        "anchoring_benchmark", ROOT / "benchmarks" / "anchoring.py"
    )
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("profile", "right", "wrong"), [(0, 0.96, 0.005), (1, 0.89, 0.01)]
)
def test_notes_are_found_again_after_edits(bench, profile, right, wrong):
    """A quick run of the benchmark: the promise of the documentation."""
    chance = random.Random(7)  # noqa: S311 - a seeded measurement
    counts = {"right": 0, "wrong": 0}
    total = 0
    for path in sorted((ROOT / "seeds").glob("*.txt"))[:3]:
        text = path.read_text(encoding="utf-8")
        trial = bench.Trial(text, bench.PROFILES[profile], chance)
        locator = Locator(trial.old, trial.new)
        for _ in range(150):
            note, truth = trial.note()
            verdict = bench.verdict(trial, locator.locate(note), truth)
            total += verdict != "gone"
            counts[verdict] = counts.get(verdict, 0) + 1
    assert counts["right"] / total >= right
    assert counts["wrong"] / total <= wrong


@pytest.mark.parametrize(
    ("old", "quote", "new"),
    [
        (
            "外交部副部长马朝旭周六就联合国人权事务高级专员访华接受媒体采访。会谈坦诚深入。",
            "联合国人权事务高级专员访华",
            "外交部副部长马朝旭星期六就联合国人权事务高级专员访华接受了媒体采访。会谈坦诚深入。",
        ),
        (
            "ประเทศไทยเปิดสะพานใหม่ข้ามแม่น้ำในวันจันทร์ที่ผ่านมา และมีผู้ร่วมงานจำนวนมาก",
            "เปิดสะพานใหม่ข้ามแม่น้ำ",
            "เมื่อวานนี้ประเทศไทยเปิดสะพานใหม่ข้ามแม่น้ำในวันจันทร์ และมีผู้ร่วมงานจำนวนมาก",
        ),
        (
            "नया पुल सोमवार को खोला गया और हजारों लोग उसे देखने आए। मेयर ने भाषण दिया।",
            "हजारों लोग उसे देखने आए",
            "नया पुल मंगलवार को खोला गया और हजारों लोग उसे देखने आए। मेयर ने लंबा भाषण दिया।",
        ),
    ],
    ids=["chinese", "thai", "hindi"],
)
def test_notes_are_followed_in_scripts_with_and_without_spaces(old, quote, new):
    assert locate(old, quote, new) == (State.PLACED, quote)
