"""In a text told anew a lone negator counts if nothing makes up for it."""

import pytest


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("The lift at the north end is open to everybody.",
         "Anyone may not use the northern elevator.", (None, "not")),
        ("Both appeals were turned down by the judges.",
         "The two appeals were not thrown out by the court.", (None, "not")),
        ("It never reached the shops in the end.",
         "Finally you could buy it in stores.", ("never", None)),
    ],
)  # fmt: skip
def test_a_negator_nothing_makes_up_for_is_a_fact(retold_facts, left, right, words):
    assert ("negation", *words) in retold_facts(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("He is not fond of the new road at all.", "He dislikes the recent highway."),
        ("No licence is needed for that.", "You can do so unlicensed."),
        ("He did not come and did not write.", "He was absent, nor did he write."),
        ("Do not run, and do not shout.", "One should not run or shout."),
        ("He was not able to lift it.", "He was unable to raise it."),
        ("The price no longer rises.", "By now prices go up more slowly."),
        ("The deal has yet to be signed.", "The deal must be signed first."),
    ],
)  # fmt: skip
def test_the_same_denied_in_other_words_is_no_fact(retold_facts, left, right):
    assert [one for one in retold_facts(left, right) if one[0] == "negation"] == []
