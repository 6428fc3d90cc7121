"""Screens as the user sees them, kept as text: the words, then the styles."""

import difflib
import re
from collections import Counter
from functools import lru_cache
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import NamedTuple

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual._context import visible_screen_stack
from textual.message_pump import MessagePump

from tui_app.library.shelf import Shelf, ShelfPair, ShelfText
from tui_app.review.request import LibraryRequest, Request
from tui_app.review.session import Environment, prepare
from tui_app.settings.config_file import read_configuration
from tui_app.settings.memory import Memory, Recent, Sources
from tui_app.ui.app import DiptychApp

HERE = Path(__file__).parent
ATTRIBUTES = (
    "bold",
    "dim",
    "italic",
    "underline",
    "underline2",
    "overline",
    "strike",
    "reverse",
    "blink",
)
BLANKS_OR_WORDS = re.compile(r"\s+|\S+")
SEEN_ON_BLANKS = {"underline", "underline2", "overline", "strike", "reverse"}
AT_REST = 1.0  # seconds without a change until a screen is taken as it is
WRONG = 5.0  # seconds without a change until a screen is held to be wrong


HARBOUR = (
    "The harbour of {town}\n\nThe harbour of {town} was closed for {years} years "
    "after the flood, and nobody knew why the lamps on the quay were lit every night "
    "when the ferry came in. Engineers said that the work {must} be done before winter "
    "comes."
)
FERRY = (
    "A ferry for the islands\n\nThe new ferry for the islands will sail twice a day "
    "from the first of May, the {owner} said, and it will take bicycles on the deck "
    "below."
)
LIBRARY = {
    "a1.txt": HARBOUR.format(town="Larch", years="five", must="must"),
    "a2.txt": HARBOUR.format(town="Larch", years="seven", must="should"),
    "a3.txt": HARBOUR.format(town="Birch", years="five", must="must"),
    "b1.txt": FERRY.format(owner="company"),
    "b2.txt": FERRY.format(owner="mayor"),
    "c.txt": "Nine painters hung their pictures in the old mill.",
    "nothing.txt": "",
}


class Look(NamedTuple):
    """What can be seen of a style; a blank shows no colour of words."""

    attributes: tuple[str, ...]
    colour: str
    ground: str

    def is_blank(self) -> bool:
        return not self.colour

    def goes_on_over(self, other: "Look") -> bool:
        """Tell whether a blank ``other`` beside it looks no different."""
        marked = SEEN_ON_BLANKS.intersection(self.attributes)
        return other.is_blank() and other.ground == self.ground and not marked


class Run(NamedTuple):
    """Cells of a line that look alike, ``end`` is behind the last."""

    first: int
    end: int
    look: Look


def picture(app: DiptychApp) -> str:
    """Return what the screen shows: its lines, then where which style stands."""
    # What a box stands over is painted from here, as when Textual paints it.
    visible_screen_stack.set(app._background_screens)
    lines = [list(strip) for strip in app.screen._compositor.render_strips()]
    styled = [_runs(line) for line in lines]
    cells = Counter()
    for run in chain(*styled):
        cells[run.look] += run.end - run.first
    seen = (look for look, _ in cells.most_common() if not look.is_blank())
    usual = next(seen, Look((), "", ""))  # before the first frame nothing is
    words = ["".join(segment.text for segment in line).rstrip() for line in lines]
    told = [f"== styles; where nothing is said: {usual.colour} on {usual.ground}"]
    for number, runs in enumerate(styled, 1):
        shown = [_in_words(run, usual) for run in runs if run.look != usual]
        if any(shown):
            told.append(f"{number}: {'; '.join(filter(None, shown))}")
    return "\n".join([*words, *told]) + "\n"


def _in_words(run: Run, usual: Look) -> str:
    """Return the run in words; nothing for blanks on the usual ground."""
    said = [*run.look.attributes]
    if run.look.colour not in {"", usual.colour}:
        said.append(run.look.colour)
    if run.look.ground != usual.ground:
        said.append(f"on {run.look.ground}")
    last = run.end - 1
    cells = f"{run.first}-{last}" if last > run.first else f"{last}"
    return " ".join([cells, *said]) if said else ""


def _runs(line: list[Segment]) -> list[Run]:
    runs: list[Run] = []
    at = 0
    for segment in line:
        for piece in BLANKS_OR_WORDS.findall(segment.text):
            end = at + cell_len(piece)
            look = _look(segment.style or Style(), blank=piece.isspace())
            _add(runs, Run(at, end, look))
            at = end
    return runs


def _add(runs: list[Run], new: Run) -> None:
    """Add cells; blanks belong to the words before, or else behind them."""
    if runs:
        last = runs[-1]
        if last.look == new.look or last.look.goes_on_over(new.look):
            runs[-1] = last._replace(end=new.end)
            return
        if new.look.goes_on_over(last.look):
            runs[-1] = Run(last.first, new.end, new.look)
            return
    runs.append(new)


@lru_cache(2000)
def _look(style: Style, *, blank: bool) -> Look:
    attributes = [name for name in ATTRIBUTES if getattr(style, name)]
    colour = style.color.name if style.color else "default"
    ground = style.bgcolor.name if style.bgcolor else "default"
    if blank:
        attributes = [name for name in attributes if name in SEEN_ON_BLANKS]
        colour = colour if attributes else ""
    return Look(tuple(attributes), colour, ground)


