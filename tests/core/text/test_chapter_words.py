"""What a line names of a book, by itself."""

import pytest

from tui_app.core.text.chapter_words import chapter_head


@pytest.mark.parametrize(
    "line",
    [
        "CHAPTER I.",
        "Chapter 12",
        "CHAPTER IV. The Rabbit Sends in a Little Bill",
        "Chapter 2: the second day",
        "The Third Part",
        "_CHAPTER THE FIRST_",
        "Kapitel 3",
        "Erstes Kapitel.",
        "3. Kapitel",
        "CHAPITRE PREMIER",
        "Première partie",
        "Capítulo 7. De lo que sucedió",
        "Глава 2",
        "ГЛАВА ПЕРВАЯ",
        "2. fejezet",
        "第一章",
        "第十二回　林黛玉",
        "卷三",
        "第3節 測定",
        "제 2 장",
        "الفصل الأول",
        "अध्याय 1",
        "§ 12",
        "Preface",
        "AUTHOR’S PREFACE",
        "ÉPILOGUE",
        "后记",
    ],
)
def test_a_line_that_names_a_part_is_known_in_many_languages(line):
    assert chapter_head(line)


@pytest.mark.parametrize(
    "line",
    [
        "Chapter 2 deals with the method.",
        "chapter 3",
        "In chapter 3 the keeper returns.",
        "Part 2. He went to the quay, and there he saw that the boats had left it.",
        "一、加强合作",
        "二、深化改革开放",
        "（三）促进发展",
        "第一，他来了。",
        "第一章讲述了他的童年，以及他的家。他很高兴。",
        "1. He came home.",
        "The preface",
        "A conclusion of his own",
        "67 CONCLUSION",
        "",
        "***",
    ],
)
def test_sentences_and_items_of_lists_name_none(line):
    assert chapter_head(line) is None


def test_the_title_and_the_rank_are_told():
    head = chapter_head("CHAPTER IV. The Rabbit")
    assert head.title == "The Rabbit"
    assert chapter_head("BOOK II").rank < chapter_head("PART I").rank < head.rank
    assert head.rank < chapter_head("Section 3").rank
    assert chapter_head("第二卷").rank < chapter_head("第三章 雨").rank
    assert chapter_head("Erstes Kapitel").told_by == "kapitel"
