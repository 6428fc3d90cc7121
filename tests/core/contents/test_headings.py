"""Which headings a text has, in every way that texts mark them."""

from tui_app.core.contents.headings import headings_of
from tui_app.core.extract import Format, Part
from tui_app.core.formats.taking import Taking
from tui_app.core.segmentation import segment, segment_extract

PROSE = (
    "The keeper lit the lamp before the storm came, and he went down to the quay to "
    "see to the boats, which lay there since the flood."
)


def headings(text):
    return [(one.level, one.words) for one in headings_of(segment(text, None, "line"))]


def book(*heads):
    return "\n\n".join(f"{head}\n\n{PROSE}\n\n{PROSE}" for head in heads)


def test_chapters_of_a_plain_text_with_their_titles_below():
    text = book("CHAPTER I.\n\nThe Storm", "CHAPTER II.\n\nThe Quay", "EPILOGUE")
    assert headings(text) == [
        (1, "CHAPTER I. The Storm"),
        (1, "CHAPTER II. The Quay"),
        (1, "EPILOGUE"),
    ]


def test_a_title_may_stand_in_the_same_block_or_be_missing():
    text = book("CHAPITRE PREMIER\nLA TEMPÊTE", "CHAPITRE II.\nLE QUAI")
    assert headings(text) == [
        (1, "CHAPITRE PREMIER LA TEMPÊTE"),
        (1, "CHAPITRE II. LE QUAI"),
    ]
    assert headings(book("Kapitel 1", "Kapitel 2")) == [
        (1, "Kapitel 1"),
        (1, "Kapitel 2"),
    ]


def test_how_a_chapter_begins_is_no_title_of_it():
    chapters = [f"CHAPTER {n}\n\n{PROSE}\n\n{PROSE}" for n in ("I", "II", "III")]
    text = "\n\n".join([*chapters, f"CHAPTER IV\n\nHe came.\n\n{PROSE}"])
    assert [words for _, words in headings(text)][-1] == "CHAPTER IV"


def test_parts_hold_chapters():
    text = book("PART ONE", "Chapter 1", "Chapter 2", "PART TWO", "Chapter 3")
    assert [level for level, _ in headings(text)] == [1, 2, 2, 1, 2]


def test_chinese_chapters_are_headings_and_items_of_lists_are_none():
    prose = "守灯人在暴风雨来临之前点亮了灯，然后走到码头去看那些船。"
    text = "\n".join(
        [
            *("第一章 风暴", prose, "一、加强合作", prose, "二、深化改革", prose),
            *("第二章 码头", prose, "（一）促进发展", prose),
        ]
    )
    assert headings(text) == [(1, "第一章 风暴"), (1, "第二章 码头")]
    assert headings(f"一、加强合作\n{prose}\n二、深化改革\n{prose}") == []


def test_a_table_of_contents_is_no_place_to_go_to():
    chapters = ["CHAPTER I. Storm", "CHAPTER II. Quay", "CHAPTER III. Lamp"]
    text = "\n".join(chapters) + "\n\n" + book(*chapters)
    starts = [one.start for one in headings_of(segment(text, None, "line"))]
    assert [text[start:].partition("\n")[0] for start in starts] == chapters
    assert starts[0] > len("\n".join(chapters))


def test_a_line_in_the_middle_of_a_wrapped_paragraph_is_none():
    wrapped = f"It is said elsewhere, namely in\nChapter 3\nof the book. {PROSE}"
    text = "\n\n".join([book("Chapter 1", "Chapter 2"), wrapped])
    assert [words for _, words in headings(text)] == ["Chapter 1", "Chapter 2"]


def test_numbered_heads_of_a_report_with_their_levels():
    heads = ["1 Introduction", "2 Data", "2.1 Boats", "2.2 Lamps", "3. Is it so?"]
    assert headings(book(*heads)) == [
        (1, "1 Introduction"),
        (1, "2 Data"),
        (2, "2.1 Boats"),
        (2, "2.2 Lamps"),
        (1, "3. Is it so?"),
    ]


