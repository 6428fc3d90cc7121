"""``diptych words``: the list that a pair teaches is written, and read for others."""

import random
from itertools import pairwise

import pytest

from tui_app.cli.main import main

PAIRS = """Hund dog, Katze cat, Vogel bird, Pferd horse, Brücke bridge,
Mauer wall, Straße street, Garten garden, Himmel sky, Wasser water, Feuer fire,
Schnee snow, Mutter mother, Vater father, Schwester sister, Bruder brother,
Lehrer teacher, Bäcker baker, König king, Bauer farmer, sah saw, fand found,
suchte sought, rief called, trug carried, verlor lost, malte painted,
kaufte bought, gestern yesterday, heute today, morgens mornings"""

WORDS = dict(pair.split() for pair in PAIRS.split(","))


def sentences(count, seed=7):
    dice = random.Random(seed)  # noqa: S311  # a text, not a secret
    german, english = [], []
    for _ in range(count):
        words = dice.sample(sorted(WORDS), dice.randint(4, 9))
        german.append(f"Und der {' und die '.join(words)}.")
        english.append(f"And the {' and the '.join(map(WORDS.get, words))}.")
    return "\n".join(german) + "\n", "\n".join(english) + "\n"


@pytest.fixture(autouse=True)
def texts(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in zip(("a.txt", "b.txt"), sentences(60), strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def words(*more, left="a.txt", right="b.txt"):
    return main(["words", left, right, "--unit=line", "--languages=de,en", *more])


def rows(text):
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return [line.split("\t") for line in lines]


def complaint(capsys, *more, **names):
    capsys.readouterr()
    assert words(*more, **names) == 2
    out, err = capsys.readouterr()
    assert out == ""
    (line,) = err.splitlines()
    return line.removeprefix("diptych: ")


def test_words_are_printed_with_how_often_and_how_sure(capsys):
    assert words() == 0
    learnt = rows(capsys.readouterr().out)
    right = [row for row in learnt if WORDS.get(row[0]) == row[1]]
    assert len(right) > 0.9 * len(learnt)
    assert len(right) > 0.8 * len(WORDS)
    for _, _, often, sure in learnt:
        assert int(often) >= 2
        assert 0 < float(sure) <= 1
    assert all(a[0].casefold() <= b[0].casefold() for a, b in pairwise(learnt))


def test_the_list_helps_with_other_texts(capsys, texts):
    assert words("-o", "list.tsv") == 0
    out, err = capsys.readouterr()
    assert out == ""
    count = len(rows((texts / "list.tsv").read_text("utf-8")))
    assert err == f"diptych: {count} words written to list.tsv\n"
    for name, text in zip(("c.txt", "d.txt"), sentences(3, seed=8), strict=True):
        (texts / name).write_text(text, encoding="utf-8")
    assert main(["align", "c.txt", "d.txt", "--words", "list.tsv", "--across"]) == 0
    assert "words of list.tsv" in " ".join(capsys.readouterr().out.split())


def test_what_is_written_the_same_teaches_nothing(capsys, texts):
    for name in ("a.txt", "b.txt"):
        lines = (texts / name).read_text("utf-8").splitlines()
        lines[::4] = [f"{line} 1956 Berlin." for line in lines[::4]]
        (texts / name).write_text("\n".join(lines), "utf-8")
    assert words() == 0
    assert not {"1956", "Berlin"} & {row[0] for row in rows(capsys.readouterr().out)}


def test_a_file_that_is_there_is_replaced_only_when_told_so(capsys, texts):
    (texts / "list.tsv").write_text("mine\n")
    assert complaint(capsys, "-o", "list.tsv") == (
        "list.tsv: the file is there, --force replaces it"
    )
    assert (texts / "list.tsv").read_text() == "mine\n"
    assert words("-o", "list.tsv", "--force") == 0
    assert rows((texts / "list.tsv").read_text("utf-8"))


@pytest.mark.parametrize("name", ["a.txt", "b.txt", "given.tsv", "notes.jsonl"])
def test_neither_texts_nor_lists_nor_notes_are_replaced(capsys, texts, name):
    (texts / "given.tsv").write_text("Hund\tdog\n")
    note = ["--notes", "notes.jsonl", "--row", "1", "-m", "Why?", "--unit=line"]
    assert main(["notes", "add", "a.txt", "b.txt", *note]) == 0
    before = (texts / name).read_bytes()
    more = ["--words", "given.tsv", "--notes", "notes.jsonl"]
    assert complaint(capsys, "-o", name, "--force", *more).startswith(f"{name}: ")
    assert (texts / name).read_bytes() == before


def test_the_notes_of_another_pair_are_not_replaced_either(capsys, texts):
    note = ["--notes", "other.jsonl", "--row", "1", "-m", "Why?", "--unit=line"]
    assert main(["notes", "add", "a.txt", "b.txt", *note]) == 0
    before = (texts / "other.jsonl").read_bytes()
    assert complaint(capsys, "-o", "other.jsonl", "--force").startswith("other.jsonl: ")
    assert (texts / "other.jsonl").read_bytes() == before


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--within"], "both texts are in one language"),
        (["-o", ""], "no file is named"),
        (["-o", "none/list.tsv"], "none"),
    ],
)
def test_what_cannot_be_done_is_one_line(capsys, more, said):
    assert said in complaint(capsys, *more)


def test_texts_too_short_to_teach_anything_are_said(capsys, texts):
    (texts / "short.txt").write_text("Der Hund schlief.\n")
    (texts / "court.txt").write_text("The dog slept.\n")
    line = complaint(capsys, left="short.txt", right="court.txt")
    assert line.startswith("words: ")


def test_no_name_or_word_sends_the_terminal_anything(capsys, texts):
    for name in ("a.txt", "b.txt"):
        text = (texts / name).read_text("utf-8").replace("Hund", "Hu\x1b[2Jnd")
        (texts / f"\x1b]0;{name}\x07").write_text(text, "utf-8")
    assert words(left="\x1b]0;a.txt\x07", right="\x1b]0;b.txt\x07") == 0
    out, err = capsys.readouterr()
    assert "\x1b" not in out + err
    assert "\x07" not in out + err
