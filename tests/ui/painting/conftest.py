"""A terminal that counts cells as one likes, and what an App writes to one."""

import re

import pytest
from rich.cells import split_graphemes
from textual.drivers.headless_driver import HeadlessDriver

_CODE = re.compile(
    r"\x1b\[([\d;]*)([HXm])|\x1b\][^\x07]*\x07|\x1b\[[?>][\d$;]*[a-z]|\x07"
)
_OFF = ((), "39", "49")
_BLANK = " ", _OFF


class Terminal:
    """``cells_of`` gives the cells of a cluster; without it those that rich counts.

    Like most, it blanks a wide letter of which half is written over, and what reaches
    beyond its edge stays in the last column.
    """

    def __init__(self, width, height, cells_of=None):
        self.width = width
        self.rows = [[_BLANK] * width for _ in range(height)]
        self._cells_of = cells_of or (lambda _cluster, counted: counted)
        self._y = self._x = 0
        self.look = _OFF

    def write(self, data):
        """Obey codes, and show what is none."""
        at = 0
        for match in _CODE.finditer(data):
            self._show(data[at : match.start()])
            if match[2]:
                self._obey(match[1], match[2])
            at = match.end()
        self._show(data[at:])

    def text(self, y, start=0, end=None):
        """Return what a line shows."""
        return "".join(text for text, _ in self.rows[y][start:end])

    def scribble(self, y, text):
        """Let somebody else write to a line."""
        self._y, self._x = y, 0
        self._show(text)

    def _obey(self, numbers, code):
        if code == "H":
            y, x = numbers.split(";")
            self._y, self._x = int(y) - 1, int(x) - 1
        elif code == "X":
            for x in range(self._x, min(self._x + int(numbers), self.width)):
                self._set(x, " ", ((), "39", self.look[2]))
        else:
            self._turn(numbers.split(";"))

    def _turn(self, codes):
        attributes, colour, ground = self.look
        while codes:
            code = codes.pop(0)
            if code in {"", "0"}:
                attributes, colour, ground = _OFF
            elif code in {"38", "48"}:
                rest = 4 if codes[0] == "2" else 2
                value = ";".join([code, *codes[:rest]])
                del codes[:rest]
                colour, ground = (value, ground) if code == "38" else (colour, value)
            elif code[0] in "39" and len(code) == 2:
                colour = code
            elif (code[0] == "4" and len(code) == 2) or code[:2] == "10":
                ground = code
            else:
                attributes = (*attributes, code)
        self.look = attributes, colour, ground

    def _show(self, text):
        spans, _ = split_graphemes(text) if text else ([], 0)
        for start, end, counted in spans:
            cluster = text[start:end]
            cells = self._cells_of(cluster, counted)
            if cells:
                x = min(self._x, self.width - 1)
                for more in range(min(cells, self.width - x)):
                    self._set(x + more, "" if more else cluster, self.look)
                self._x = x + cells
            elif self._x:
                x = min(self._x, self.width) - 1
                before, look = self.rows[self._y][x]
                self.rows[self._y][x] = before + cluster, look

    def _set(self, x, text, look):
        row = self.rows[self._y]
        if text and not row[x][0]:  # the letter of which this was the rest
            first = x
            while first and not row[first][0]:
                first -= 1
            row[first] = " ", row[first][1]
        end = x + 1
        while end < self.width and not row[end][0]:
            row[end] = " ", row[end][1]
            end += 1
        row[x] = text, look


@pytest.fixture
def terminal():
    """Return a function that makes a terminal of a width and a height."""
    return Terminal


class Written:
    """What was written to the terminal, as a whole and since it was last asked."""

    def __init__(self):
        self.all = ""
        self._told = 0

    def new(self):
        """Return how many bytes were written since."""
        new, self._told = self.all[self._told :], len(self.all)
        return len(new.encode())


@pytest.fixture
def written(monkeypatch):
    """Let an App without a terminal write as if it had one."""
    kept = Written()

    def write(_driver, data):
        kept.all += data

    monkeypatch.setattr(HeadlessDriver, "is_headless", False)
    monkeypatch.setattr(HeadlessDriver, "write", write)
    monkeypatch.setattr(HeadlessDriver, "flush", lambda _driver: None, raising=False)
    return kept
