"""What is put in a box comes out as it was, and is drawn as everything else is."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui_app.core.text.display import displayable
from tui_app.ui.note_screens.stand_ins import StandIns

TEXTS = st.text(
    st.characters() | st.sampled_from("\u00ad\u200d\ufeff\x1b\r\U00100000\U00100001"),
    max_size=40,
)


@given(st.lists(TEXTS, max_size=4))
def test_texts_come_out_as_they_went_in_and_are_drawn_as_all_text_is(texts):
    stand_ins = StandIns()
    held = [stand_ins.put(text) for text in texts]
    for text, one in zip(texts, held, strict=True):
        assert stand_ins.written(one) == text
        assert stand_ins.drawn(one) == displayable(text)
        assert len(one) == len(text)
        assert cell_len(one) == cell_len(displayable(text))
        assert displayable(one) == one


def test_with_more_signs_than_stand_ins_the_rest_are_signs():
    letters = "".join(map(chr, range(0x100000, 0x10FFFE)))
    stand_ins = StandIns()
    assert stand_ins.written(stand_ins.put(letters)) == letters
    assert stand_ins.put("\x1b") == "␛"
