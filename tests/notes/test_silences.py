"""What is never to be told again is kept with the notes of the pair."""

from __future__ import annotations

import json

from tui_app.core.comparison import compare_texts
from tui_app.core.kinds import Kind
from tui_app.notes.notebook import Notebook

PAIR = ("bridge", "viaduct")


def opened(comparison):
    return Notebook.open(comparison.left, comparison.right)


def test_a_silence_is_there_in_the_next_run(comparison):
    opened(comparison).silences.add([PAIR, Kind.NAME])
    assert opened(comparison).silences.all() == (PAIR, Kind.NAME)


def test_a_silence_is_undone_and_done_again(comparison):
    notebook = opened(comparison)
    notebook.silences.add([PAIR])
    assert notebook.undo() == "never told again"
    assert notebook.silences.all() == ()
    assert notebook.redo() == "never told again"
    assert notebook.silences.all() == (PAIR,)


def test_what_is_told_again_is_silenced_by_undo(comparison):
    notebook = opened(comparison)
    notebook.silences.add([PAIR, Kind.NAME])
    notebook.silences.take_back([PAIR])
    assert notebook.silences.all() == (Kind.NAME,)
    assert notebook.undo() == "told again"
    assert set(notebook.silences.all()) == {PAIR, Kind.NAME}


def test_what_is_silenced_already_is_not_written_twice(comparison):
    notebook = opened(comparison)
    notebook.silences.add([PAIR])
    size = notebook.where.stat().st_size
    notebook.silences.add([PAIR])
    assert notebook.where.stat().st_size == size


def test_words_are_kept_as_they_stood_and_known_in_any_case_on_either_side(comparison):
    notebook = opened(comparison)
    notebook.silences.add([("Peking", "Beijing")])
    notebook.silences.add([("beijing", "PEKING"), PAIR])
    assert notebook.silences.all() == (("Peking", "Beijing"), PAIR)
    notebook.silences.take_back([("beijing", "peking")])
    assert notebook.silences.all() == (PAIR,)


def test_a_silence_holds_with_the_sides_exchanged_and_after_an_edit(comparison, turned):
    notebook = opened(comparison)
    notebook.add("so that the pair is known")
    notebook.silences.add([PAIR])
    assert opened(turned).silences.all() == (PAIR,)
    edited = compare_texts("New.\n\n" + comparison.left.text, comparison.right.text)
    path = notebook.where
    again = Notebook.open(edited.left, edited.right, notes_path=path)
    assert again.silences.all() == (PAIR,)


def test_two_readers_see_what_the_other_silenced(comparison):
    ours, theirs = opened(comparison), opened(comparison)
    ours.silences.add([PAIR])
    theirs.silences.add([PAIR, Kind.DATE])
    ours.poll()
    assert ours.silences.all() == theirs.silences.all() == (PAIR, Kind.DATE)
    theirs.silences.take_back([PAIR])
    ours.poll()
    assert ours.silences.all() == (Kind.DATE,)


def test_a_silence_is_no_note_to_list_or_to_export(comparison):
    notebook = opened(comparison)
    notebook.silences.add([PAIR])
    assert notebook.notes == ()
    assert notebook.placed(comparison) == ()


def lines(notebook):
    return [json.loads(raw) for raw in notebook.where.read_bytes().splitlines()]


def test_a_program_from_before_takes_a_silence_for_no_note_and_keeps_it(comparison):
    notebook = opened(comparison)
    notebook.silences.add([PAIR])
    notebook.undo()
    head, added, undone = lines(notebook)
    # It reads "put" and "del" only, and passes over any other operation.
    assert (head["op"], added["op"], undone["op"]) == ("head", "silence", "del")
    assert undone["prev"] == added["act"]


def test_silences_outlive_the_tidying_of_the_journal(comparison):
    notebook = opened(comparison)
    notebook.silences.add([PAIR])
    note = notebook.add("a")
    for number in range(300):
        note = notebook.edit(note, body=f"{number}" + 2000 * "x")
    notebook.close()
    assert notebook.where.read_bytes().count(b"\n") < 150
    assert opened(comparison).silences.all() == (PAIR,)


def test_a_silence_this_program_does_not_know_is_passed_over_and_kept(comparison):
    notebook = opened(comparison)
    notebook.silences.add([PAIR, Kind.NAME])
    known = notebook.where.read_bytes()
    changed = [
        line if b'"kind":"silence"' not in line or b"words" in line else strange(line)
        for line in known.splitlines()
    ]
    notebook.where.write_bytes(b"\n".join(changed) + b"\n")
    again = opened(comparison)
    assert again.silences.all() == (PAIR,)
    again.silences.add([Kind.DATE])
    assert b"tone-of-voice" in again.where.read_bytes()


def strange(line):
    fields = json.loads(line)
    del fields["crc"]
    return json.dumps(
        fields | {"body": "tone-of-voice"}, separators=(",", ":")
    ).encode()
