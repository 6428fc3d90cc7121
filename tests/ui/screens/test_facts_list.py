"""The list of all changed facts."""

import asyncio
import threading

import pytest

from tui_app.ui.beside import MadeBeside
from tui_app.ui.screens import facts_list
from tui_app.ui.screens.facts_list import FactsScreen
from tui_app.ui.widgets import boxes


async def test_the_list_of_facts_filters_and_jumps(open_reader):
    app = open_reader()
    async with app.run_test(size=(90, 30)) as pilot:
        await pilot.press("I")
        await pilot.pause()
        assert isinstance(app.screen, FactsScreen)
        facts = [entry.value for entry in app.screen.picks.entries]
        assert [(fact.left, fact.right) for fact in facts] == [
            ("five", "seven"),
            ("must", "should"),
        ]
        await pilot.press(*"should", "enter")
        await pilot.pause()
        assert app.screen.review.row == facts[1].row


def many_rows(word, changed):
    """Return paragraphs, some with a number, ``word`` where the row is changed."""
    rows = [
        f"The keeper of lamp {row} counted {word if row in changed else 'nine'} boats."
        for row in range(12)
    ]
    return "\n\n".join(rows) + "\n"


class Gate:
    """Stands for ``asyncio`` in the list: each row waits until it is let through."""

    def __init__(self, monkeypatch):
        self.rows = asyncio.Semaphore(0)
        monkeypatch.setattr(boxes, "asyncio", self)
        monkeypatch.setattr(boxes, "SLICE", -1)
        monkeypatch.setattr(boxes, "TELL_EVERY", -1)

    async def sleep(self, _seconds):
        await self.rows.acquire()

    async def let(self, pilot, rows):
        for _ in range(rows):
            self.rows.release()
        await pilot.pause()
        await pilot.pause()


def facts_reader(open_reader):
    texts = many_rows("nine", ()), many_rows("forty", {1, 3, 8, 10})
    return open_reader(*texts)


async def open_list(app, pilot, until, monkeypatch, row):
    await until(pilot, lambda: not app.screen.review.provisional)
    await pilot.press(*"j" * row)
    gate = Gate(monkeypatch)
    await pilot.press("I")
    await until(pilot, lambda: isinstance(app.screen, FactsScreen))
    return gate


async def test_the_list_begins_at_the_first_fact_after_the_reader(
    open_reader, until, monkeypatch
):
    app = facts_reader(open_reader)
    async with app.run_test(size=(90, 30)) as pilot:
        gate = await open_list(app, pilot, until, monkeypatch, 5)
        await gate.let(pilot, 5)
        assert app.screen.picks.entries
        assert app.screen.picks.current is None
        await pilot.press("enter")
        assert isinstance(app.screen, FactsScreen)
        await gate.let(pilot, 4)
        assert app.screen.picks.current.row == 8


async def test_who_has_moved_in_the_list_keeps_what_they_point_at(
    open_reader, until, monkeypatch
):
    app = facts_reader(open_reader)
    async with app.run_test(size=(90, 30)) as pilot:
        gate = await open_list(app, pilot, until, monkeypatch, 5)
        await gate.let(pilot, 5)
        await pilot.press("down", "down")
        assert app.screen.picks.current.row == 3
        await gate.let(pilot, 12)
        assert app.screen.picks.current.row == 3
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, FactsScreen))
        assert app.screen.review.row == 3


async def test_who_has_typed_in_the_list_keeps_what_they_found(
    open_reader, until, monkeypatch
):
    app = facts_reader(open_reader)
    async with app.run_test(size=(90, 30)) as pilot:
        gate = await open_list(app, pilot, until, monkeypatch, 5)
        await gate.let(pilot, 5)
        await pilot.press(*"forty")
        assert app.screen.picks.current.row == 1
        await gate.let(pilot, 12)
        assert app.screen.picks.current.row == 1


async def test_with_no_fact_after_the_reader_the_last_one_before_is_pointed_at(
    open_reader, until, monkeypatch
):
    app = facts_reader(open_reader)
    async with app.run_test(size=(90, 30)) as pilot:
        gate = await open_list(app, pilot, until, monkeypatch, 11)
        await gate.let(pilot, 12)
        assert app.screen.picks.current.row == 10


LONG = (
    "Before the new wall was built the old harbour in the north of the town, which "
    "few people remember now, had room for {} boats and a ferry that came at noon "
    "from the island on all days of the week but one.\n"
)


