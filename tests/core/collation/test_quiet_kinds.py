"""Differences that change no fact, by kind."""

import pytest

from tui_app.core.differences.row_differences import differences


def seen(left, right):
    """Kind and words of every difference."""
    return [
        (
            str(one.kind),
            left[one.left.start : one.left.end] if one.left else None,
            right[one.right.start : one.right.end] if one.right else None,
        )
        for one in differences(left, right)
    ]


CASES = """
They shared their aspiration for peace. | They shared their yearning for peace.
    wording: aspiration -> yearning
The visit achieved practical results. | The visit has achieved practical results.
    added: -> has
The visit achieved good practical results. | The visit achieved practical results.
    removed: good ->
He stressed the achievements made. | He stressed the achievement made.
    inflection: achievements -> achievement
They went home. | They go home.
    inflection: went -> go
We promoting trade. | We promote trade.
    inflection: promoting -> promote
Do not politicise it. | Do not politicize it.
    spelling: politicise -> politicize
The colour of the centre. | The color of the center.
    spelling: colour -> color
    spelling: centre -> center
A seperate room. | A separate room.
    spelling: seperate -> separate
The policy makers met. | The policymakers met.
    spelling: policy makers -> policymakers
An über idea. | An uber idea.
    spelling: über -> uber
We like human rights. | We like Human Rights.
    case: human rights -> Human Rights
He came, saw and left. | He came, saw, and left.
    punctuation: -> ,
He came; they left. | He came: they left.
    punctuation: ; -> :
Wait... now | Wait… now
    punctuation: ... -> …
It’s late | It's late
    punctuation: ’s -> 's
In old days the large delegation left. | The large delegation left in old days.
    order: In old days -> in old days
    case: the -> The
"""


def cases():
    found = []
    for line in CASES.strip().split("\n"):
        if line.startswith(" "):
            kind, words = line.split(":", 1)
            sides = [side.strip() or None for side in words.split("->")]
            found[-1][2].append((kind.strip(), *sides))
        else:
            left, right = (side.strip() for side in line.split(" | "))
            found.append((left, right, []))
    return found


@pytest.mark.parametrize(("left", "right", "expected"), cases())
def test_a_pair_of_words_has_the_quietest_kind_that_tells_them_apart(
    left, right, expected
):
    assert seen(left, right) == expected


def test_the_longest_common_run_by_chance_does_not_win():
    found = seen(
        "He praised the cooperation of the two sides at length.",
        "He praised the spirit of the cooperation of both at length.",
    )
    assert ("order", "cooperation", "cooperation") not in found
    assert "cooperation" not in " ".join(words or "" for _, words, _ in found)


def test_a_light_word_between_two_changes_is_part_of_the_change():
    found = seen(
        "Our engineers finally repaired brakes and cleaned machine halls thoroughly.",
        "Visiting teams painted corridors blue and wrote letters for wooden doors.",
    )
    assert not any(left is None and right == "and" for _, left, right in found)
    assert "and" in " ".join(left for _, left, _ in found if left).split()


def test_words_paired_in_one_place_are_tied_as_one_change():
    found = differences(
        "They gave a short briefing today.", "They introduced the situation today."
    )
    assert len(found) > 1
    assert len({one.group for one in found}) == 1
    assert found[0].group is not None


def test_the_parts_of_a_move_are_tied():
    found = [
        one
        for one in differences(
            "In an interview with reporters he praised the long and fruitful talks.",
            "He praised the long and fruitful talks in an interview for reporters.",
        )
        if one.kind == "order"
    ]
    assert len(found) == 2
    assert found[0].group == found[1].group is not None


def test_an_invisible_character_counts():
    assert seen("the cooperation goes on", "the co\u200boperation goes on") == [
        ("spelling", "cooperation", "co\u200boperation")
    ]
    assert seen("the co\u00adoperation", "the cooperation") == [
        ("spelling", "co\u00adoperation", "cooperation")
    ]


def test_other_scripts_keep_wording_order_and_punctuation():
    assert seen("他访问中国。", "他访问日本。") == [("wording", "中国", "日本")]
    assert seen("Он приехал в Москву, чтобы", "Он приехал в Киев чтобы")[-1] == (
        "punctuation",
        ",",
        None,
    )


def test_a_value_written_otherwise_is_only_worded_otherwise():
    assert seen("He saw five ships.", "He saw 5 ships.") == [("wording", "five", "5")]


def test_derived_words_are_no_slips():
    assert seen("an Israeli visitor", "an Israel visitor")[-1][0] != "spelling"
    assert seen("we identify it", "we identity it") == [
        ("wording", "identify", "identity")
    ]


def test_a_stretch_without_spaces_is_one_change():
    assert seen("双方就此进行了交流。", "双方围绕此事进行了交流。") == [
        ("wording", "就此", "围绕此事")
    ]


def test_a_small_word_that_stands_elsewhere_is_no_other_word_for_itself():
    found = seen(
        "Minister Ma on Saturday gave a briefing on the trip of Lee to China.",
        "Minister Ma was interviewed by reporters on May 28, and introduced the "
        "relevant situation of Lee's visit to China.",
    )
    same = [kind for kind, left, right in found if left and left == right]
    assert same
    assert "wording" not in same
