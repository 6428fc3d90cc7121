"""What is remembered between runs is whole or absent, never half, never in the way."""

import json
import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.extract import BEFORE_AND_AFTER
from tui_app.settings.memory import (
    MOST_RECENT,
    Memory,
    Place,
    Recent,
    Sources,
    WhatIsRemembered,
    remembered_as_json,
    remembered_from,
)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["recent", "places", "pair", "place", "left", "right", "offset", "side"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


def pair(number):
    return Sources(f"/texts/{number}.txt", "/texts/b.txt")


def test_a_place_is_found_again_in_another_run(tmp_path):
    memory = Memory(tmp_path / "deep" / "state.json")
    place = Place(
        *("right", 1234, "stacked", "paragraph", 60),
        facts_only=True,
        word_marks="letters",
    )
    assert memory.change(lambda state: state.left_at(pair(1), place))
    assert Memory(memory.path).read().place_of(pair(1)) == place
    assert memory.read().place_of(pair(2)) is None


def test_the_latest_comparison_comes_first_and_once(tmp_path):
    memory = Memory(tmp_path / "state.json")
    for number in (1, 2, 1):
        memory.change(lambda s, number=number: s.opened(Recent(pair(number))))
    assert [recent.pair for recent in memory.read().recent] == [pair(1), pair(2)]


def test_only_so_many_comparisons_are_kept():
    state = WhatIsRemembered()
    for number in range(MOST_RECENT + 5):
        state = state.opened(Recent(pair(number)))
    assert len(state.recent) == MOST_RECENT
    assert state.recent[0].pair == pair(MOST_RECENT + 4)


def test_standard_input_is_not_remembered():
    assert Sources.of("-", "a.txt") is None


def test_what_comes_through_a_pipe_is_not_remembered(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name in (str(tmp_path / "pipe"), "/dev/fd/63", "/proc/self/fd/3"):
        assert Sources.of("a.txt", name) is None
        assert Sources.of(name, "a.txt") is None
    (tmp_path / "file").touch()
    assert Sources.of(str(tmp_path / "file"), "a.txt") is not None


def test_names_are_remembered_from_any_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert Sources.of("a.txt", "https://example.org/b") == Sources(
        str(tmp_path / "a.txt"), "https://example.org/b"
    )


def test_a_document_before_and_after_its_changes_is_a_pair_of_its_own(tmp_path):
    memory = Memory(tmp_path / "state.json")
    one = Sources.of("/a.docx", "/a.docx", BEFORE_AND_AFTER)
    same = Sources.of("/a.docx", "/a.docx")
    for pair, offset in ((one, 5), (same, 9)):
        memory.change(lambda state, pair=pair: state.opened(Recent(pair)))
        place = Place("left", offset)
        memory.change(lambda state, p=pair, at=place: state.left_at(p, at))
    known = memory.read()
    assert [recent.pair for recent in known.recent] == [same, one]
    assert known.place_of(one) == Place("left", 5)
    assert known.recent[1].pair.changes == BEFORE_AND_AFTER
    assert (one.is_one, same.is_one) == (True, False)


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"\xff", b'{"recent": 3}'])
def test_a_damaged_file_counts_as_empty_and_is_replaced(tmp_path, raw):
    path = tmp_path / "state.json"
    path.write_bytes(raw)
    memory = Memory(path)
    assert memory.read() == WhatIsRemembered()
    assert memory.change(lambda state: state.opened(Recent(pair(1))))
    assert len(memory.read().recent) == 1


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("x")
    assert not Memory(blocked / "state.json").change(lambda state: state)


def test_a_write_that_fails_leaves_the_old_state(tmp_path, monkeypatch):
    memory = Memory(tmp_path / "state.json")
    memory.change(lambda state: state.opened(Recent(pair(1))))

    def full(_handle):
        raise OSError(28, "no space left")

    monkeypatch.setattr("tui_app.disk.durable.os.fsync", full)
    assert not memory.change(lambda state: state.opened(Recent(pair(2))))
    assert [recent.pair for recent in memory.read().recent] == [pair(1)]
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_readers_that_end_together_all_have_their_say(tmp_path):
    path = tmp_path / "state.json"
    program = (
        "import sys; from pathlib import Path; from tui_app.settings.memory import *\n"
        "n = sys.argv[2]\n"
        "for i in range(5): Memory(Path(sys.argv[1])).change("
        "lambda s: s.opened(Recent(Sources(n, str(i)))))"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(path), name])
        for name in ("a", "b")
    ]
    assert [process.wait() for process in running] == [0, 0]
    assert len(Memory(path).read().recent) == 10


def test_without_a_file_nothing_is_remembered():
    memory = Memory(None)
    assert not memory.change(lambda state: state.opened(Recent(pair(1))))
    assert memory.read() == WhatIsRemembered()


@given(json_values)
def test_no_json_makes_reading_fail(raw):
    assert isinstance(remembered_from(raw), WhatIsRemembered)


texts = st.text(min_size=1, max_size=6)
pairs = st.builds(Sources, texts, texts)
states = st.builds(
    WhatIsRemembered,
    st.lists(st.builds(Recent, pairs, texts, texts), max_size=3).map(tuple),
    st.lists(
        st.tuples(
            pairs,
            st.builds(
                Place,
                st.sampled_from(["left", "right"]),
                st.integers(0),
                column_width=st.none() | st.integers(0, 400),
                covered=st.none() | st.booleans(),
                reads=st.sampled_from([None, "left", "right"]),
            ),
        ),
        max_size=3,
    ).map(tuple),
    texts,
    libraries=st.lists(
        st.lists(st.text(min_size=1), min_size=1, max_size=3).map(tuple), max_size=3
    ).map(tuple),
)


@given(states)
def test_the_state_survives_being_written(state):
    assert remembered_from(json.loads(json.dumps(remembered_as_json(state)))) == state


@pytest.mark.parametrize("level", ["off", "words", "letters", "facts", "passages"])
def test_every_level_of_marks_is_read_back_and_no_other_word(level):
    def read(word):
        place = {"side": "left", "offset": 0, "word_marks": word}
        pair = {"left": "/a", "right": "/b"}
        made = remembered_from({"places": [{"pair": pair, "place": place}]})
        return made.places[0][1].word_marks

    assert read(level) == level
    assert read("everything") is None
