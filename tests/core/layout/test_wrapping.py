"""Lines lose no character, fit their column and break where a reader expects."""

import itertools
import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tui_app.core.layout.line_breaks import classes_of, is_within_word, may_break
from tui_app.core.layout.wrapping import NARROW, Wrapper
from tui_app.core.text.clusters import spans

FAIR = settings(max_examples=100, deadline=None)
WRAPPER = Wrapper(cell_len)
WORDS = st.sampled_from(
    [
        "a",
        "of",
        "the",
        "Bachelet",
        "counter-terrorism",
        "naïve",
        "中国",
        "人权高专，访问",
        "“引用”",
        "の",
        "こと",
        "é",
        "שלום",
        "العربية",
        "👩\u200d👩\u200d👧",
        "❤️",
        "한국어",
        "\u200dx",
        "ไทย",
        "हिन्दी",
        "🇫🇷🇩🇪",
        "👍🏽",
        "1\ufe0f\u20e3",
        "क्षत्रिय",
        "ខ្មែរ",
        "« Oui ! »",
        "注［一］。",
        "１２",
        "",
    ]
)
TEXTS = st.one_of(
    st.lists(WORDS, max_size=30).map(" ".join),
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=80),
)


def lines(text: str, width: int, indent: int = 0) -> list[str]:
    starts = WRAPPER.starts(text, width, indent)
    return [
        text[start:end]
        for start, end in zip(starts, (*starts[1:], len(text)), strict=True)
    ]


@FAIR
@given(TEXTS, st.integers(2, 60))
def test_the_lines_join_to_the_text(text, width):
    assert "".join(lines(text, width)) == text


@FAIR
@given(TEXTS, st.integers(4, 60), st.integers(0, 2))
def test_no_line_is_longer_than_its_column(text, width, indent):
    for number, line in enumerate(lines(text, width, indent)):
        room = width if number else width - indent
        assert cell_len(line.rstrip(" ")) <= room


@FAIR
@given(st.lists(WORDS, max_size=30).map(" ".join), st.integers(4, 60))
@example(" naïve", 5)
def test_no_word_is_cut_that_fits(text, width):
    found = lines(text, width)
    for line, after in itertools.pairwise(found):
        cut = line[-1:] + after[:1]
        if " " not in cut and NARROW.fullmatch(cut):
            word = re.search(r"[^ ]*\Z", line)[0] + re.match(r"[^ ]*", after)[0]
            assert cell_len(word) > width or not NARROW.fullmatch(word)


@FAIR
@given(TEXTS)
def test_clusters_cover_the_text_and_their_cells_add_up(text):
    found = list(WRAPPER.clusters(text))
    assert "".join(cluster for _, cluster, _ in found) == text
    assert sum(cells for _, _, cells in found) == cell_len(text)


@FAIR
@given(st.lists(WORDS, max_size=30).map(" ".join), st.integers(3, 40))
@example("ab\u200dcd", 2)
@example("ab\u200b\u17c0cd", 2)
def test_no_cluster_is_torn(text, width):
    starts = set(WRAPPER.starts(text, width)) - {0}
    assert starts <= {end for _, end in spans(text)}
    for start in starts:
        # What has no cells would stand on the line before, in the terminal.
        assert cell_len(text[start])
        assert text[start - 1] != "\u200d"


# Words and signs that take a cell each, and every way they part or do not.
NARROW_TEXTS = st.lists(
    st.sampled_from(
        re.split(
            "_",
            "to_counter-terror_rights,_—_(_)_«_»_“_”_!_?_…_/_|_1_1,000_$_%_’_-_–_שלום_"
            "سلام_mot_´_‑_a/b?c=d_;_:_ _ _ _ _ _ _ _ _  ",
        )
    ),
    max_size=30,
).map("".join)


@FAIR
@given(NARROW_TEXTS, st.integers(2, 30), st.integers(0, 2))
def test_the_quick_path_wraps_as_the_careful_one(text, width, indent):
    assert NARROW.fullmatch(text)
    careful = tuple(WRAPPER._wide_starts(text, width, indent))
    assert WRAPPER.starts(text, width, indent) == careful


@FAIR
@given(TEXTS, st.integers(2, 40))
def test_lines_end_within_a_word_only_where_it_is_longer_than_the_line(text, width):
    classes = classes_of(text)
    starts = WRAPPER.starts(text, width)
    for start, end in itertools.pairwise(starts):
        good = may_break(classes, end) and not is_within_word(classes, end)
        better = [
            at
            for at in range(start + 1, end)
            if may_break(classes, at) and not is_within_word(classes, at)
        ]
        assert good or not set(better) & {at for at, *_ in WRAPPER.clusters(text)}


def test_words_with_a_hyphen_are_cut_behind_it_only_where_they_are_too_long():
    assert lines("the counter-terror law", 15) == ["the ", "counter-terror ", "law"]
    assert lines("the counter-terror law", 10) == ["the ", "counter-", "terror law"]
    assert lines("https://a.example/b/c", 12) == ["https://", "a.example/b/", "c"]


def test_dashes_without_spaces_part_words():
    assert lines("so—as they said—it was", 9) == ["so—as ", "they said", "—it was"]


def test_french_marks_stay_with_their_words():
    for width in range(9, 17):
        assert lines("Il dit : « Oui ! »", width) == ["Il dit : ", "« Oui ! »"]
    assert lines("Il dit : « Oui ! »", 7) == ["Il ", "dit : ", "« Oui ! ", "»"]


