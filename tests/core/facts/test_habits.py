"""What one of two texts does throughout is said once."""

from tui_app.core.facts.habits import MOST_WORDS, habits_in_words
from tui_app.core.facts.pair_character import EDITED, Habit, PairCharacter


def test_of_two_texts_without_habits_nothing_is_said():
    assert habits_in_words(EDITED) == ""
    assert habits_in_words(PairCharacter(retelling=True)) == ""


def test_which_side_has_no_quotation_marks_is_said():
    told = habits_in_words(PairCharacter(right_unquoted=True))
    assert told == "Throughout: no quotation marks on the right"


def test_a_word_for_a_word_is_said_with_its_sides():
    told = habits_in_words(PairCharacter(habits=(Habit("shall", "will", 9),)))
    assert told == 'Throughout: "shall" on the left, "will" on the right'


def test_of_many_habits_the_most_frequent_are_said():
    habits = tuple(Habit(f"a{n}", f"b{n}", 90 - n) for n in range(40))
    told = habits_in_words(PairCharacter(habits=habits))
    assert told.count("on the left") == MOST_WORDS
    assert '"a0"' in told
