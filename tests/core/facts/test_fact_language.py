"""Other languages keep figures, dates in digits and quotes, and nothing else."""

import pytest

from tui_app.core.text.spoken_language import spoken_language


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "Der Minister sagte, dass 5 Menschen starben.",
            "Der Minister sagte, dass 7 Menschen starben.",
            [("number", "5", "7")],
        ),
        ("Es waren 1.000 Euro in der Kasse.", "Es waren 1000 Euro in der Kasse.", []),
        (
            "Le 12.05.2020, il est parti avec elle.",
            "Le 13.05.2020, il est parti avec elle.",
            [("date", "12.05.2020", "13.05.2020")],
        ),
        (
            "Der Plan ist „sicher“ und gut.",
            "Der Plan ist sicher und gut.",
            [("quote", "„sicher“", "sicher")],
        ),
        ("Die Frau ist nicht in Rom.", "Die Mutter ist nicht in Paris.", []),
        ("他说有5个人。", "他说有7个人。", [("number", "5", "7")]),
    ],
)
def test_what_needs_no_words_is_found_in_any_language(facts, left, right, expected):
    assert facts(left, right) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fire destroyed a warehouse in Manchester.", True),
        ("Prices rose.", True),
        ("Das Feuer hat ein Lager in Bonn zerstört.", False),
        ("El fuego ha destruido la casa de los vecinos.", False),
        ("Пожар уничтожил склад.", False),
        ("大火烧毁了仓库。", False),
        ("", True),
    ],
)
def test_english_is_told_by_its_small_words(text, expected):
    assert (spoken_language(text) in {"en", ""}) is expected
