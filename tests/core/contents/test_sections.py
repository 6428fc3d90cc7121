"""The sections of two texts, side by side where they answer each other."""

from tui_app.core.comparison import compare_texts
from tui_app.core.contents.sections import both_headings, sections_of
from tui_app.core.row_places import RowPlaces

TOPICS = {
    "storm": "The storm broke over the harbour at night and tore every boat loose.",
    "quay": "Masons repaired the quay with granite that barges brought upriver.",
    "lamp": "A keeper trims his lamp twice daily and writes it in his ledger.",
    "trial": "Judges heard fourteen witnesses before they sentenced the smuggler.",
}
MORE = "Nobody who saw {topic} that year forgot what had happened to them there."


def text(*chapters):
    return "\n\n".join(
        f"{head}\n\n{TOPICS[topic]}\n\n{MORE.format(topic=topic)}"
        for head, topic in chapters
    )


def sections(left, right):
    comparison = compare_texts(left, right)
    headings = both_headings(comparison.left, comparison.right)
    found = sections_of(comparison, RowPlaces(comparison), headings)
    return comparison, found


def named(found):
    return [
        (one.left.words if one.left else None, one.right.words if one.right else None)
        for one in found
    ]


def test_headings_answer_each_other_whatever_they_are_called():
    left = text(
        ("CHAPTER I.", "storm"), ("CHAPTER II.", "quay"), ("CHAPTER III.", "lamp")
    )
    right = text(("Kapitel 1", "storm"), ("Kapitel 2", "quay"), ("Kapitel 3", "lamp"))
    _, found = sections(left, right)
    assert named(found) == [
        ("CHAPTER I.", "Kapitel 1"),
        ("CHAPTER II.", "Kapitel 2"),
        ("CHAPTER III.", "Kapitel 3"),
    ]


def test_a_chapter_of_one_text_stands_alone():
    left = text(("Chapter 1", "storm"), ("Chapter 2", "quay"), ("Chapter 3", "lamp"))
    right = text(("Chapter 1", "storm"), ("Chapter 2", "lamp"))
    _, found = sections(left, right)
    assert named(found) == [
        ("Chapter 1", "Chapter 1"),
        ("Chapter 2", None),
        ("Chapter 3", "Chapter 2"),
    ]


def test_every_row_is_in_one_section_of_the_outermost_level():
    left = text(
        ("Told by the keeper himself", "trial"),
        ("PART I", "storm"),
        ("Chapter 1", "quay"),
        ("PART II", "lamp"),
    ).replace("Told by the keeper himself", MORE.format(topic="it"))
    right = text(("PART I", "storm"), ("Chapter 1", "quay"), ("PART II", "lamp"))
    comparison, found = sections(left, right)
    outer = [row for one in found if one.level == 1 for row in one.rows]
    assert outer == list(range(len(comparison.rows)))
    before, part, chapter, _ = found
    assert before.place is None
    assert set(chapter.rows) < set(part.rows)
    assert comparison.left.text[part.place[1] :].startswith("PART I")


def test_texts_without_headings_have_no_sections():
    _, found = sections(TOPICS["storm"], TOPICS["storm"])
    assert found == ()


def test_a_lost_heading_takes_no_other_from_its_namesake():
    left = text(
        ("CHAPTER I. The Storm", "storm"),
        ("CHAPTER II. The Quay", "quay"),
        ("CHAPTER III. The Lamp", "lamp"),
    )
    longer = f"{TOPICS['trial']}\n\n" * 3
    left = left.replace(TOPICS["quay"], f"{TOPICS['quay']}\n\n{longer}")
    right = left.replace("CHAPTER II. The Quay\n\n", "")
    _, found = sections(left, right)
    assert named(found) == [
        ("CHAPTER I. The Storm", "CHAPTER I. The Storm"),
        ("CHAPTER II. The Quay", None),
        ("CHAPTER III. The Lamp", "CHAPTER III. The Lamp"),
    ]
