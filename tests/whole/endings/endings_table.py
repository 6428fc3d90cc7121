"""Every way of ending × every state: each is run, and what is left is looked at.

``python -m tests.whole.endings.endings_table [-j N] [--only WORDS]`` prints the table
and the figures; it takes some minutes. Status 1 where a promise was not kept.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tui_app.notes.journal.archive import Archive

from .pty_session import NotReachedError, PtySession
from .session_states import READING, STATES, State, Written, drafts, prepare
from .ways_of_ending import WAYS, Way

BOUND = 10.0
"""Seconds after which no process may be left."""

SAVED_BEFORE = "kept before"


@dataclass(frozen=True)
class Outcome:
    """What a cell of the table came to; ``wrong`` is empty where all was kept."""

    state: State
    way: Way
    seconds: float
    saved: int
    wrong: tuple[str, ...]


def cells() -> list[tuple[State, Way]]:
    """Return every state with every way in which it can end."""
    return [(state, way) for state in STATES for way in WAYS if way.ends(state)]


def make_template(folder: Path) -> Path:
    """Make a folder with texts, programs and a note saved before; return it."""
    prepare(folder)
    homes = {f"XDG_{name}_HOME": f"{folder}/{name}" for name in ("DATA", "STATE")}
    words = ["notes", "add", *READING, "--row", "1", "-m", SAVED_BEFORE]
    subprocess.run(
        [sys.executable, "-m", "tui_app", *words],
        cwd=folder,
        env=os.environ | homes,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return folder


def run_cell(state: State, way: Way, template: Path, folder: Path) -> Outcome:
    """Reach the state, end it in this way, and look at what is left."""
    shutil.copytree(template, folder)
    around = {"EDITOR": "./editor.sh", "VISUAL": ""} | state.around
    if state.around:
        around["PYTHONPATH"] = str(folder)
    session = PtySession(folder, around)
    written = Written({SAVED_BEFORE})
    try:
        state.reach(session, written)
        began = time.monotonic()
        way.act(session, state)
        is_gone = session.holds_within(BOUND, lambda: not session.processes())
        seconds = time.monotonic() - began
        session.reads = True
        session.holds_within(0.2, lambda: False)  # what was painted last
        wrong = [] if is_gone else [f"left: {_told(session)}"]
        wrong += _lost(folder, written, way)
        if not way.hard and is_gone:
            wrong += _not_as_before(session, state, way)
    except NotReachedError as error:
        seconds, wrong = 0.0, [f"not reached: {error}"]
    finally:
        session.end()
        (folder / "hold").unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
    return Outcome(state, way, seconds, len(written.saved), tuple(wrong))


def _told(session: PtySession) -> str:
    commands = []
    for one in session.processes():
        place = Path(f"/proc/{one}")
        line = place.joinpath("cmdline").read_bytes().replace(b"\0", b" ").decode()
        status = place.joinpath("stat").read_text().rpartition(")")[2].split()[0]
        commands.append(f"{line[-60:]} ({status})")
    return "; ".join(commands)


def _lost(folder: Path, written: Written, way: Way) -> Iterable[str]:
    found = set()
    for path in folder.rglob("notes.jsonl"):
        archive = Archive(path, "")
        archive.refresh()
        if archive.health.damaged:
            yield f"{archive.health.damaged} damaged lines"
        entries = archive.ledger.entries()
        found |= {one.content.body for one in entries if one.content}
        archive.close()
    for body in written.saved - found:
        yield f"lost: {body}"
    words = written.typed
    if written.in_editor and not way.keeps_only_drafts:
        words = written.in_editor

    def is_kept() -> bool:
        return any(one.startswith(words) for one in found | drafts(folder))

    # Of a process that the system has not quite ended no draft is offered yet.
    if words and not PtySession.holds_within(5, is_kept):
        yield f"lost: {words} (kept: {found | drafts(folder)})"


def _not_as_before(session: PtySession, state: State, way: Way) -> Iterable[str]:
    folder = session.folder
    # Where the end is forced, a file may be half written; it is removed when it is old.
    in_order = "takes nothing" not in way.name and "hangs" not in state.name
    for pattern in ("**/.diptych-tmp-*", "TMP/*") if in_order else ("TMP/*",):
        yield from (f"left: {path.name}" for path in folder.glob(pattern))
    crash = folder / "STATE/diptych/crash.txt"
    if crash.exists():
        yield f"a fault of its own: {crash.read_text()[-500:]}"
    if b"Traceback" in session.screen:
        yield f"a traceback: {bytes(session.screen[-500:])!r}"
    page = folder / "out.html"
    if page.exists() and b"</html>" not in page.read_bytes()[-100:]:
        yield "half a file"
    if session.is_there and session.shell_lives():
        yield from session.wrong_modes()


def main() -> int:
    """Run the table and print it; return the exit status."""
    parser = argparse.ArgumentParser()
    parser.add_argument("-j", type=int, default=2, dest="at_once")
    parser.add_argument("--only", default="", help="words of the state or the way")
    options = parser.parse_args()
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    # A shell has what works in the background ignore it, and so all that this starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="endings-") as name:
        place = Path(name)
        (place / "template").mkdir()
        template = make_template(place / "template")

        def run(numbered: tuple[int, tuple[State, Way]]) -> Outcome:
            number, (state, way) = numbered
            outcome = run_cell(state, way, template, place / str(number))
            told = "; ".join(outcome.wrong) or "ok"
            sys.stderr.write(
                f"{state.name} × {way.name}: {outcome.seconds:.1f} s, {told}\n"
            )
            return outcome

        wanted = [cell for cell in cells() if _is_wanted(cell, options.only)]
        with ThreadPoolExecutor(options.at_once) as pool:
            outcomes = list(pool.map(run, enumerate(wanted)))
    sys.stdout.writelines(f"{line}\n" for line in table_of(outcomes))
    return any(one.wrong for one in outcomes)


def _is_wanted(cell: tuple[State, Way], words: str) -> bool:
    state, way = cell
    return words in f"{state.name} × {way.name}"


def table_of(outcomes: list[Outcome]) -> Iterable[str]:
    """Yield the lines of the table, in Markdown, and of the figures."""
    found: dict[str, dict[str, Outcome]] = defaultdict(dict)
    for one in outcomes:
        found[one.way.name][one.state.name] = one
    numbers = {state.name: number for number, state in enumerate(STATES, 1)}
    yield f"| way | {' | '.join(map(str, numbers.values()))} |"
    yield f"|---|{'---|' * len(numbers)}"
    for way, row in found.items():
        cells_of_row = (_cell(row.get(state)) for state in numbers)
        yield f"| {way} | {' | '.join(cells_of_row)} |"
    yield ""
    yield from (f"{number}. {name}" for name, number in numbers.items())
    yield ""
    wrong = [one for one in outcomes if one.wrong]
    longest = max((one.seconds for one in outcomes), default=0.0)
    saved = sum(one.saved for one in outcomes)
    yield (
        f"{len(outcomes)} cells, {len(wrong)} wrong; {saved} acknowledged notes; "
        f"longest ending {longest:.1f} s"
    )


def _cell(outcome: Outcome | None) -> str:
    if outcome is None:
        return ""
    return "**wrong**" if outcome.wrong else f"{outcome.seconds:.1f}"


if __name__ == "__main__":
    sys.exit(main())