class Snapshots:
    """What the screens of one walk looked like; all that differs is told at the end."""

    def __init__(self, folder: Path, *, update: bool) -> None:
        self.folder = folder
        self.update = update
        self.seen: set[str] = set()
        self.wrong: list[str] = []

    async def look(self, pilot, name: str) -> None:
        """Compare the screen with the snapshot as soon as it shows what it should."""
        self.seen.add(name)
        path = self.folder / f"{name}.txt"
        if self.update:
            self.folder.mkdir(parents=True, exist_ok=True)
            path.write_text(await _at_rest(pilot, AT_REST), encoding="utf-8")
            return
        wanted = path.read_text(encoding="utf-8") if path.exists() else ""
        patience = AT_REST if self.wrong or not wanted else WRONG
        shown = await _at_rest(pilot, patience, wanted)
        if shown != wanted:
            self.wrong.append(_difference(wanted, shown, path))

    def differences(self) -> list[str]:
        """Return what was not as its snapshot, and which snapshots had no screen."""
        for path in sorted(self.folder.glob("*.txt")):
            if path.stem in self.seen:
                continue
            if self.update:
                path.unlink()
            else:
                self.wrong.append(f"{path.name}: no screen was compared with it")
        return self.wrong


async def _at_rest(pilot, seconds: float, wanted: str = "") -> str:
    """Return what is shown, once it is as wanted or has not changed for a while."""
    shown, since = picture(pilot.app), monotonic()
    while shown != wanted and monotonic() - since < seconds:
        await pilot.pause(0.02)
        now = picture(pilot.app)
        if now != shown:
            shown, since = now, monotonic()
    return shown


def _difference(wanted: str, shown: str, path: Path) -> str:
    name = path.relative_to(HERE)
    lines = difflib.unified_diff(
        wanted.splitlines(), shown.splitlines(), str(name), "shown", lineterm="", n=1
    )
    hint = "(--update-snapshots takes what is shown)"
    return "\n".join([*lines, hint]) if wanted else f"{name}: no such snapshot {hint}"


@pytest.fixture
def snapshots(request):
    """Return a function that makes the snapshots of one walk, by its name."""
    update = request.config.getoption("--update-snapshots")
    return lambda walk: Snapshots(HERE / "snapshots" / walk, update=update)


@pytest.fixture
def words_are_said_shortly(monkeypatch):
    """Take words away at once that stand on the screen for some seconds only."""
    set_timer = MessagePump.set_timer

    def soon(self, delay, *args, **kwargs):
        return set_timer(self, 0.02 if delay >= 3 else delay, *args, **kwargs)

    monkeypatch.setattr(MessagePump, "set_timer", soon)


@pytest.fixture
def in_theme(tmp_path, monkeypatch):
    """Return a function that makes the surroundings of an App in a theme."""

    def make(theme: str) -> Environment:
        if theme == "nocolor":
            monkeypatch.setenv("NO_COLOR", "1")
        path = tmp_path / "config.toml"
        if theme == "light":
            path.write_text('theme = "diptych-light"\n', encoding="utf-8")
        memory = Memory(tmp_path / "state.json")
        return Environment(read_configuration(path), memory, memory.read())

    return make


@pytest.fixture
def start_in_theme(two_reports, in_theme):
    """Return a function that makes an App with the start screen."""

    def make(theme: str) -> DiptychApp:
        pair = Recent(Sources(*two_reports), "The river report", "The river report")
        gone = Recent(Sources(two_reports[0], "/nowhere/gone.txt"), "Gone")
        around = in_theme(theme)
        around.memory.change(lambda known: known.opened(gone).opened(pair))
        around = around._replace(remembered=around.memory.read())
        texts = tuple(
            ShelfText(path, "The river report", date, "Reuters", 40)
            for path, date in zip(two_reports, ("2024-05-02", ""), strict=True)
        )
        shared = ShelfPair(0, 1, 0.75, 0.8, 0.7, "left", "dated earlier")
        samples = Shelf(texts, pairs=(shared,), groups=((0, 1),))
        return DiptychApp(None, around, samples)

    return make


@pytest.fixture
def library_in_theme(in_theme, tmp_path, monkeypatch):
    """Return a function that makes an App with the library of a folder."""
    monkeypatch.chdir(tmp_path)
    folder = Path("reports")
    folder.mkdir()
    for name, text in LIBRARY.items():
        (folder / name).write_text(text, encoding="utf-8")

    def make(theme: str) -> DiptychApp:
        request = LibraryRequest((str(folder),))
        return DiptychApp(None, in_theme(theme), None, request)

    return make


@pytest.fixture
def reader_in_theme(two_reports, in_theme, tmp_path):
    """Return a function that makes an App with the reader on the two texts."""

    def make(theme: str = "dark") -> DiptychApp:
        around = in_theme(theme)
        request = Request(*two_reports, None, tmp_path / "notes.jsonl")
        return DiptychApp(prepare(request, around), around)

    return make


@pytest.fixture(autouse=True)
def notes_are_of_one_day(monkeypatch):
    """Have notes told to be of the same day whenever the tests are run."""
    told = "tui_app.ui.note_screens.note_lines.day_of"
    monkeypatch.setattr(told, lambda time: time and "2026-02-28")
