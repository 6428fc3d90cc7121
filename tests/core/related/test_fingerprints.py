"""A fingerprint has what is said in it, however it is written."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.related.fingerprints import fingerprint

CHINESE = "外交部副部长马朝旭就联合国人权事务高级专员访华向媒体进行吹风。"
THAI = "สำนักงานข้าหลวงใหญ่เพื่อสิทธิมนุษยชนแห่งสหประชาชาติเดินทางเยือนจีน"


def shared(one, other):
    return np.isin(fingerprint(one).runs, fingerprint(other).runs).mean()


@given(st.text())
def test_any_text_has_one(text):
    made = fingerprint(text)
    assert len(made.runs) <= made.words
    assert bool(made.words) == bool(len(made.runs))


def test_a_run_is_three_words():
    assert len(fingerprint("one two three four five").runs) == 3
    assert shared("one two three four", "x one two three y") == 0.5


def test_a_text_of_fewer_words_is_one_run():
    assert len(fingerprint("Yes, no.").runs) == 1
    assert shared("Yes, no.", "yes no") == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It’s THE end.", "it's the end"),
        ("The\u00a0end, of all", "the end - of all!"),
        ("caf\u00e9 in the sun", "cafe\u0301 in the sun"),
        ("the ﬁne print here", "the fine print here"),
    ],
)
def test_case_marks_and_typography_do_not_count(one, other):
    assert shared(one, other) == 1


@pytest.mark.parametrize("text", [CHINESE, THAI])
def test_scripts_without_spaces_have_runs_of_characters(text):
    half = text[: len(text) // 2]
    assert fingerprint(text).words > 20
    assert shared(half, text) == 1
    assert 0.2 < shared(text, half) < 0.8


def test_chinese_runs_do_not_care_for_line_breaks():
    assert shared(CHINESE, CHINESE.replace("人", "人\n")) == 1


def test_the_numbers_are_the_same_in_every_run():
    code = (
        "from tui_app.core.related.fingerprints import fingerprint\n"
        "print(fingerprint('one two three four').runs.tolist())"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in "12"
    }
    assert len(printed) == 1
