"""Paragraphs as their writer meant them, however the lines were broken."""

import textwrap

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.segmentation import segment

PROSE = (
    "The delegation arrived in the city on a Monday morning in late spring and was "
    "met by officials at the station. It stayed for six days and saw schools, courts "
    "and a cotton field before it went home again with many impressions."
)
OTHER = (
    "Nobody could say afterwards what had been agreed upon in the long meetings. The "
    "hosts spoke of progress and the guests of an open exchange, which may well be "
    "two words for the same thing."
)


def paragraphs(text):
    document = segment(text, None, "paragraph")
    units = range(len(document.units))
    return [" ".join(document.unit_text(number).split()) for number in units]


def test_blank_lines_part_paragraphs_and_may_hold_spaces():
    assert paragraphs(f"\n\n{PROSE}\n \t\n\n{OTHER}\n\n") == [PROSE, OTHER]


def test_a_text_without_blank_lines_has_a_paragraph_a_line():
    assert paragraphs(f"{PROSE}\n{OTHER}\n{PROSE}") == [PROSE, OTHER, PROSE]


@given(st.integers(30, 110))
@settings(max_examples=30)
def test_a_wrapped_paragraph_is_put_together_at_any_width(width):
    text = "\n\n".join(textwrap.fill(one, width) for one in (PROSE, OTHER))
    assert paragraphs(text) == [PROSE, OTHER]


def test_indented_first_lines_part_wrapped_paragraphs():
    text = "\n".join(
        textwrap.fill(one, 60, initial_indent="    ") for one in (PROSE, OTHER, PROSE)
    )
    assert paragraphs(text) == [PROSE, OTHER, PROSE]


def test_wrapped_paragraphs_without_any_mark_part_at_short_last_lines():
    text = "\n".join(textwrap.fill(one, 64) for one in (PROSE, PROSE, OTHER))
    assert paragraphs(text) == [PROSE, PROSE, OTHER]


def test_long_lines_stay_paragraphs_between_others_with_blank_lines():
    text = f"CITY / POLITICS\nA visit in late spring\n\n{PROSE}\n\n{OTHER}\n{PROSE}"
    found = paragraphs(text)
    assert found == ["CITY / POLITICS", "A visit in late spring", PROSE, OTHER, PROSE]


def test_a_stanza_is_one_paragraph():
    stanza = (
        "Shall I compare thee to a summer's day?\n"
        "Thou art more lovely and more temperate:\n"
        "Rough winds do shake the darling buds of May,\n"
        "And summer's lease hath all too short a date;"
    )
    couplet = (
        "So long as men can breathe or eyes can see,\n"
        "So long lives this, and this gives life to thee."
    )
    assert len(paragraphs(f"{stanza}\n\n{couplet}")) == 2


def test_a_stanza_may_run_on_over_its_lines():
    text = (
        "When I consider how my light is spent,\n"
        "Ere half my days, in this dark world and wide,\n\n"
        "I fondly ask. But patience, to prevent\n"
        "That murmur, soon replies, God doth not need\n"
        "Either man's work or his own gifts; who best\n"
        "Bear his mild yoke, they serve him best."
    )
    assert len(paragraphs(text)) == 2


def test_a_short_letter_is_put_together_from_few_lines():
    text = (
        "Hi all,\n\nas discussed we should try to get the report out\n"
        "by the end of this week at the latest, so please send your parts by\n"
        "Thursday.\n\nBest,\nJane"
    )
    assert [len(one.split()) for one in paragraphs(text)] == [2, 26, 2]


def test_two_lines_of_one_sentence_are_one_paragraph():
    text = "A paragraph that is long enough to be wrapped at the\nusual width."
    assert len(paragraphs(text)) == 1


def test_a_list_keeps_its_items_apart():
    text = f"What we saw:\n• a school\n• a court of law\n• a field of cotton\n\n{PROSE}"
    assert "• a court of law" in paragraphs(text)


def test_the_items_of_a_wrapped_list_keep_their_second_lines():
    items = [f"- {PROSE}", f"- {OTHER}"]
    wrapped = [textwrap.fill(one, 60, subsequent_indent="  ") for one in items]
    text = textwrap.fill(PROSE, 60) + "\n\n" + "\n".join(wrapped)
    assert paragraphs(text) == [PROSE, *items]


def test_a_line_cut_early_before_a_bracket_goes_on():
    text = "\n\n".join(textwrap.fill(one, 60) for one in (PROSE, OTHER, PROSE, OTHER))
    text += "\nAnd so\n(as was said)\nit ended."
    assert paragraphs(text)[-1].endswith("And so (as was said) it ended.")


def test_sentences_on_lines_of_their_own_stay_in_their_paragraph():
    first, second = PROSE.replace(". ", ".\n"), OTHER.replace(". ", ".\n")
    text = f"{first}\nThat was all.\n\n{second}\nThat was it."
    assert paragraphs(text) == [f"{PROSE} That was all.", f"{OTHER} That was it."]
    assert len(segment(text, None, "sentence").units) == 6


def test_wrapped_chinese_is_put_together_without_regard_to_words():
    line = "外交部副部长星期六在接受采访时介绍了有关情况他还说"
    text = f"{line}\n{line}\n{line}访问。\n\n{line}\n{line}\n成功。".replace(
        f"{line}访问。", "访问圆满结束。"
    )
    assert len(paragraphs(text)) == 2


def test_a_sentence_runs_over_the_lines_of_a_wrapped_paragraph():
    document = segment(textwrap.fill(PROSE, 50), None, "sentence")
    found = [document.unit_text(number) for number in range(len(document.units))]
    assert len(found) == 2
    assert "\n" in found[0]


def test_line_by_line_every_line_is_a_unit_and_a_blank_line_ends_a_paragraph():
    document = segment("one\n two. Two more.\n\n\nthree\n", None, "line")
    found = [document.unit_text(number) for number in range(len(document.units))]
    assert found == ["one", "two. Two more.", "three"]
    assert [unit.paragraph for unit in document.units] == [0, 0, 1]
