"""Dictionaries of dictd: found where they stand, read, refused where damaged."""

import gzip

import pytest

from tui_app.core.dictionaries import read_lists
from tui_app.core.dictionaries.dictd import dictionary_at
from tui_app.core.dictionaries.installed import installed_lists
from tui_app.errors import UserError

from .conftest import dictzipped

GERMAN = "Das alte Haus stand am Fluss, und die Brücke führte über den Fluss."
ENGLISH = "The old house stood by the river, and the bridge led across the river."

ARTICLES = [
    "Haus /haʊs/ <n, neut>\nhouse <n>, home <n>\n         Note: in town",
    "alt /alt/ <adj>\n [archaic] aged, antique\n   Synonym: {betagt}",
    "alte /altə/\n1. old\nnot what it means: the bridge\n 2.\n3. ancient 4.\n",
    "Fluss /flʊs/ <masc>\n(geography) <n>\nstream; river; run",
    "Brücke\n {f} [arch.]\n   bridge {noun} (over water)",
    "Baum /baʊm/\ntree",
]


def found(*named, left=GERMAN, right=ENGLISH, languages=("de", "en")):
    return read_lists(map(str, named), languages, (left, right))


@pytest.mark.parametrize("pack", [dictzipped, gzip.compress, None])
def test_an_installed_dictionary_is_found_and_named(dictionary, pack):
    dictionary(ARTICLES, pack=pack)
    read = found()
    assert read.words == (
        ("haus", "house"),
        ("alte", "old"),
        ("fluss", "river"),
        ("brucke", "bridge"),
    )
    assert read.lists == ("freedict-deu-eng",)


def test_it_serves_the_other_way_round(dictionary):
    dictionary(ARTICLES)
    read = found(left=ENGLISH, right=GERMAN, languages=("en", "de"))
    assert ("house", "haus") in read.words


@pytest.mark.parametrize("name", ["freedict-deu-eng", "deu-eng"])
def test_it_is_taken_by_name_whatever_the_languages(dictionary, name):
    dictionary(ARTICLES)
    assert found(languages=("", "")).words == ()
    assert found(name, languages=("", "")).lists == ("freedict-deu-eng",)


@pytest.mark.parametrize("ending", ["", ".index", ".dict.dz"])
def test_it_is_taken_by_path(dictionary, tmp_path, ending):
    stem = dictionary(ARTICLES)
    for one in (".index", ".dict.dz"):
        stem.with_name(stem.name + one).rename(tmp_path / f"mine{one}")
    assert found(f"{tmp_path}/mine{ending}").lists == ("mine",)


def test_it_is_read_once_though_named_and_found(dictionary):
    stem = dictionary(ARTICLES)
    assert found("deu-eng", stem).lists == ("freedict-deu-eng",)


def test_dictionaries_of_other_languages_are_left_alone(dictionary):
    dictionary(ARTICLES)
    assert installed_lists(("de", "fr")) == ()
    assert installed_lists(("", "en")) == ()
    assert [one.name for one in installed_lists(("en", "de"))] == ["freedict-deu-eng"]


def test_a_book_needs_no_dictionary_but_one_that_is_named(dictionary):
    dictionary(ARTICLES)
    assert found(left=GERMAN * 10_000, right=ENGLISH * 10_000).lists == ()
    assert found("deu-eng", left=GERMAN * 10_000, right=ENGLISH * 10_000).words


@pytest.mark.parametrize("pack", [dictzipped, gzip.compress, None])
def test_articles_cut_short_are_said_or_passed_over(dictionary, pack):
    stem = dictionary(ARTICLES, pack=pack)
    file = stem.with_name(stem.name + (".dict.dz" if pack else ".dict"))
    file.write_bytes(file.read_bytes()[: 100 if pack is dictzipped else 60])
    with pytest.raises(UserError, match=r"cut short|beyond its end"):
        found("deu-eng")
    read = found()
    assert not read.words
    assert len(read.remarks) == 1
    assert str(file) in read.remarks[0]


@pytest.mark.parametrize("places", ["haus\tzzzz\tB\n", "haus\tA\tzzz\n"])
def test_an_index_that_points_beyond_the_end_is_said(dictionary, places):
    stem = dictionary(ARTICLES)
    stem.with_name(f"{stem.name}.index").write_text(places)
    with pytest.raises(UserError, match="points beyond its end"):
        found("deu-eng")


@pytest.mark.parametrize("line", ["haus", "haus\tA", "haus\tA\t!", "haus\t\t"])
def test_an_index_that_is_none_is_said(dictionary, line):
    stem = dictionary(ARTICLES)
    stem.with_name(f"{stem.name}.index").write_text(f"baum\tA\tB\n{line}\n")
    with pytest.raises(UserError, match="line 2 does not tell where"):
        found("deu-eng")


def test_an_old_dictionary_in_latin_1_is_read(dictionary):
    stem = dictionary(ARTICLES, pack=None)
    for ending in (".index", ".dict"):
        file = stem.with_name(stem.name + ending)
        text = file.read_text()
        padded = text.replace("ü", "ü ") if ending == ".dict" else text
        plain = padded.replace("ʊ", "u").replace("ə", "e")
        file.write_bytes(plain.encode("latin-1", "replace"))
    assert ("haus", "house") in found("deu-eng").words


def test_one_file_alone_is_no_dictionary(dictionary):
    stem = dictionary(ARTICLES)
    stem.with_name(f"{stem.name}.index").unlink()
    assert dictionary_at(str(stem)) is None
    assert found().words == ()
    with pytest.raises(UserError, match="there is no such file"):
        found("deu-eng")