def test_numbered_sentences_and_lists_are_none():
    sentences = [f"{n}. The parties agree on point {n}." for n in range(1, 6)]
    assert headings("\n\n".join([PROSE, *sentences, PROSE])) == []
    items = [f"{n}. Boat number {n}" for n in range(1, 9)]
    assert headings("\n\n".join([PROSE, *items, PROSE, PROSE])) == []
    assert headings("\n".join([PROSE, *items, PROSE, PROSE])) == []


def test_chapters_that_are_only_numbered_begin_anew_in_each_part():
    text = book("PART I", "1 Storm", "2 Quay", "PART II", "1 Lamp", "2 Boat")
    assert headings(text) == [
        (1, "PART I"),
        (2, "1 Storm"),
        (2, "2 Quay"),
        (1, "PART II"),
        (2, "1 Lamp"),
        (2, "2 Boat"),
    ]
    assert [words for _, words in headings(book("I", "II", "III", "IV"))] == [
        *("I", "II", "III", "IV")
    ]


def verses(write):
    lines = []
    for name, chapters in (("Ruth", 3), ("Joel", 2), ("Jude", 1)):
        for chapter in range(1, chapters + 1):
            lines += write(name, chapter)
    return "\n".join(lines)


BOOKS = [
    (1, "Ruth"),
    *((2, f"Ruth {n}") for n in (1, 2, 3)),
    (1, "Joel"),
    *((2, f"Joel {n}") for n in (1, 2)),
    (1, "Jude"),
    (2, "Jude 1"),
]


def test_books_of_verses_by_their_references():
    text = verses(
        lambda name, chapter: [
            f"{name} {chapter}:{verse} And the keeper lit the lamp."
            for verse in range(1, 9)
        ]
    )
    assert headings(text) == BOOKS


def test_books_of_verses_with_a_name_above():
    text = verses(
        lambda name, chapter: (
            ([f"\n{name}\n"] if chapter == 1 else [])
            + [
                f"{chapter}:{verse} And the keeper lit the lamp.\n"
                for verse in range(1, 9)
            ]
        )
    )
    assert headings(text) == BOOKS


def test_books_of_verses_by_the_names_of_chapters():
    text = verses(
        lambda name, chapter: (
            [f"\n{name} {chapter}\n"]
            + [f"{verse} And the keeper lit the lamp." for verse in range(1, 9)]
        )
    )
    assert headings(text) == BOOKS
    chinese = verses(
        lambda _, chapter: [f"\n路得记 第{chapter}章\n", "守灯人点亮了灯。", "好。"]
    )
    assert (1, "路得记 1") in headings(chinese)


def test_times_of_a_programme_are_no_verses():
    hours = [f"{hour}:30 The choir sings in the hall" for hour in range(8, 23)] * 2
    assert headings("\n".join(hours)) == []


def test_what_a_format_marks_is_believed():
    taking = Taking()
    taking.add("The harbour", Part.TITLE, 1)
    for words, level in (("Storm", 2), ("Boats", 4), ("Chapter 7", 0), ("Quay", 2)):
        part = Part.HEADING if level else Part.PARAGRAPH
        taking.add(words, part, level)
        taking.add(PROSE, Part.PARAGRAPH)
    document = segment_extract(taking.extract(Format.EPUB), None, "sentence")
    found = [(one.level, one.words) for one in headings_of(document)]
    assert found == [(1, "Storm"), (2, "Boats"), (1, "Quay")]


def test_subheads_of_an_article_are_headings():
    document = segment(
        f"Keeper speaks of the storm\n\n{PROSE}\n\nTalks on the quay\n\n{PROSE}",
        None,
        "sentence",
    )
    assert [one.words for one in headings_of(document)] == ["Talks on the quay"]


def test_an_empty_text_has_none():
    assert headings("") == []
    assert headings("\n\n") == []
