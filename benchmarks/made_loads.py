"""Loads: texts, tables, notes and settings larger or odder than anybody has.

Each is made from a seed, the same everywhere, and is told by name and by what it is
made for. ``scale`` makes all of them smaller.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scale import made_texts

BYTES_A_LINE = 150


@dataclass(frozen=True, slots=True)
class Load:
    """What is opened (``reader``), what a command does with it, and what it is of.

    ``before`` is a command whose work is no part of what is measured; ``environment``
    is added to that of the programs.
    """

    files: tuple[Path, ...]
    command: tuple[str, ...]
    reader: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    config: str = ""

    @property
    def size(self) -> int:
        """Return how many bytes are given."""
        return sum(file.stat().st_size for file in self.files) + len(self.config)


Maker = Callable[[Path, float], Load]


def _pair(folder: Path, left: str, right: str, *command: str) -> Load:
    files = folder / "left.txt", folder / "right.txt"
    for file, text in zip(files, (left, right), strict=True):
        file.write_text(text, encoding="utf-8")
    names = tuple(map(str, files))
    return Load(files, (*(command or ("diff", "--json")), *names), names)


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def _chance() -> random.Random:
    return random.Random(1611)  # noqa: S311  # texts, no secrets


def pair_64_mb(folder: Path, scale: float) -> Load:
    """Make two texts of 32 MB, a third of the words replaced."""
    left, right = made_texts(round(32e6 * scale / BYTES_A_LINE))
    return _pair(folder, left, right, "align", "--json")


def million_lines(folder: Path, scale: float) -> Load:
    """Make a million short lines, one in ten of them another."""
    chance = _chance()
    words = ["".join(chance.choices("bdaeioklmnrst", k=6)) for _ in range(5000)]

    def line(number: int) -> str:
        return f"{number} {chance.choice(words)} {chance.choice(words)}."

    left = [line(number) for number in range(round(1e6 * scale))]
    right = [line(n) if chance.random() < 0.1 else one for n, one in enumerate(left)]
    return _pair(folder, _lines(left), _lines(right), "align", "--json")


def long_line(folder: Path, scale: float) -> Load:
    """Make one line of 10 MB without a full stop, one word in ten replaced."""
    chance = _chance()
    words = ["".join(chance.choices("bdaeioklmnrst", k=7)) for _ in range(20000)]
    left = chance.choices(words, k=round(10e6 * scale / 8))
    right = [chance.choice(words) if chance.random() < 0.1 else w for w in left]
    return _pair(folder, " ".join(left), " ".join(right))


def table_rows(folder: Path, scale: float) -> Load:
    """Make 50,000 rows of a table in Markdown, one figure in ten of them another."""
    chance, rows = _chance(), round(5e4 * scale)
    towns = ["".join(chance.choices("bdaeioklmnrst", k=6)) for _ in range(3000)]

    def table(changed: float) -> str:
        numbers = random.Random(7)  # noqa: S311
        head = ["| Town | Code | Sold | Price |", "|---|---|---|---|"]
        for row in range(rows):
            sold = numbers.randint(1, 9999)
            sold += chance.random() < changed
            town = numbers.choice(towns).capitalize()
            price = numbers.randint(1, 500)
            head.append(f"| {town} | {row:06} | {sold} | {price}.50 |")
        return _lines(head)

    load = _pair(folder, table(0), table(0.1))
    files = tuple(file.rename(file.with_suffix(".md")) for file in load.files)
    names = tuple(map(str, files))
    return Load(files, ("diff", "--json", *names), names)


def table_lines(folder: Path, scale: float) -> Load:
    """Make 100,000 lines of table data, one in ten of them with another figure."""
    chance = _chance()

    def line() -> list[int]:
        return [chance.randint(0, 999) for _ in range(6)]

    left = [line() for _ in range(round(1e5 * scale))]
    right = [
        [*row[:3], row[3] + 1, *row[4:]] if chance.random() < 0.1 else row
        for row in left
    ]
    texts = [_lines("\t".join(map(str, row)) for row in rows) for rows in (left, right)]
    return _pair(folder, *texts)


def near_equal_lines(folder: Path, scale: float) -> Load:
    """Make 80,000 lines that differ in one figure, one in ten of them another."""
    chance = _chance()
    said = "The server answered request {} in time and closed the line."
    numbers = range(round(8e4 * scale))
    other = [n + 500_000 if chance.random() < 0.1 else n for n in numbers]
    return _pair(folder, *(_lines(map(said.format, one)) for one in (numbers, other)))


def near_equal_sentences(folder: Path, scale: float) -> Load:
    """Make eight lines of 500 sentences that differ in one figure."""
    each = round(500 * scale)

    def text(first: int) -> str:
        return _lines(
            " ".join(
                f"Item {first + line * each + n} was counted and put away."
                for n in range(each)
            )
            for line in range(8)
        )

    return _pair(folder, text(0), text(3))


def _rows_of(said: Callable[[int], str], head: str, scale: float) -> Iterator[str]:
    each = round(500 * scale)
    for row in range(round(400 * scale)):
        yield head.format(row) + " ".join(said(row * each + n) for n in range(each))


def _many_in_a_row(folder: Path, scale: float, said: str, head: str = "") -> Load:
    def one(number: int) -> str:
        return said.format(number, number % 28 + 1, number % 97)

    def other(number: int) -> str:
        return one(number + (number % 7 == 0))

    texts = [_lines(_rows_of(say, head, scale)) for say in (one, other)]
    return _pair(folder, *texts, "diff", "--json", "--unit", "line")


def quotations(folder: Path, scale: float) -> Load:
    """Make 400 rows of 500 short quotations, one in seven of them another."""
    return _many_in_a_row(folder, scale, "“go {2} on {0}”,")


def numbers(folder: Path, scale: float) -> Load:
    """Make 400 rows of 500 numbers, one in seven of them another."""
    return _many_in_a_row(folder, scale, "{0} cars,")


def dates(folder: Path, scale: float) -> Load:
    """Make 400 rows of 500 dates, one in seven of them another."""
    return _many_in_a_row(folder, scale, "{1} May 19{2:02},", "List{0}: ")


def names(folder: Path, scale: float) -> Load:
    """Make 400 rows of 500 names, one in seven of them another."""
    return _many_in_a_row(folder, scale, "Mr Ab{2}el Cor{1}in,", "List{0}: ")


def short_lines(folder: Path, scale: float) -> Load:
    """Make 200,000 lines of a word or two, one in ten of them another."""
    chance = _chance()
    words = ["".join(chance.choices("bdaeioklmnrst", k=4)) for _ in range(3000)]
    left = [" ".join(chance.choices(words, k=2)) for _ in range(round(2e5 * scale))]
    right = [chance.choice(words) if chance.random() < 0.1 else one for one in left]
    return _pair(folder, _lines(left), _lines(right))


def marks(folder: Path, scale: float) -> Load:
    """Make words of 20,000 marks without a cell of their own, and one of a million."""
    some = ["\u0591", "\u064b", "\u0e31", "\u20d0", "\u3164", "\u200d", "\U0001f3fd"]
    heaps = [one * round(20_000 * scale) for one in some]
    heaps.append("\u0301" * round(1e6 * scale))
    texts = [_lines(f"{a}{heap} end." for heap in heaps) for a in "ab"]
    return _pair(folder, *texts)


def one_letter(folder: Path, scale: float) -> Load:
    """Make a word of 200,000 times one letter, and one of another letter by turns."""
    many = round(2e5 * scale)
    return _pair(folder, "a" * many + "\n", "ab" * (many // 2) + "\n")


def _story(folder: Path, lines: int) -> Load:
    left, right = made_texts(lines)
    return _pair(folder, left, right)


def _annotations(folder: Path, scale: float) -> tuple[Load, Path]:
    """Return a pair, and a file of 100,000 annotations on its words."""
    pair = _story(folder, 10_000)
    text = pair.files[0].read_text(encoding="utf-8")
    step = max(1, len(text) // round(1e5 * scale))
    file = folder / "annotations.json"
    made = [_annotation(text, start) for start in range(0, len(text) - 60, step)]
    file.write_text(json.dumps(made), encoding="utf-8")
    return pair, file


def _annotation(text: str, start: int) -> dict[str, object]:
    quote = text[start : start + 40]
    selector = {
        "type": "TextQuoteSelector",
        "exact": quote,
        "prefix": text[max(0, start - 20) : start],
        "suffix": text[start + 40 : start + 60],
    }
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "body": {"type": "TextualBody", "value": f"about {quote[:9]}"},
        "target": {"source": "left.txt", "selector": selector},
    }


def annotations(folder: Path, scale: float) -> Load:
    """Make the import of 100,000 annotations on a pair of 3 MB."""
    pair, file = _annotations(folder, scale)
    files = (*pair.files, file)
    command = ("notes", "import", *map(str, pair.files), str(file))
    return Load(files, command)


def notes(folder: Path, scale: float) -> Load:
    """Make a pair of 3 MB with 100,000 notes."""
    pair, file = _annotations(folder, scale)
    texts = tuple(map(str, pair.files))
    before = ("notes", "import", *texts, str(file))
    command = ("notes", "list", "--json", *texts)
    return Load((*pair.files, file), command, texts, before)


def repeated_letter(folder: Path, scale: float) -> Load:
    """Make the import of a quote that is 100,000 times one letter."""
    many = round(2e5 * scale)
    pair = _pair(folder, "a" * many + "\n", "b\n")
    target = {"source": "left.txt"}
    selector = {"type": "TextQuoteSelector", "exact": "a" * (many // 2)}
    note = {"type": "Annotation", "target": {**target, "selector": selector}}
    file = folder / "notes.json"
    file.write_text(json.dumps([note] * 3), encoding="utf-8")
    files = (*pair.files, file)
    return Load(files, ("notes", "import", *map(str, pair.files), str(file)))


def script_tags(folder: Path, scale: float) -> Load:
    """Make the import of a page with an opening script tag 40,000 times."""
    pair = _pair(folder, "One text.\n", "Another text.\n")
    file = folder / "page.html"
    file.write_text(
        "<html><body>"
        + '<script type="application/ld+json" id="diptych-notes">' * round(4e4 * scale),
        encoding="utf-8",
    )
    return Load((file,), ("notes", "import", *map(str, pair.files), str(file)))


def key_parts(folder: Path, scale: float) -> Load:
    """Make settings with a key of 100,000 parts."""
    pair = _pair(folder, "One text.\n", "Another text.\n")
    config = ".".join("a" * round(1e5 * scale)) + " = 1\n"
    return Load((), pair.command, pair.reader, config=config)


def unknown_settings(folder: Path, scale: float) -> Load:
    """Make settings with 30,000 entries that nobody knows."""
    pair = _pair(folder, "One text.\n", "Another text.\n")
    config = _lines(f"unknown{n} = {n}" for n in range(round(3e4 * scale)))
    return Load((), pair.command, pair.reader, config=config)


def plain(folder: Path, scale: float) -> Load:
    """Make two lines: what the program takes without any load."""
    del scale
    return _pair(folder, "One text.\n", "Another text.\n")


LOADS: dict[str, Maker] = {
    maker.__name__.replace("_", "-"): maker
    for maker in (
        quotations,
        numbers,
        dates,
        names,
        table_lines,
        table_rows,
        near_equal_lines,
        near_equal_sentences,
        short_lines,
        marks,
        one_letter,
        long_line,
        million_lines,
        pair_64_mb,
        annotations,
        notes,
        repeated_letter,
        script_tags,
        key_parts,
        unknown_settings,
    )
}