async def test_a_fact_is_seen_with_its_side_in_its_context_at_any_width(
    open_reader, screen_lines, until
):
    app = open_reader(LONG.format("forty"), LONG.format("ninety"))
    async with app.run_test(size=(80, 24)) as pilot:
        for width in (80, 60, 100):
            await pilot.resize_terminal(width, 24)
            await pilot.press("I")
            await until(pilot, lambda: app.screen.picks.entries)
            await pilot.pause()
            line = next(line for line in screen_lines(app) if "forty → ninety" in line)
            context = line.partition("right: ")[2]
            assert "ninety" in context
            assert "boats" in context or width < 80
            await pilot.press("escape")
        await pilot.press("I")
        await until(pilot, lambda: app.screen.picks.entries)
        await pilot.resize_terminal(70, 24)
        await pilot.pause()
        line = next(line for line in screen_lines(app) if "forty → ninety" in line)
        assert "ninety" in line.partition("right: ")[2]


async def test_what_is_around_the_facts_lines_up_and_all_of_a_fact_can_be_sought(
    open_reader, screen_lines, until
):
    said = (
        "The museum shows {} old boats to those who come in summer.\n\n"
        "The library keeps {} maps of the coast in a room without windows.\n"
    )
    many = "nine hundred and ninety thousand seven hundred and seventy seven"
    app = open_reader(said.format("nine", "three"), said.format("forty", many))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("I")
        await until(pilot, lambda: len(app.screen.picks.entries) == 2)
        await pilot.pause()
        lines = [line for line in screen_lines(app) if "right: " in line]
        assert len({line.index("right: ") for line in lines}) == 1
        assert len(lines) == 2
        await pilot.press(*"seventy")
        assert [entry.value.left for entry in app.screen.picks.entries] == ["three"]


async def test_the_list_says_once_what_a_text_does_throughout(open_reader, until):
    plain = "He called it a shame.\n\nShe had no idea of it.\n"
    quoted = "He called it “a shame”.\n\nShe had “no idea” of it.\n"
    app = open_reader(quoted, plain)
    async with app.run_test(size=(90, 30)) as pilot:
        await until(pilot, lambda: not app.screen.review.provisional)
        await pilot.press("I")
        await until(pilot, lambda: isinstance(app.screen, FactsScreen))
        await until(pilot, lambda: app.screen.query("#habits"))
        told = str(app.screen.query_one("#habits").render())
        assert told == "Throughout: no quotation marks on the right"
        assert not app.screen.picks.entries


async def test_facts_only_one_text_has_stand_at_the_end_and_lead_to_their_row(
    open_reader, until
):
    left = "The mill had two wheels.\n\nThe weir was built in 1911.\n"
    app = open_reader(left, "The mill had four wheels.\n")
    async with app.run_test(size=(90, 30)) as pilot:
        await pilot.press("I")
        await until(pilot, lambda: len(app.screen.picks.entries) == 3)
        changed, named, lone = app.screen.picks.entries
        assert (changed.value.left, changed.value.right) == ("two", "four")
        assert (named.value, named.heading) == (None, True)
        assert (lone.value.left, lone.value.right) == ("1911", "")
        await pilot.press(*"1911", "enter")
        await pilot.pause()
        assert app.screen.review.row == 1


async def test_a_row_of_megabytes_is_looked_at_beside_the_screen(
    open_reader, until, monkeypatch
):
    goes_on, threads = threading.Event(), []
    changes_of = facts_list.changes_of

    def slow(*asked):
        threads.append(threading.current_thread())
        goes_on.wait(20)
        return changes_of(*asked)

    monkeypatch.setattr(facts_list, "changes_of", slow)
    monkeypatch.setattr(facts_list, "is_comparable", lambda *_: False)
    app = facts_reader(open_reader)
    async with app.run_test(size=(90, 30)) as pilot:
        await pilot.press("I")
        await until(pilot, lambda: threads)
        assert threading.main_thread() not in threads
        await pilot.press("escape")  # nobody waits for it
        assert not isinstance(app.screen, FactsScreen)
        goes_on.set()
        await pilot.press("I")
        await until(pilot, lambda: len(app.screen.picks.entries) == 4)


async def test_trouble_beside_the_screen_is_met_on_it():
    def broken():
        raise ZeroDivisionError

    made = MadeBeside(broken)
    await made.wait()
    with pytest.raises(ZeroDivisionError):
        made.result()


async def test_where_there_is_little_room_a_long_fact_has_it_and_nothing_around(
    open_reader, until
):
    quoted = "They said \u201c{} the gates of the old harbour in May\u201d and left."
    app = open_reader(quoted.format("open"), quoted.format("shut all"))
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.press("I")
        await until(pilot, lambda: app.screen.picks.entries)

        def words():
            return "".join(text for text, _ in app.screen.picks.entries[0].pieces)

        assert "\u2192" in words()
        narrow = words()
        await pilot.resize_terminal(120, 24)
        await until(pilot, lambda: "right: " in words())
        assert len(narrow) <= 56
