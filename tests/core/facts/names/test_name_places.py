"""Names that change places, join a list or leave it; parts of names."""

import pytest


@pytest.mark.parametrize(
    ("left", "right", "pairs"),
    [
        ("Norway defeated Sweden at home.", "Sweden defeated Norway at home.",
         [("Norway", "Sweden"), ("Sweden", "Norway")]),
        ("Eva Lund replaced Olaf Berg as chair.", "Kim Moe replaced Eva Lund as chair.",
         [("Eva Lund", "Kim Moe"), ("Olaf Berg", "Eva Lund")]),
    ],
)  # fmt: skip
def test_names_that_changed_places_are_facts_each_in_its_place(
    facts, left, right, pairs
):
    assert facts(left, right) == [("name", *pair) for pair in pairs]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Eva and Olaf went home.", "Olaf and Eva went home."),
        ("Eva met Olaf at noon.", "Olaf met Eva at noon."),
        ("In Oslo it rained and in Turku it snowed.",
         "In Turku it snowed and in Oslo it rained."),
    ],
)  # fmt: skip
def test_names_told_in_another_order_are_no_facts(facts, left, right):
    assert facts(left, right) == []


@pytest.mark.parametrize(
    ("longer", "shorter", "name"),
    [
        ("We saw Eva Lund, Kim Moe and Olaf Berg.", "We saw Eva Lund and Olaf Berg.",
         "Kim Moe"),
        ("Eva Lund and Kim Moe signed it.", "Eva Lund signed it.", "Kim Moe"),
        ("The states are Peru, Chile or Bolivia.", "The states are Peru or Bolivia.",
         "Chile"),
    ],
)  # fmt: skip
def test_who_leaves_or_joins_a_list_is_a_fact(facts, longer, shorter, name):
    assert facts(longer, shorter) == [("name", name, None)]
    assert facts(shorter, longer) == [("name", None, name)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("They live in Lyon, France, now.", "They live in Lyon now."),
        ("Eva Lund, the mayor, and others came.", "Eva Lund and others came."),
        ("She studied Law and Media.", "She studied Law."),
        ("The talks of Chile and Peru failed.", "The talks failed."),
    ],
)
def test_what_is_no_list_of_names_is_no_fact(facts, left, right):
    assert facts(left, right) == []


def test_an_initial_belongs_to_its_name(facts):
    left = "The judges who had to decide were Ruth B. Carver and Paul T. Quill."
    right = "The judges who had to decide were Ruth B. Carver and Anne F. Drake."
    assert facts(left, right) == [("name", "Paul T. Quill", "Anne F. Drake")]


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("They flew the F-16 home.", "They flew the F-35 home.", ("F-16", "F-35")),
        ("It was a case of H5N1 there.", "It was a case of H7N9 there.",
         ("H5N1", "H7N9")),
    ],
)  # fmt: skip
def test_designations_differ_in_their_figures(facts, left, right, words):
    [(kind, *found)] = facts(left, right)
    assert kind in {"name", "number"}
    assert tuple(found) == words


def test_a_designation_given_in_part_is_no_fact(facts):
    assert facts("He had Covid-19 in May.", "He had Covid in May.") == []


def test_a_short_form_of_a_given_name_is_no_fact(facts):
    assert facts("Then Bob Carver spoke.", "Then Robert Carver spoke.") == []


def test_letters_behind_a_person_do_not_stand_for_the_person():
    from tui_app.core.facts.evidence import TextEvidence

    told = TextEvidence("Later Eva Lund (SPD) and the deputy Kim Moe (CDU) spoke.")
    assert told.acronyms == {"spd": frozenset(), "cdu": frozenset()}
