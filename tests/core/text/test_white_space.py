"""Layout makes no difference between two passages, words do."""

from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.text.characters import fold_space, same_but_for_space

texts = st.text(alphabet="ab \n\u4e00\u4e8c\u00a0", max_size=60)


@given(texts, texts)
def test_the_quick_look_at_the_first_words_changes_no_verdict(one, other):
    assert same_but_for_space(one, other) == (fold_space(one) == fold_space(other))
    joined, spaced = one + other, f" {one} " + other
    assert same_but_for_space(joined, spaced) == (
        fold_space(joined) == fold_space(spaced)
    )


@given(texts)
def test_no_space_is_left_beside_scripts_without_spaces(text):
    folded = fold_space(text)
    assert "".join(folded.split()) == "".join(text.split())
    for at, sign in enumerate(folded):
        if sign == " ":
            assert folded[at - 1] in "ab"
            assert folded[at + 1] in "ab"