def test_every_narrow_character_takes_one_cell():
    narrow = [chr(c) for c in range(0x3000) if NARROW.fullmatch(chr(c))]
    assert [sign for sign in narrow if cell_len(sign) != 1] == []


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("人权高专，访问中国", 8, ["人权高", "专，访问", "中国"]),
        ("他说（引用）的话", 6, ["他说", "（引", "用）的", "话"]),
        ("one two three", 7, ["one two ", "three"]),
        ("", 7, [""]),
    ],
)
def test_breaks_stand_where_a_typesetter_puts_them(text, width, expected):
    assert lines(text, width) == expected


@FAIR
@given(TEXTS, st.integers(0, 90))
def test_a_cell_leads_to_the_character_that_covers_it(text, cell):
    at = WRAPPER.offset_at(text, cell)
    assert 0 <= at <= len(text)
    assert cell_len(text[:at]) <= cell


def test_each_letter_with_all_its_marks_is_measured_once():
    measured = []

    def cells(text):
        measured.append(len(text))
        return cell_len(text)

    marks = 20_000
    found = list(Wrapper(cells).clusters("a" + "\u0591" * marks + "b"))
    assert [(at, width) for at, _, width in found] == [(0, 1), (marks + 1, 1)]
    assert sum(measured) < 3 * marks


THAI = "โดยที่เป็นการจำเป็นอย่างยิ่งที่สิทธิมนุษยชนควรได้รับความคุ้มครอง"
LAO = "ທຸກຄົນເກີດມາມີອິດສະຫຼະແລະສະເໝີພາບກັນໃນກຽດສັກສີ"
KHMER = "មនុស្សទាំងអស់កើតមកមានសេរីភាពនិងសមភាពក្នុងផ្នែកសេចក្ដីថ្លៃថ្នូរ"
BURMESE = "လူတိုင်းသည်တူညီလွတ်လပ်သောဂုဏ်သိက္ခာဖြင့်လည်းကောင်းမွေးဖွားလာသူများဖြစ်သည်"
HINDI = "अन्तर्राष्ट्रीयस्वातन्त्र्यसंस्कृतविश्वविद्यालय"
# What nobody begins or ends a line with.
TORN = re.compile(
    "[เแโใไເແໂໃໄ]\n|[\u094d\u17d2\u1039]\n|\n[ะาำๆฯະາຳໆຯ]|\n[\u1000-\u1021]\u103a"
)


@pytest.mark.parametrize("text", [THAI, LAO, KHMER, BURMESE, HINDI])
@pytest.mark.parametrize("width", range(8, 40))
def test_words_without_spaces_are_cut_between_syllables(text, width):
    assert not TORN.search("\n".join(lines(text, width)))


@pytest.mark.parametrize("width", range(10, 40))
def test_a_line_of_khmer_begins_with_no_consonant_that_closes_a_syllable(width):
    for line in lines(KHMER, width)[1:]:
        assert re.match("[\u1780-\u17a2][\u17b6-\u17d3]", line), line


def test_khmer_is_cut_behind_what_closes_a_syllable():
    for width in range(12, 18):
        assert lines("សេចក្ដីទុក្ខទោះជាយ៉ាងណា", width)[0].endswith("ទោះ")


def test_thai_is_cut_before_a_vowel_that_begins_a_syllable_rather_than_at_the_edge():
    assert lines("สิทธิมนุษยชนและเสรีภาพ", 16) == ["สิทธิมนุษยชนและ", "เสรีภาพ"]
    assert lines("สิทธิมนุษยชนเสรีภาพ", 12) == ["สิทธิมนุษยชน", "เสรีภาพ"]


def test_a_letter_wider_than_the_line_behind_what_has_no_cell_is_a_line():
    letter = "\u1780\u17c8\u17c8\u17c8"
    assert "".join(lines(f"\0{letter}{letter}", 2)) == f"\0{letter}{letter}"
    assert lines(f"\u2060{letter}{letter}", 2)[-1] == letter


def test_spaces_and_borders_between_words_go_first():
    assert lines("ភាសា\u200bខ្មែរ\u200bល្អណាស់", 9) == ["ភាសា\u200bខ្មែរ\u200b", "ល្អណាស់"]
    assert lines("ང་ཡོང་གི་ཡོད།", 8) == ["ང་ཡོང་གི་", "ཡོད།"]


def test_no_line_begins_with_a_closing_sign_of_any_width():
    assert not re.search(
        r"\n[］｝､｡]", "\n".join(lines("注［一］と注［二］、注［三］。" * 3, 8))
    )


@FAIR
@given(TEXTS, st.integers(8, 60))
def test_a_line_has_room_for_what_any_terminal_makes_of_it(text, width):
    for line in lines(text, width):
        most = sum(cell_len(one) or unicodedata.category(one) == "Mc" for one in line)
        one_word = len(list(WRAPPER.clusters(line.strip(" ")))) < 2
        assert most - (len(line) - len(line.rstrip(" "))) <= width or one_word


def test_vowel_signs_that_may_take_a_cell_have_one():
    hindi = "सभी मनुष्यों को गौरव और अधिकारों के मामले में"
    for line in lines(hindi, 20):
        assert len([one for one in line if unicodedata.category(one) != "Mn"]) <= 21
    assert cell_len("".join(lines(hindi, 20))) == cell_len(hindi)
