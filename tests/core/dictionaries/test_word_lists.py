"""Lists of lines, in whatever form they come: what they say, and what is refused."""

import gzip
import os
import threading

import pytest

from tui_app.core.dictionaries import read_lists
from tui_app.core.dictionaries.line_list import blocks_of
from tui_app.errors import UserError

GERMAN = "Das alte Haus stand am Fluss, und die Brücke führte über den Fluss."
ENGLISH = "The old house stood by the river, and the bridge led across the river."
CHINESE = "他把学校的传统告诉了我们。"


def pairs(*lists, left=GERMAN, right=ENGLISH, languages=("de", "en")):
    return set(read_lists(map(str, lists), languages, (left, right)).words)


@pytest.fixture
def word_list(tmp_path):
    def write(text, name="de-en.tsv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return write


def test_only_words_that_both_texts_hold_are_kept(word_list):
    path = word_list("Haus\thouse\nBaum\ttree\nFluss\tstream\nbrücke\tBridge\n")
    found = read_lists([str(path)], ("de", "en"), (GERMAN, ENGLISH))
    assert found.words == (("haus", "house"), ("brucke", "bridge"))
    assert found.lists == ("de-en.tsv",)
    assert not found.remarks


def test_a_list_serves_both_ways_but_each_word_one(word_list):
    # "die" and "also" are words of both languages.
    path = word_list("house\tHaus\nold\talte\nthe\tdie\n")
    ours = pairs(path, left=GERMAN + " also", right=ENGLISH + " die")
    assert ours == {("haus", "house"), ("alte", "old"), ("die", "the")}


@pytest.mark.parametrize(
    "line",
    [
        "das Haus, Heim\thome; house (building) / dwelling",
        "Haus <n>\t[arch.] house <n>, 'home'",
        '  Haus\t"house, home"\tnoun\t12',
        "(das) Haus\tto house",
    ],
)
def test_cells_hold_several_translations_and_notes(word_list, line):
    assert ("haus", "house") in {
        (left.removeprefix("das "), right) for left, right in pairs(word_list(line))
    }


def test_an_inflected_word_of_the_text_is_found(word_list):
    path = word_list("Überbrückung\tbridging\nAlter\told age\n")
    assert pairs(path, left="Die Überbrückungen", right="bridging it") == {
        ("uberbruckung", "bridging")
    }
    far = "Die Überbrückungsmaßnahmen"
    assert not pairs(path, left=far, right="bridging it")


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        ("élève", "ELEVE"),
        ("e\u0301le\u0300ve", "élève"),
        ("strasse", "Straße"),
        ("الطُّعم", "الطعم"),
        ("हिन्दी", "हिन्दी"),
        ("İzmir", "izmir"),
    ],
)
def test_accents_and_vowel_points_do_not_matter(word_list, listed, written):
    path = word_list(f"{listed}\thouse\n")
    ((_, house),) = pairs(path, left=f"1 {written} 2", right="the house")
    assert house == "house"


def test_a_short_word_is_given_as_it_stands_in_the_text(word_list):
    path = word_list("Hund\tdog\nTier\tbeast\nso\tthus\n")
    german, english = "Zwei Hunde, ein Hundeleben, alle Tiere", "Two dogs, all beasts"
    assert pairs(path, left=german, right=english) == {
        ("hunde", "dogs"),
        ("tiere", "beasts"),
    }
    assert not pairs(path, left="Hundeleben, solch", right="dogfish, thusly")


def test_comments_empty_lines_and_heads_do_no_harm(word_list):
    path = word_list("# Haus\thouse of cards\n\nWort\tTranslation\n#\nHaus\thouse\n")
    assert pairs(path) == {("haus", "house")}


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("utf-16-le", ""),
        ("utf-32", ""),
        ("windows-1252", ""),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_any_encoding_of_documents_is_read(word_list, encoding, mark, ends):
    rows = ["Haus\thouse", "Brücke\tbridge", "Straße\troad", "führte\tled"] * 30
    path = word_list(mark + ends.join(rows), encoding=encoding)
    assert {("haus", "house"), ("brucke", "bridge"), ("fuhrte", "led")} == pairs(path)


