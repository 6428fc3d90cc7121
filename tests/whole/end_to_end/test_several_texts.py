"""In a real terminal one text stands beside several, and a table tells of them all."""

from .ended_program import ended

LEFT = """The harbour was closed for five years after the flood.

Engineers said that the work must be finished before winter.

The mayor walked along the quay and spoke to the owners of the boats.
"""
RIGHT = LEFT.replace("five", "seven")
OTHER = LEFT.replace("walked along the quay", "was in the capital")


def test_another_text_a_note_a_table_and_the_way_to_a_passage(open_terminal, tmp_path):
    (tmp_path / "other.txt").write_text(OTHER)
    child = open_terminal(LEFT, RIGHT, "--against", "other.txt", "right.txt")
    child.expect("harbour")
    child.expect("1 of 2")
    child.send(">")
    child.expect("2 of 2")
    child.send("jja")
    child.expect("ctrl\\+s")
    child.send("where was he?\x13")
    child.expect("1 note")
    child.send("M")
    child.expect("Table: 3 passages beside 2 texts")
    child.expect("2 there, 1 changed")
    child.send("\t")  # round to the first text
    child.expect("1 with facts that differ")
    child.send("facts\r")
    child.expect("seven")
    child.send("q")
    assert ended(child) == 0
    (journal,) = (tmp_path / "DATA").rglob("notes.jsonl")
    assert "where was he?" in journal.read_text()
