"""Whatever could change a count or an alignment changes the hash it is kept by."""

import ast
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import tui_app
from tui_app.core.comparison import compare_texts
from tui_app.core.translation import Translation
from tui_app.review import pair_key as module
from tui_app.review.pair_key import LIBRARIES, NotToldError, pair_key, program_hash


def key_of(pair):
    return pair_key(pair.left, pair.right, pair.translation)


PAIR = compare_texts("One thing. Two things.", "One thing. A third thing.")
COUNTING = ("text", "english", "collation", "facts", "differences")


def test_the_same_pair_has_the_same_hash():
    again = compare_texts("One thing. Two things.", "One thing. A third thing.")
    assert key_of(PAIR) == key_of(again)


def test_texts_units_and_languages_have_a_say():
    other = compare_texts("One thing. Two things.", "One thing. A fourth thing.")
    units = PAIR.left.units
    moved = (*units[:-1], units[-1]._replace(start=units[-1].start + 1))
    changed = [
        PAIR,
        other,
        replace(PAIR, left=PAIR.right, right=PAIR.left),
        compare_texts(PAIR.left.text, PAIR.right.text, "line"),
        replace(PAIR, left=replace(PAIR.left, units=moved)),
        replace(PAIR, translation=Translation(("en", "de"))),
        replace(PAIR, translation=Translation(("en", "de"), (("a", "b"),))),
    ]
    assert len(set(map(key_of, changed))) == len(changed)


@pytest.fixture
def program(tmp_path):
    for name in ("core/kinds.py", "core/english/words.bin", "review/stops.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("as it was")
    return tmp_path


def hash_now(program):
    program_hash.cache_clear()
    return program_hash(program)


@pytest.mark.parametrize(
    "name", ["core/kinds.py", "core/english/words.bin", "review/stops.py"]
)
def test_each_part_of_the_program_has_a_say(program, name):
    before = hash_now(program)
    (program / name).write_text("otherwise")
    assert hash_now(program) != before
    (program / name).write_text("as it was")
    assert hash_now(program) == before
    (program / name).rename(program / f"{name}.py")
    assert hash_now(program) != before


def test_a_library_of_another_version_has_a_say(program, monkeypatch):
    before = hash_now(program)
    monkeypatch.setattr(module.metadata, "version", lambda _: "0")
    assert hash_now(program) != before


def test_where_the_program_is_in_no_files_nothing_is_told(tmp_path):
    with pytest.raises(NotToldError):
        program_hash(tmp_path / "archive.zip")


def test_all_libraries_that_the_parts_that_count_import_have_a_say():
    names = {"text_to_num": "text2num"}
    core = Path(tui_app.__file__).parent / "core"
    files = [
        *core.glob("*.py"),
        *(f for room in COUNTING for f in (core / room).rglob("*.py")),
    ]
    found = {name for file in files for name in imported(file)}
    others = found - set(sys.stdlib_module_names) - {"tui_app"}
    assert {names.get(name, name) for name in others} <= set(LIBRARIES)


def imported(file):
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name.partition(".")[0] for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]
