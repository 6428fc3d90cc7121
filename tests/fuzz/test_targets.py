"""Whatever the bytes: documents, texts and files are read, or refused in one line."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .first_inputs import first_inputs
from .target_packages import PACKAGES
from .targets import TARGETS, kept_inputs, too_much

_BY_NAME = pytest.mark.parametrize("name", TARGETS)
_PER_TARGET = {"pdf-file": 4, "journal-written": 20}  # these take longest
_CUTS = 6


def test_every_target_says_which_packages_it_is_about():
    assert PACKAGES.keys() == TARGETS.keys()


@_BY_NAME
def test_sound_inputs_are_none_too_much(name):
    for data in first_inputs(name):
        assert not too_much(TARGETS[name], data)


@pytest.mark.parametrize(
    ("name", "file"),
    [pytest.param(*one, id=f"{one[0]}/{one[1].name}") for one in kept_inputs()],
)
def test_what_was_once_too_much_is_so_no_more(name, file):
    assert not too_much(TARGETS[name], file.read_bytes())


@_BY_NAME
def test_bytes_changed_at_random_are_not_too_much(name):
    first = list(first_inputs(name))
    pieces = sorted({piece for data in first for piece in _pieces(data)})
    mixed = st.lists(st.sampled_from(pieces) | st.binary(max_size=4), max_size=30)

    @settings(max_examples=_PER_TARGET.get(name, 40), deadline=None)
    @given(st.builds(_changed, st.sampled_from(first), mixed, st.randoms()))
    def hold(data):
        assert not too_much(TARGETS[name], data[: TARGETS[name].longest])

    hold()


def _pieces(data: bytes) -> list[bytes]:
    """Return stretches of an input, lines and some that cut across them."""
    step = max(1, len(data) // _CUTS)
    return [
        *data.splitlines(keepends=True),
        *(data[at : at + 9] for at in range(0, len(data), step)),
    ]


def _changed(data: bytes, pieces: list[bytes], dice: random.Random) -> bytes:
    """Return the input with pieces put in, some of them for what stood there."""
    for piece in pieces:
        at = dice.randint(0, len(data))
        end = at + dice.choice((0, 0, len(piece), 40))
        data = data[:at] + piece + data[end:]
    return data
