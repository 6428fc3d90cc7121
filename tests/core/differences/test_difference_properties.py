"""What holds for the differences of any two passages."""

import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui_app.core.collation.tokens import Tokens
from tui_app.core.differences.row_differences import differences
from tui_app.core.kinds import Kind
from tui_app.core.model import Span

VOCABULARY = (
    "the of and to in a is was not must should may said he they Ma Zhaoxu China "
    "visit visits visited report reports human rights Rights politicise politicize "
    "five 5 1,000 29 29th May Saturday U.S. US$ didn't doesn't can't “ ” \" ' , . ; "
    "— -- ... … long-term 20-mile-long naïve naive Genève cafe\u0301 café 中 国 访 问 "
    "ประเทศ नमस्ते привет 👩\u200d👩\u200d👧 🇨🇳 👍🏽 \u200b x\u00adx % ( )"
)
passages = st.lists(st.sampled_from(VOCABULARY.split()), max_size=25).map(" ".join)
related = st.tuples(passages, passages, passages, passages).map(
    lambda parts: (
        " ".join([parts[0], parts[1], parts[2]]),
        " ".join([parts[0], parts[3], parts[2]]),
    )
)
anything = st.text(max_size=60)
steadily = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
pairs = st.one_of(related, st.tuples(anything, anything))


def outside(text, spans):
    """The text without the spans and without white space, letters composed."""
    rest, at = [], 0
    for span in sorted(spans, key=lambda one: one.start):
        rest.append(text[at : span.start])
        at = span.end
    rest.append(text[at:])
    composed = [unicodedata.normalize("NFC", part) for part in rest]
    return "".join("".join(composed).split())


def plain(text, span):
    """The words of a span or token as they are written, letters composed."""
    return unicodedata.normalize("NFC", " ".join(text[span.start : span.end].split()))


def lefts(found):
    return [one.left for one in found if one.left]


def rights(found):
    return [one.right for one in found if one.right]


@steadily
@given(pairs)
def test_outside_the_differences_both_sides_are_equal(pair):
    found = differences(*pair)
    assert outside(pair[0], lefts(found)) == outside(pair[1], rights(found))


@steadily
@given(pairs)
def test_the_right_text_can_be_rebuilt_from_the_left(pair):
    left, right = (unicodedata.normalize("NFC", text) for text in pair)
    found = differences(left, right)
    shared = list(outside(left, lefts(found)))
    changed = {k for span in rights(found) for k in range(span.start, span.end)}
    rebuilt = [
        character if at in changed or character.isspace() else shared.pop(0)
        for at, character in enumerate(right)
    ]
    assert "".join(rebuilt) == right
    assert not shared


@steadily
@given(pairs)
def test_no_difference_but_of_order_says_the_same_on_both_sides(pair):
    left, right = pair
    for one in differences(left, right):
        if one.kind is not Kind.ORDER and one.left and one.right:
            assert plain(left, one.left) != plain(right, one.right)


@steadily
@given(passages, st.sampled_from(["NFC", "NFD"]))
def test_canonical_equivalents_do_not_differ(passage, form):
    assert differences(passage, unicodedata.normalize(form, passage)) == []


@steadily
@given(pairs)
def test_exchanging_the_sides_mirrors_added_and_removed_and_keeps_the_rest(pair):
    mirror = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}
    there = differences(*pair)
    back = differences(*pair[::-1])
    assert {(mirror.get(one.kind, one.kind), one.right, one.left) for one in back} == {
        (one.kind, one.left, one.right) for one in there
    }


@steadily
@given(pairs)
def test_differences_never_overlap_and_never_begin_or_end_in_white_space(pair):
    found = differences(*pair)
    for text, spans in ((pair[0], lefts(found)), (pair[1], rights(found))):
        last = 0
        for span in sorted(spans, key=lambda one: one.start):
            assert last <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip() == text[span.start : span.end]
            last = span.end
    assert all(one.left or one.right for one in found)


@steadily
@given(pairs)
def test_differences_cut_no_word_no_number_and_no_emoji(pair):
    found = differences(*pair)
    for text, spans in ((pair[0], lefts(found)), (pair[1], rights(found))):
        tokens = Tokens(text)
        assert {span.start for span in spans} <= set(tokens.starts)
        assert {span.end for span in spans} <= set(tokens.ends)


@steadily
@given(pairs)
def test_differences_come_in_the_order_of_the_left(pair):
    starts = [span.start for span in lefts(differences(*pair))]
    assert starts == sorted(starts)


@steadily
@given(
    passages, st.lists(st.sampled_from([" ", "\n", "\n\n", "\t", "\u00a0", "\u3000"]))
)
def test_white_space_and_paragraph_breaks_are_never_a_difference(passage, gaps):
    words = passage.split()
    spaces = [*gaps[: len(words)], *[" "] * (len(words) - len(gaps))]
    other = "".join(word + space for word, space in zip(words, spaces, strict=True))
    assert differences(passage, other) == []


@steadily
@given(anything)
def test_a_text_does_not_differ_from_itself(text):
    assert differences(text, text) == []


@steadily
@given(anything)
def test_every_character_but_white_space_is_in_one_token(text):
    found = Tokens(text)
    places = list(zip(found.starts, found.ends, strict=True))
    taken = [k for place in places for k in range(*place)]
    assert taken == sorted(set(taken))
    assert {k for k, c in enumerate(text) if not c.isspace()} <= set(taken)
    assert [plain(text, Span(*place)) for place in places] == [
        word.text for word in found.words
    ]


@steadily
@given(pairs)
def test_a_difference_never_begins_with_a_mark_that_sits_on_a_letter(pair):
    found = differences(*pair)
    for text, spans in ((pair[0], lefts(found)), (pair[1], rights(found))):
        for span in spans:
            alone = span.start == 0 or text[span.start - 1].isspace()
            category = unicodedata.category(text[span.start])
            previous = text[span.start - 1] if span.start else " "
            assert alone or category != "Mn" or not previous.isalnum()
