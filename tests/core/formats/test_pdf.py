"""What is taken out of PDF files, made here letter by letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest

from tui_app.core.extract import Extract, Part
from tui_app.core.formats import pdf_child, pdf_letters
from tui_app.core.formats.pdf import read_pdf
from tui_app.core.formats.taking import Wanted
from tui_app.core.model import Progress
from tui_app.errors import UserError

TOP, LEFT, PITCH = 700, 72, 12

PICTURE = b"/P Do"


class Words(NamedTuple):
    """Words at a place of a page; ``turned`` writes them upwards."""

    words: str
    x: float
    y: float
    size: float = 10
    bold: bool = False
    turned: bool = False


def lines(text: str, x: float = LEFT, top: float = TOP, **how) -> list[Words]:
    rows = text.strip().split("\n")
    return [
        Words(row, x, top - PITCH * number, **how) for number, row in enumerate(rows)
    ]


def drawn(words: Words) -> bytes:
    shown = words.words.encode("cp1252")
    for sign in (b"\\", b"(", b")"):
        shown = shown.replace(sign, b"\\" + sign)
    way = "0 1 -1 0" if words.turned else "1 0 0 1"
    font = "B" if words.bold else "R"
    place = f"BT /{font} {words.size} Tf {way} {words.x} {words.y} Tm ("
    return place.encode() + shown + b") Tj ET"


def stream(content: bytes, entries: bytes = b"") -> bytes:
    size = str(len(content)).encode()
    return b"<< /Length %s %s >>\nstream\n%s\nendstream" % (size, entries, content)


def pdf(
    *pages: Sequence[Words] | bytes,
    info: str = "",
    font: bytes = b"/Encoding /WinAnsiEncoding",
    catalog: bytes = b"",
    trailer: bytes = b"",
    more: Sequence[bytes] = (),
) -> bytes:
    """Return a PDF file; the objects ``more`` have the numbers from 6 on."""
    image = b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8"
    objects = [
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica %s >>" % font,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold %s >>" % font,
        stream(b"x", image + b" /ColorSpace /DeviceGray"),
        b"<< /Font << /R 1 0 R /B 2 0 R >> /XObject << /P 3 0 R >> >>",
        b"<< %s >>" % info.encode("latin-1"),
        *more,
    ]
    first = len(objects) + 1
    count = len(pages)
    for number, page in enumerate(pages):
        content = page if isinstance(page, bytes) else b"\n".join(map(drawn, page))
        objects.append(
            b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 612 792] /Resources 4 0 R"
            b" /Contents %d 0 R >>" % (first + 2 * count, first + 2 * number + 1)
        )
        objects.append(stream(content))
    kids = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(count))
    objects.append(b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids))
    root = b"<< /Type /Catalog /Pages %d 0 R %s >>" % (len(objects), catalog)
    objects.append(root)
    return written(objects, trailer)


def written(objects: Sequence[bytes], trailer: bytes) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"/Size %d /Root %d 0 R /Info 5 0 R %s" % (size, len(objects), trailer)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    start = str(len(data)).encode()
    return (
        data
        + head
        + table
        + b"trailer\n<< %s >>\nstartxref\n%s\n%%%%EOF"
        % (
            end,
            start,
        )
    )


def taken(data: bytes) -> Extract:
    return read_pdf(data, Wanted("a.pdf"))


def passages(extract: Extract) -> list[tuple[Part, str]]:
    return [(one.part, extract.text[one.start : one.end]) for one in extract.passages]


def words_of(*pages: Sequence[Words]) -> list[str]:
    return [words for _, words in passages(taken(pdf(*pages)))]


def refusal(data: bytes) -> str:
    with pytest.raises(UserError) as refused:
        taken(data)
    return str(refused.value)


MILL = """
The mill by the river had stood empty for
ninety years when the council bought it. Its
wheel was gone and the roof let in the rain,
but the walls were sound. Work began in May.
"""

SCHOOL = """
The school on the hill was built much later
and had always been too small. In the winter
of that year its pupils moved to the mill and
learned to read beside the great stone floor.
"""

TOWN = """
The town has since grown around both of them.
Visitors come on Sundays to see the new wheel
turn, and the baker sells them bread that was
made from flour ground in front of their eyes.
"""


def test_lines_become_a_paragraph_again():
    assert words_of(lines(MILL)) == [" ".join(MILL.split())]


def test_columns_are_read_one_after_the_other():
    left, right = lines(MILL), lines(SCHOOL, x=320)
    across = [row for pair in zip(left, right, strict=True) for row in pair]
    whole = " ".join(f"{MILL} {SCHOOL}".split())
    assert " ".join(words_of(across)) == whole


def test_what_stands_across_both_columns_parts_them():
    page = [
        *lines(MILL),
        *lines(SCHOOL, x=320),
        Words(
            "What the council said of all this when it was asked in autumn", 120, 600
        ),
        *lines(TOWN, top=560),
        *lines(MILL, x=320, top=560),
    ]
    text = " ".join(words_of(page))
    order = ["in May.", "stone floor.", "What the council", "Visitors come"]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert text.endswith("in May.")


def test_an_indented_line_begins_a_paragraph():
    first = lines(MILL)
    second = lines(SCHOOL, top=TOP - 4 * PITCH)
    indented = second[0]._replace(x=LEFT + 14)
    assert words_of([*first, indented, *second[1:]]) == [
        " ".join(MILL.split()),
        " ".join(SCHOOL.split()),
    ]


def test_a_wider_gap_begins_a_paragraph():
    assert len(words_of([*lines(MILL), *lines(SCHOOL, top=TOP - 6 * PITCH)])) == 2


def test_a_sentence_over_two_pages_is_whole_and_its_page_turns_within():
    second = "and then it was opened to all who wished\nto see how flour is made there."
    cut = MILL.replace(" Work began in May.", "")[:-2]
    extract = taken(pdf(lines(cut), lines(second)))
    (only,) = extract.passages
    assert "the walls were sound and then it was opened" in extract.text
    assert extract.place_at(only.start) == "page 1"
    assert extract.place_at(extract.text.index("and then")) == "page 2"


def test_pages_have_the_names_that_the_document_gives_them():
    labels = b"/PageLabels << /Nums [0 << /S /r /St 9 >> 1 << /S /D /St 1 >>] >>"
    extract = taken(pdf(lines(MILL), lines(SCHOOL), catalog=labels))
    assert [mark.name for mark in extract.places] == ["page ix", "page 1"]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("It was an infor-\nmation that many wanted.", "an information that"),
        ("A well-known man met another who was well-\nknown, too.",
         "another who was well-known, too"),
        ("An overlong word may be par-\nted, another over-\nlong one, too.",
         "be parted, another overlong one"),
        ("The cooperation held, and all co-\noperation was praised.",
         "all cooperation was praised"),
        ("A non-trivial case and a non-\nlinear one.", "a non-linear one"),
        ("He asked for pre- and for post-\nand later work.", "post- and later"),
        ("They met in the years 2019-\n20 and later.", "2019-20 and later"),
        ("Of this tell the pages 12–\n15 of the book.", "pages 12–15 of"),
    ],
)  # fmt: skip
def test_words_over_two_lines_are_put_together_as_the_document_writes_them(
    text, joined
):
    (whole,) = words_of([*lines(text)])
    assert joined in whole
    assert "\xad" not in whole
    assert "\ufffe" not in whole


def test_soft_hyphens_are_no_letters():
    codes = b"1 begincodespacerange <00> <FF> endcodespacerange"
    plain = b"1 beginbfrange <20> <7D> <0020> endbfrange"
    soft = b"1 beginbfchar <7E> <00AD> endbfchar"
    meaning = stream(b"begincmap %s %s %s endcmap" % (codes, plain, soft))
    page = lines("A re~port on the grain of the coun~\ntry and on its mills.")
    data = pdf(page, font=b"/ToUnicode 6 0 R", more=[meaning])
    assert taken(data).text == "A report on the grain of the country and on its mills."


def test_letters_beyond_the_first_plane_are_one_letter_each():
    codes = b"1 begincodespacerange <00> <FF> endcodespacerange"
    ranges = b"1 beginbfrange <61> <7A> <D835DC4E> endbfrange"
    meaning = stream(b"begincmap %s %s endcmap" % (codes, ranges))
    data = pdf([Words("abc", LEFT, TOP)], font=b"/ToUnicode 6 0 R", more=[meaning])
    assert taken(data).text == "\U0001d44e\U0001d44f\U0001d450"


def test_ligatures_are_letters():
    data = pdf([Words("The \xaenal of\xaece.", 72, 700)], font=b"")
    assert taken(data).text == "The final office."


def headed(
    text: str, number: int, head: str = "THE RIVER AND ITS MILLS"
) -> list[Words]:
    return [
        Words(head, 200, 760, size=8),
        *lines(text),
        Words(str(number), 300, 40, size=8),
    ]


def test_running_heads_and_page_numbers_are_left_out_and_said():
    pages = [headed(MILL, 7), headed(SCHOOL, 8), headed(TOWN, 9)]
    extract = taken(pdf(*pages))
    assert "RIVER" not in extract.text
    assert [words for _, words in passages(extract)] == [
        " ".join(text.split()) for text in (MILL, SCHOOL, TOWN)
    ]
    assert [one.why for one in extract.left_out].count("header or footer") == 3
    numbers = [one.text for one in extract.left_out if one.why == "page number"]
    assert numbers == ["7", "8", "9"]


def test_a_head_that_names_each_section_is_one_too():
    heads = ["THE RIVER", "THE RIVER", "THE RIVER", "OF BREAD"]
    texts = [MILL, SCHOOL, TOWN, MILL]
    pages = [
        headed(text, number, head)
        for number, (text, head) in enumerate(zip(texts, heads, strict=True), 20)
    ]
    assert "BREAD" not in taken(pdf(*pages)).text


def test_a_line_that_returns_within_the_text_stays():
    verse = "And the wheel goes round again."
    pages = [
        [*lines(text), *lines(text, top=640), *lines(verse, top=400),
         *lines(text, top=300), *lines(text, top=200)]
        for text in (MILL, SCHOOL, TOWN)
    ]  # fmt: skip
    assert taken(pdf(*pages)).text.count(verse) == 3


def test_pages_that_hold_little_else_keep_what_returns():
    pages = [[Words(f"Page {number}", LEFT, TOP)] for number in (1, 2, 3)]
    assert taken(pdf(*pages)).text.split() == ["Page", "1", "Page", "2", "Page", "3"]


def test_numbers_of_lines_are_left_out():
    text = (MILL + SCHOOL.lstrip() + TOWN.lstrip()).strip()
    rows = text.split("\n")
    numbers = [
        Words(str(number), 40, TOP - PITCH * (number - 1))
        for number in range(1, len(rows) + 1)
    ]
    extract = taken(pdf([*numbers, *lines(text)]))
    assert not any(letter.isdecimal() for letter in extract.text)
    assert {one.why for one in extract.left_out} == {"line numbers"}


def test_footnotes_stand_in_the_end_and_the_sentence_runs_on_over_them():
    start = "The mill by the river had stood empty for"
    page = [
        *lines(MILL, top=760),
        Words(start, LEFT, 300),
        Words("1", 253.5, 304, size=6),
        Words("1 The council kept no account of its sale.", LEFT, 100, size=8),
    ]
    rest = lines("more than a hundred years by then, and\nthe roof was gone.")
    extract = taken(pdf(page, rest))
    assert f"{start} more than a hundred years" in extract.text
    assert passages(extract)[-1] == (
        Part.NOTE,
        "The council kept no account of its sale.",
    )
    assert extract.place_at(extract.passages[-1].start) == "page 1"


def test_an_exponent_is_no_mark_of_a_note():
    page = [
        Words("It has 10", LEFT, 700),
        Words("6", 110.5, 704, size=6),
        Words(" grains.", 114, 700),
    ]
    assert words_of(page) == ["It has 10⁶ grains."]


def test_larger_letters_are_headings_and_the_largest_the_title():
    page = [
        Words("The Mill", LEFT, 760, size=20),
        Words("How it was bought", LEFT, 730, size=13),
        *lines(MILL),
        *lines("Of the school", top=630, bold=True),
        *lines(SCHOOL, top=600),
    ]
    extract = taken(pdf(page))
    kinds = [(one.part, one.level) for one in extract.passages]
    assert kinds == [
        (Part.TITLE, 0),
        (Part.HEADING, 2),
        (Part.PARAGRAPH, 0),
        (Part.HEADING, 3),
        (Part.PARAGRAPH, 0),
    ]
    assert extract.metadata.title == "The Mill"


def test_a_document_says_its_title_author_and_date():
    info = "/Title (Of Mills) /Author (Ann Ash) /CreationDate (D:20240229120000Z)"
    metadata = taken(pdf(lines(MILL), info=info)).metadata
    assert metadata.title == "Of Mills"
    assert metadata.author == "Ann Ash"
    assert metadata.date == "2024-02-29"


@pytest.mark.parametrize(
    "title", ["Microsoft Word - mill.doc", "mill_v2.indd", "untitled", "a", "Slide 1"]
)
def test_a_title_that_a_program_made_up_is_none(title):
    extract = taken(pdf(lines(MILL), info=f"/Title ({title})"))
    assert not extract.metadata.title


def test_bullets_are_structure():
    text = "\x95 Bread from the baker.\n\x95 Flour from the mill.".replace("\x95", "•")
    assert passages(taken(pdf(lines(text)))) == [
        (Part.LIST_ITEM, "Bread from the baker."),
        (Part.LIST_ITEM, "Flour from the mill."),
    ]


def test_a_line_of_an_item_that_hangs_belongs_to_it():
    page = [
        Words("• Bread from the baker who has his shop in the old", LEFT, TOP),
        Words("house by the bridge;", LEFT + 12, TOP - PITCH),
        Words("• Flour from the mill.", LEFT, TOP - 2 * PITCH),
    ]
    assert passages(taken(pdf(page))) == [
        (
            Part.LIST_ITEM,
            "Bread from the baker who has his shop in the old house by the bridge;",
        ),
        (Part.LIST_ITEM, "Flour from the mill."),
    ]


def test_numbers_that_count_on_are_structure_and_others_words():
    text = "1. Bread from the baker.\n2. Flour from the mill."
    assert passages(taken(pdf(lines(text)))) == [
        (Part.LIST_ITEM, "Bread from the baker."),
        (Part.LIST_ITEM, "Flour from the mill."),
    ]
    assert words_of(lines("7. Bread from the baker.")) == ["7. Bread from the baker."]


def test_cells_of_a_table_are_parted_by_tabs():
    rows = [
        ("Year", "Sacks", "Price"),
        ("1901", "210", "4.20"),
        ("1902", "305", "4.10"),
    ]
    page = [
        Words(cell, LEFT + 120 * column, TOP - PITCH * row)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    ]
    assert passages(taken(pdf(page))) == [
        (Part.TABLE_ROW, "\t".join(cells)) for cells in rows
    ]


def test_turned_text_is_left_out_and_said():
    page = [*lines(MILL), Words("DRAFT", 30, 300, size=40, turned=True)]
    extract = taken(pdf(page))
    assert "DRAFT" not in extract.text
    assert ("DRAFT", "turned text or a watermark") in [
        (one.text, one.why) for one in extract.left_out
    ]


def test_a_page_that_is_turned_as_a_whole_is_read():
    page = [
        Words(row.words, 100 + PITCH * number, 100, turned=True)
        for number, row in enumerate(lines(MILL))
    ]
    assert words_of(page) == [" ".join(MILL.split())]


def test_words_outside_the_page_are_left_out():
    page = [*lines(MILL), Words("4th pass", 700, 400)]
    extract = taken(pdf(page))
    assert "pass" not in extract.text
    assert extract.left_out[0].why == "outside the visible page"


def test_letters_drawn_twice_to_look_bold_are_read_once():
    once = lines(MILL)
    again = [row._replace(x=row.x + 0.3) for row in once]
    assert words_of([*once, *again]) == [" ".join(MILL.split())]


def test_a_protected_file_is_refused_by_name():
    lock = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O (%s) /U (%s) >>" % (
        b"o" * 32,
        b"u" * 32,
    )
    trailer = b"/Encrypt 6 0 R /ID [(0123456789abcdef) (0123456789abcdef)]"
    data = pdf(lines(MILL), more=[lock], trailer=trailer)
    assert "a.pdf: is protected by a password" in refusal(data)


def test_a_scanned_file_is_told_what_helps():
    assert "ocrmypdf" in refusal(pdf(PICTURE, PICTURE))


def test_a_page_that_is_a_picture_among_others_is_said():
    (remark,) = taken(pdf(lines(MILL), PICTURE)).remarks
    assert remark.startswith("1 page (2) without text, a picture only")


def test_letters_that_do_not_say_which_they_are_are_not_shown():
    codes = b"1 begincodespacerange <00> <FF> endcodespacerange"
    ranges = b"1 beginbfrange <20> <7E> <E020> endbfrange"
    unknown = stream(b"begincmap %s %s endcmap" % (codes, ranges))
    data = pdf(lines(MILL), font=b"/ToUnicode 6 0 R", more=[unknown])
    assert "have no codes" in refusal(data)


@pytest.mark.parametrize("part", [0.02, 0.3])
def test_what_is_cut_short_is_one_line(part):
    data = pdf(lines(MILL))
    said = refusal(data[: int(part * len(data))])
    assert said.startswith("a.pdf: ")
    assert "\n" not in said


def test_a_file_without_words_is_one_line():
    assert "has no text" in refusal(pdf([]))


def test_a_file_all_of_whose_words_are_beside_the_page_has_no_text():
    extract = taken(pdf([Words("4th pass", 700, 400)]))
    assert not extract.text
    assert [one.text for one in extract.left_out] == ["4th pass"]


def test_a_page_with_more_letters_than_a_page_can_hold_is_refused():
    count = pdf_child.MOST_ON_A_PAGE // 500 + 1
    rows = [drawn(Words("m" * 500, 0, number, size=1)) for number in range(count)]
    assert "more letters on a page" in refusal(pdf(b"\n".join(rows)))


def test_pages_that_are_all_fuller_than_pages_can_be_are_refused(monkeypatch):
    monkeypatch.setattr(pdf_letters, "_FULL_PAGE", -pdf_child.MOST_ON_A_PAGE)
    assert "more letters on a page" in refusal(pdf(lines(MILL), lines(SCHOOL)))


def test_a_document_with_too_many_letters_is_refused(monkeypatch):
    monkeypatch.setattr(pdf_letters, "MOST_LETTERS", 100)
    assert "million letters" in refusal(pdf(lines(MILL)))


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("import time; time.sleep(60)", "takes too long to read"),
        ("import os; os._exit(3)", "pdfium failed"),
        ("import os; os.kill(os.getpid(), 24)", "takes too long to read"),
        ("print('{', end='')", "pdfium failed"),
    ],
)
def test_a_reading_that_fails_or_never_ends_is_one_line(
    script, why, tmp_path, monkeypatch
):
    bad = tmp_path / "bad.py"
    bad.write_text(script)
    monkeypatch.setattr(pdf_child, "__file__", str(bad))
    monkeypatch.setattr(pdf_letters, "_LONGEST_SILENCE", 0.5)
    assert why in refusal(pdf(lines(MILL)))


def test_no_program_is_taken_from_the_folder_of_the_document(tmp_path, monkeypatch):
    (tmp_path / "pypdfium2.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    assert taken(pdf(lines(MILL))).text


def test_how_many_pages_are_read_is_told():
    told: list[Progress] = []
    data = pdf(lines("One two three."), lines("Four five six."), lines("Seven."))
    read_pdf(data, Wanted("a.pdf", report=told.append))
    assert told == [Progress(0, 3), Progress(1, 3), Progress(2, 3)]
