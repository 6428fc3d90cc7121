"""Units fall into clauses, words into stems, in any script."""

from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.align.articles.features import atoms, grams, stem, words


def test_words_are_folded_and_scripts_without_spaces_fall_into_characters():
    assert words("Élan d'été, 29 Städte") == ["elan", "d", "ete", "29", "stadte"]
    assert words("人权") == ["人", "权", "人权"]
    assert words("اَلْحَقُّ") == ["الحق"]


def test_endings_fall_and_short_words_stay():
    assert stem("briefings") == stem("briefing") == stem("briefed")
    assert stem("was") == "was"
    assert grams("moved") == ["move", "oved"]
    assert grams("cat") == []


def test_atoms_end_at_sentences_semicolons_and_colons():
    text = (
        "He came to the old town at dawn; nobody saw him. It rained all day long: so."
    )
    assert atoms(text) == [
        "He came to the old town at dawn; ",
        "nobody saw him. It rained all day long: so.",
    ]
    assert atoms("他在黎明时分来到了这座古老的城市。没有人看见他走过那条街。") == [
        "他在黎明时分来到了这座古老的城市。",
        "没有人看见他走过那条街。",
    ]
    assert atoms("") == []


@given(st.text("ab .;:。", max_size=80))
def test_atoms_join_to_the_text(text):
    assert "".join(atoms(text)) == text
