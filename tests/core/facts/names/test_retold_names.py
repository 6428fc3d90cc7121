"""In a text told anew names are found by not being answered, wherever they stand."""

import pytest


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (
            "The wharf was sold on Tuesday, Lindqvist said after the hearing.",
            "On Tuesday the quay changed hands, as Haugland told the court later.",
            ("Lindqvist", "Haugland"),
        ),
        (
            "Rain kept the ferries of Bergen in port for the whole of the weekend.",
            "All weekend long no boat could leave the port of Osaka in the downpour.",
            ("Bergen", "Osaka"),
        ),
        (
            "A grant from the Nordic Council paid for the restored organ.",
            "The organ was restored with money that the Nordic Sandoval gave.",
            ("Council", "Sandoval"),
        ),
    ],
)
def test_an_unanswered_name_opposite_another_is_found(retold_facts, left, right, words):
    assert ("name", *words) in retold_facts(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # spelled otherwise
        ("Later Oleksiy Hrytsenko spoke to them.", "Then Aleksei Gritsenko talked."),
        ("Then Volodymyr left the hall.", "After that Vladimir left the room."),
        ("They play in the EUFA cup.", "They take part in the UEFA cup."),
        # translated
        ("We met in the Café Zlatý Strom.", "We sat in the Golden Tree café."),
        ("The Green Heron is a good inn.", "The Emerald Crane is a fine inn."),
        # nickname, another language
        ("Then Bill Harker came in.", "After that William Harker entered."),
        ("Later King Karl fled abroad.", "Then King Charles took flight."),
        # acronym, region, saint
        ("He joined the KDS in spring.", "In spring he joined the Civic Democrats."),
        ("It is in the Tver Region now.", "It now lies in the Tver Oblast."),
        ("They sailed to St. Malo then.", "Then they sailed to Saint Malo."),
        # adjective, country, place
        ("A Warsaw-based firm won it.", "It went to a firm from Warsaw."),
        ("He fled to Great Britain.", "He took flight to the United Kingdom."),
        # left out
        ("The mayor met Lindqvist there.", "There the mayor met him."),
        ("Later Envoy Greta Lindqvist left.", "Ms. Lindqvist, the envoy, then went."),
    ],
)
def test_a_name_in_another_form_is_no_fact(retold_facts, left, right):
    assert [one for one in retold_facts(left, right) if one[0] == "name"] == []


def test_words_at_the_head_of_a_sentence_are_no_names(retold_facts):
    left = "Rise, take the lamp, and go to the river."
    right = "Wake up, fetch a lantern, and walk down to the river."
    assert retold_facts(left, right) == []


def test_exchanging_the_sides_exchanges_the_names(retold_facts):
    left = "Rain kept the ferries of Bergen in port for the whole of the weekend."
    right = "All weekend long no boat could leave the port of Osaka in the downpour."
    mirrored = [(kind, b, a) for kind, a, b in retold_facts(right, left)]
    assert mirrored == retold_facts(left, right)
