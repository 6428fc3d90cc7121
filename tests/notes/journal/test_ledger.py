"""What the journal amounts to depends on revisions, not on clocks or line order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.notes.journal.ledger import Ledger
from tui_app.notes.journal.records import EntryContent, Record
from tui_app.notes.note import Status


def content(body):
    return EntryContent("note", body, (), Status.OPEN, "t", ())


def record(act, prev, rev, body, time="1", by="ana", **more):
    said = content(body) if body is not None else None
    return Record("N", act, prev, rev, time, by, said, **more)


def bodies(ledger):
    return [(entry.content.body, entry.copy) for entry in ledger.entries()]


def absorbed(*records):
    ledger = Ledger()
    ledger.absorb(records)
    return ledger


FIRST = record("A", None, 1, "first")


def test_the_latest_version_counts():
    ledger = absorbed(FIRST, record("B", "A", 2, "second"))
    assert bodies(ledger) == [("second", False)]


def test_a_deleted_entry_is_gone_and_its_history_is_not():
    ledger = absorbed(FIRST, record("B", "A", 2, None))
    assert bodies(ledger) == []
    assert ledger.version("N", "A") == FIRST


def test_two_changes_of_one_version_are_both_kept():
    one, other = record("B", "A", 2, "one", "1"), record("C", "A", 2, "two", "2")
    assert bodies(absorbed(FIRST, one, other)) == [("two", False), ("one", True)]


def test_the_clock_does_not_decide_where_revisions_do():
    early = record("B", "A", 2, "second", time="2026")
    set_back = record("C", "B", 3, "third", time="1999")
    assert bodies(absorbed(FIRST, early, set_back)) == [("third", False)]


def test_equal_changes_are_no_conflict():
    one, other = record("B", "A", 2, "same"), record("C", "A", 2, "same")
    assert bodies(absorbed(FIRST, one, other)) == [("same", False)]


def test_a_change_outlives_a_deletion_that_did_not_know_it():
    ledger = absorbed(FIRST, record("B", "A", 2, None), record("C", "A", 2, "kept"))
    assert bodies(ledger) == [("kept", False)]


def test_a_lost_line_makes_no_conflict():
    ledger = absorbed(FIRST, record("C", "B-is-damaged", 3, "third"))
    assert bodies(ledger) == [("third", False)]


@st.composite
def histories(draw):
    """Trees of versions as several readers may write them, parents first."""
    made = [FIRST]
    for number in range(draw(st.integers(0, 8))):
        base = draw(st.sampled_from(made))
        body = draw(st.none() | st.just(f"body {number}"))
        made.append(record(f"act{number}", base.act, base.rev + 1, body))
    return made


@given(histories(), st.randoms())
@settings(max_examples=60)
def test_the_order_of_lines_and_their_repetition_change_nothing(history, chance):
    shuffled = [*history, *history[:3]]
    chance.shuffle(shuffled)
    shuffled.sort(key=lambda each: each.rev)
    assert bodies(absorbed(*shuffled)) == bodies(absorbed(*history))


@given(histories())
@settings(max_examples=60)
def test_every_version_nobody_replaced_is_to_be_seen(history):
    replaced = {each.prev for each in history}
    leaves = {
        each.content.body
        for each in history
        if each.act not in replaced and each.content is not None
    }
    assert {body for body, _ in bodies(absorbed(*history))} == leaves


@given(histories())
@settings(max_examples=60)
def test_what_compaction_keeps_says_the_same(history):
    whole = absorbed(*history)
    alive = whole.alive(latest=2)
    kept = [each for each in history if (each.id, each.act) in alive]
    assert bodies(absorbed(*kept)) == bodies(whole)