def test_chinese_in_a_national_encoding_is_read(word_list):
    rows = ["学校\tschool", "传统\ttradition", "告诉\tto tell", "大学\tuniversity"] * 30
    path = word_list("\n".join(rows), encoding="gb18030")
    english = "He told us of the tradition of the school; tell them."
    assert pairs(path, left=CHINESE, right=english, languages=("zh", "en")) == {
        ("学校", "school"),
        ("传统", "tradition"),
        ("告诉", "tell"),
    }


def test_bytes_that_are_no_utf8_far_into_a_list_are_read(word_list):
    many = f"wort\tword\t{'x' * 1000}\n" * 2000
    path = word_list(many.encode() + "Brücke\tbridge\n".encode("latin-1") * 3)
    assert pairs(path) == {("brucke", "bridge")}


def test_the_chinese_dictionary_has_a_form_of_its_own(word_list):
    path = word_list(
        "# CC-CEDICT\n"
        "傳統 传统 [chuan2 tong3] /tradition/convention/CL:個|个[ge4]/\n"
        "學校 学校 [xue2 xiao4] /school/CL:所[suo3]/\n",
        name="cedict_ts.u8",
    )
    english = "He told us of the tradition of the school."
    for packed in (False, True):
        if packed:
            path.write_bytes(gzip.compress(path.read_bytes()))
        assert pairs(path, left=english, right=CHINESE, languages=("en", "zh")) == {
            ("tradition", "传统"),
            ("school", "学校"),
        }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no words"),
        ("# nothing yet\n\n", "holds no words"),
        ("Haus\thouse\nBaum;tree\n", "line 2: there is no tab in it"),
        (b"\x89PNG\r\n\x1a\n" + bytes(4000), "looks binary"),
        (bytes(range(128, 256)) * 40, "looks binary"),
        (
            gzip.compress(b"Haus\thouse\n" * 100, mtime=0)[:30],
            "is damaged or cut short",
        ),
    ],
)
def test_what_is_no_list_is_said_in_one_line(word_list, text, said):
    path = word_list(text)
    with pytest.raises(UserError, match=said) as refused:
        pairs(path)
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_folder_and_a_missing_file_are_refused(tmp_path):
    with pytest.raises(UserError, match="is a folder"):
        pairs(tmp_path)
    with pytest.raises(UserError, match="there is no such file"):
        pairs(tmp_path / "none.tsv")
    with pytest.raises(UserError, match="no file is named"):
        pairs("")


def test_a_pipe_is_read_and_a_silent_one_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr("tui_app.core.loading.sources._PIPE_PATIENCE", 0.2)
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(UserError, match="nothing came through the pipe"):
        pairs(path)
    monkeypatch.setattr("tui_app.core.loading.sources._PIPE_PATIENCE", 10)
    writer = threading.Thread(target=path.write_text, args=("Haus\thouse\n",))
    writer.start()
    assert pairs(path) == {("haus", "house")}
    writer.join()


def test_a_list_of_which_no_word_fits_is_remarked_on(word_list):
    path = word_list("chien\tdog\nchat\tcat\n", name="fr-en.tsv")
    found = read_lists([str(path)], ("de", "en"), (GERMAN, ENGLISH))
    assert found.lists == ()
    assert found.remarks == (f"{path}: none of its words are in both texts",)


def test_terminal_controls_in_a_list_are_no_words(word_list):
    path = word_list("\x1b[2JHaus\thouse\nHaus\t\x1b]0;x\x07\nFluss\triver\n")
    assert pairs(path) == {("fluss", "river")}


def test_a_long_list_is_never_held_whole(word_list):
    line = f"wort\tword\t{'x' * 100}"
    path = word_list(f"{line}\n" * 50_000)
    blocks = list(blocks_of(str(path)))
    assert max(len(block.lines) for block in blocks) < 12_000
    assert [line for block in blocks for line in block.lines] == [line] * 50_000 + [""]
    assert [block.first for block in blocks] == [
        1 + sum(len(one.lines) for one in blocks[:number])
        for number in range(len(blocks))
    ]
