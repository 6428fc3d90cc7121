"""The merged text gives both texts back to the last character, whatever they hold."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui_app.core.comparison import compare_texts
from tui_app.core.exports.critic_markup import critic_markup, read_critic_markup
from tui_app.core.exports.report import Choice, Remark, Report
from tui_app.core.model import Span


def merged(left: str, right: str, unit="sentence", **more) -> str:
    return "".join(critic_markup(Report(compare_texts(left, right, unit), **more)))


def test_what_stays_goes_comes_and_changes():
    assert merged("It ran for five years.", "It ran for seven years.") == (
        "It ran for {~~five~>seven~~} years."
    )
    assert merged("It ran fast.", "It ran.") == "It ran{-- fast--}."
    assert merged("It ran.", "It ran fast.") == "It ran{++ fast++}."


def test_passages_of_different_rows_do_not_replace_one_another():
    left = "The mill stood.\n\nNobody worked there at all.\n\nThe river ran."
    right = "The mill stood.\n\nA crowd came by on Monday.\n\nThe river ran."
    text = merged(left, right)
    assert "{--Nobody worked there at all.--}" in text
    assert "{++A crowd came by on Monday.++}" in text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("{--a--}", r"{\--a--\}"),
        ("{++a++}{~~b~>c~~}", r"{\++a++\}{\~~b~>c~~\}"),
        ("{>>a<<} {==b==}", r"{\>>a<<\} {\==b==\}"),
        ("{a} {} b}", "{a} {} b}"),
        (r"{\bf a\} \\ {\\}", r"{\\bf a\\} \\ {\\\}"),
    ],
)
def test_braces_that_look_like_markup_are_parted_from_it(text, written):
    assert merged(text, text, "line") == written
    assert read_critic_markup(written) == (text, text)


SIGNS = st.text(st.sampled_from("{}-+~=<>\\ ab.\n"), max_size=14)


@given(SIGNS, SIGNS)
@example("a {", "a }")
@example("{~ b", "~>} b")
@example("~>", "a")
@settings(max_examples=400)
def test_texts_full_of_markup_come_back(left, right):
    assert read_critic_markup(merged(left, right)) == (left, right)


@given(SIGNS, SIGNS, SIGNS, st.data())
@settings(max_examples=100)
def test_notes_full_of_markup_leave_the_texts_whole(left, right, body, data):
    comparison = compare_texts(f"It {left}", f"It {right}")
    ends = sorted(data.draw(st.tuples(*[st.integers(0, len(left) + 3)] * 2)))
    remarks = (
        Remark("n1", body, rows=(0,), left=(Span(*ends),)),
        Remark("n2", body),
    )
    text = "".join(critic_markup(Report(comparison, remarks)))
    assert read_critic_markup(text) == (f"It {left}", f"It {right}")
    assert text.count("{>>") == 2


SENTENCES = st.sampled_from(
    [
        "The mill stood by the river for five years.",
        "The mill stood  by the river\nfor seven years!",
        "“Nobody,” he said, “worked there.”",
        "Nobody worked there, he said.",
        "Yes.",
    ]
)
TEXTS = st.lists(
    st.tuples(SENTENCES, st.sampled_from([" ", "\n\n", "\n", "\r\n", "\n\n\t"])),
    max_size=7,
).map(lambda pairs: "".join(sentence + space for sentence, space in pairs))


@given(TEXTS, TEXTS)
@settings(max_examples=100)
def test_any_two_texts_come_back(left, right):
    assert read_critic_markup(merged(left, right)) == (left, right)


@pytest.mark.parametrize("pair", [("001", "004"), ("000", "001"), ("002", "003")])
def test_the_sample_articles_come_back(pair, request):
    seeds = request.config.rootpath / "seeds"
    left, right = (next(seeds.glob(f"{name}*")).read_text("utf-8") for name in pair)
    assert read_critic_markup(merged(left, right)) == (left, right)


def test_a_note_stands_behind_its_words():
    remark = Remark(
        "n1",
        "why?",
        rows=(0,),
        left=(Span(11, 15),),
        right=(Span(11, 16),),
        tags=("figures",),
        by="Ann",
        created="2024-05-01T10:00:00Z",
    )
    left, right = "It ran for five years.", "It ran for seven years."
    assert merged(left, right, remarks=(remark,)) == (
        "It ran for {~~five~>seven~~}{>>Ann, 2024-05-01: why?\n#figures<<} years."
    )


def test_notes_hold_nothing_that_steers_a_terminal():
    notes = (Remark("1", "esc \x1b]0;x\x07 and \u202e\nnext"),)
    text = merged("It ran.", "It ran.", remarks=notes)
    assert text.startswith("{>>esc ␛]0;x␇ and ")
    assert "\nnext<<}" in text
    assert not re.search("[\x1b\x07\u202e]", text)


def test_notes_on_the_whole_stand_in_front_and_tell_what_they_were_on():
    remarks = (
        Remark("n1", "of all"),
        Remark("n2", "lost", left_quotes=("gone",), state="orphan"),
    )
    assert merged("It ran.", "It ran.", remarks=remarks) == (
        "{>>of all<<}{>>“gone”\nlost<<}It ran."
    )


def test_only_rows_that_go_out_are_in_it():
    left = "It ran for five years.\n\nThe wheel was still.\n\nIt was sold in 1901."
    right = left.replace("five", "seven").replace("1901", "1905")
    text = merged(left, right, choice=Choice().facts())
    assert text == (
        "It ran for {~~five~>seven~~} years.\n\nIt was sold in {~~1901~>1905~~}."
    )
    assert re.findall("still", merged(left, right, choice=Choice(rows=range(1)))) == []
