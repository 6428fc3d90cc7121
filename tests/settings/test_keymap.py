"""User keys replace defaults; what clashes is said, and every key has one meaning."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.settings.drawn import Drawn
from tui_app.settings.keymap import NAMED_KEYS, UNCHANGED, key_fault, key_shown, resolve
from tui_app.settings.keys import ACTIONS, BY_ID, groups

NEVER_KEYS = {"ctrl+i"}


def meet(first, second):
    return first.scope == second.scope or "app" in {first.scope, second.scope}


def test_no_two_default_keys_clash():
    for first, second in combinations(ACTIONS, 2):
        if meet(first, second):
            assert not set(first.keys) & set(second.keys), (first.id, second.id)


def test_every_action_has_a_key_a_group_and_a_help_text():
    assert len(BY_ID) == len(ACTIONS)
    for action in ACTIONS:
        assert action.keys
        assert action.group
        assert action.help
        assert not NEVER_KEYS & set(action.keys)
        assert not any(key_fault(key) for key in action.keys), action.id


def test_groups_are_whole():
    names = [action.group for action in ACTIONS]
    firsts = [name for i, name in enumerate(names) if i == 0 or names[i - 1] != name]
    assert firsts == list(groups())


@pytest.mark.parametrize(
    ("key", "action"),
    [
        ("j", "row-down"), ("up", "row-up"), ("space", "page-down"), ("b", "page-up"),
        ("ctrl+d", "half-down"), ("g", "first-row"), ("end", "last-row"),
        ("tab", "other-side"), ("]", "next-difference"), ("[", "previous-difference"),
        ("n", "next-hit"), ("N", "previous-hit"), ("/", "search"), (":", "go-to"),
        ("ctrl+o", "place-back"), ("m", "counterpart"), ("f", "facts-only"),
        ("i", "details"), ("I", "facts-list"), ("w", "word-marks"), ("z", "fold-same"),
        ("u", "unit"), ("0", "layout-auto"), ("1", "layout-side"),
        ("2", "layout-stacked"), ("3", "layout-merged"), ("+", "wider"),
        ("-", "narrower"), ("s", "unlock"), ("=", "link"), ("x", "unlink"),
        ("U", "undo"), ("ctrl+r", "redo"), ("a", "note"), ("v", "select"),
        ("y", "copy"), ("}", "next-note"), ("{", "previous-note"), ("@", "notes-list"),
        ("r", "reviewed"), ("F", "unreviewed-only"), ("T", "theme"), ("?", "help"),
        ("ctrl+p", "palette"), ("q", "quit"), ("ctrl+s", "note-save"),
        ("ctrl+e", "note-editor"), ("escape", "note-close"),
    ],
)  # fmt: skip
def test_the_promised_keys_do_what_is_promised(key, action):
    assert key in resolve({}).of(action)


def test_without_user_keys_nothing_is_changed():
    assert resolve({}) == UNCHANGED


def test_a_user_key_replaces_the_defaults_of_its_action():
    keymap = resolve({"next-difference": ("d",)})
    assert keymap.of("next-difference") == ("d",)
    assert keymap.changed == {"next-difference"}
    assert keymap.problems == ()


def test_a_user_key_is_taken_from_whoever_has_it_by_default_and_that_is_said():
    keymap = resolve({"note": ("j",)})
    assert keymap.of("row-down") == ("down",)
    (problem,) = keymap.problems
    assert problem.entry == "keys.note"
    assert "j was a key of row-down, which keeps down" in problem.why


def test_a_key_taken_on_purpose_is_no_trouble():
    keymap = resolve({"note": ("j",), "row-down": ("down",)})
    assert keymap.of("row-down") == ("down",)
    assert keymap.problems == ()


def test_an_action_left_without_a_key_is_reported():
    keymap = resolve({"next-difference": ("z",)})
    assert keymap.of("fold-same") == ()
    (problem,) = keymap.problems
    assert problem.entry == "keys.fold-same"
    assert "z by next-difference" in problem.why


def test_swapped_keys_are_no_clash():
    keymap = resolve({"facts-only": ("z",), "fold-same": ("f",)})
    assert keymap.problems == ()
    assert (keymap.of("facts-only"), keymap.of("fold-same")) == (("z",), ("f",))


def test_one_key_given_twice_is_reported_and_the_first_keeps_it():
    keymap = resolve({"facts-only": ("d",), "fold-same": ("d",)})
    assert keymap.of("facts-only") == ("d",)
    assert keymap.of("fold-same") == ("z",)
    assert "d is the key of facts-only already" in keymap.problems[0].why


def test_keys_of_different_places_do_not_clash():
    assert resolve({"note-save": ("f2",), "row-down": ("f2",)}).problems == ()


def test_a_key_for_the_whole_program_is_taken_from_every_place():
    keymap = resolve({"help": ("U",)})
    assert keymap.of("undo") == ()
    assert keymap.of("notes-undo") == ()


keys = st.sampled_from(sorted(NAMED_KEYS)) | st.characters(exclude_categories=["C"])


@given(
    st.dictionaries(
        st.sampled_from(sorted(BY_ID)),
        st.lists(keys, max_size=3).map(tuple),
        max_size=9,
    )
)
def test_whatever_the_user_wants_every_key_keeps_one_meaning(user):
    keymap = resolve(user)
    for first, second in combinations(ACTIONS, 2):
        if meet(first, second):
            both = set(keymap.of(first.id)) & set(keymap.of(second.id))
            assert not both, (first.id, second.id)
    silent = [a.id for a in ACTIONS if not keymap.of(a.id)]
    reported = {problem.entry for problem in keymap.problems}
    assert {f"keys.{name}" for name in silent} <= reported


def test_keys_are_shown_as_people_write_them():
    assert [key_shown(k) for k in ("pagedown", "ctrl+p", "down")] == [
        "PgDn",
        "ctrl+p",
        "↓",
    ]
    assert all(key_shown(key, drawn_with=Drawn.ASCII).isascii() for key in NAMED_KEYS)


def test_sentences_name_the_first_key_in_force_or_else_the_action():
    keymap = resolve({"undo": ("up", "f5"), "notes-list": ("u",)})
    assert keymap.first("undo") == "↑"
    assert keymap.first("undo", drawn_with=Drawn.ASCII) == "up"
    assert keymap.first("notes-list") == "u"
    assert keymap.first("unit") == "unit"
