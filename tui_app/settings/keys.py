"""Every key of the program: what it does, its group, and how users replace it.

The table is the only place where a key is written down; the bindings, the help,
the palette, the footer, ``docs/reference/keys.md`` and the check of ``[keys]`` in
``config.toml`` are made from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

Scope = Literal[
    "app", "reader", "search", "concordance", "table", "note", "notes", "library"
]


class Action(NamedTuple):
    """Something a key does.

    ``keys`` are the defaults in Textual's spelling, ``scope`` the screen they
    work on (``app``: everywhere).
    """

    id: str
    keys: tuple[str, ...]
    group: str
    help: str
    scope: Scope = "reader"

    @property
    def method(self) -> str:
        """Return the name of the Textual action: ``row-down`` is ``row_down``."""
        return self.id.replace("-", "_")


def _group(group: str, scope: Scope, *rows: tuple[str, str, str]) -> tuple[Action, ...]:
    return tuple(
        Action(name, tuple(keys.split()), group, text, scope)
        for name, keys, text in rows
    )


ACTIONS: tuple[Action, ...] = (
    *_group(
        "Moving",
        "reader",
        ("row-down", "j down", "next row"),
        ("row-up", "k up", "previous row"),
        ("page-down", "space pagedown", "a page down"),
        ("page-up", "b pageup", "a page up"),
        ("half-down", "ctrl+d", "half a page down"),
        ("half-up", "ctrl+u", "half a page up"),
        ("first-row", "g home", "to the beginning"),
        ("last-row", "G end", "to the end"),
        ("other-side", "tab", "to the other side"),
        ("side-left", "h left", "to the left side; a word back while choosing words"),
        ("side-right", "l right", "to the right side; a word on while choosing words"),
        ("go-to", ":", "go to a row, a percentage or a heading"),
        ("place-back", "ctrl+o", "back to the place before a jump"),
        ("place-forward", "O", "forward again through the places visited"),
        ("contents", "t", "table of contents: chapters of both, and how each stands"),
        ("next-text", ">", "the next text beside the left one, where there are more"),
        ("previous-text", "<", "the text before, of those beside the left one"),
        ("witness-table", "M", "table: what each passage has in each of the texts"),
        ("reload", "L f5", "load a text again that has changed on the disk"),
        ("edit-text", "ctrl+e", "open the passage in $EDITOR, at its line"),
        ("left-out", "o", "what was left out of the documents, and why"),
        ("counterpart", "m", "to the counterpart of a moved passage, and back"),
    ),
    *_group(
        "Differences",
        "reader",
        ("next-difference", "]", "next difference"),
        ("previous-difference", "[", "previous difference"),
        ("visits", "K", "which differences to go to: all, facts, one-sided, moved"),
        ("base-visits", "B", "with a base: go to all, new, taken back, … or kept"),
        ("facts-only", "f", "mark changed facts only"),
        ("details", "i", "details of this row: what differs; again for the rest"),
        ("facts-list", "I", "list of all changed facts"),
        ("lists", "V", "view lists: facts, one side only, moved, notes, unreviewed"),
        ("silence", "H", "hush: never tell this again in these two texts"),
        (
            "word-marks",
            "w",
            "marks: off, facts … letters; or linked words, if translated",
        ),
        ("fold-same", "z", "fold the rows that are the same"),
    ),
    *_group(
        "Search",
        "reader",
        ("search", "/", "search both sides"),
        ("next-hit", "n", "next hit while searching, else next difference"),
        (
            "previous-hit",
            "N",
            "previous hit while searching, else previous difference",
        ),
        (
            "leave",
            "escape",
            "leave selection or search; stop a load or export; join sides; go back",
        ),
        ("concordance", "C", "concordance: all passages with a word, and what answers"),
        ("terms-list", "W", "list of terms that are translated in two ways"),
    ),
    *_group(
        "Layout",
        "reader",
        ("layout-auto", "0", "layout by the width of the terminal"),
        ("layout-side", "1", "side by side"),
        ("layout-stacked", "2", "stacked, left above right"),
        ("layout-merged", "3", "merged in one column"),
        ("layout-original", "4", "one text only; tab changes which"),
        ("peek", "p", "peek at what the text not read says here, and away again"),
        ("cover", "P", "cover the words of the text not read, or uncover them"),
        ("wider", "+", "wider columns"),
        ("narrower", "-", "narrower columns"),
        ("unit", "u", "unit: sentence, paragraph or line"),
        ("unlock", "s", "unlock or lock the scrolling of the two sides"),
    ),
    *_group(
        "Alignment by hand",
        "reader",
        ("link", "=", "link the passages under the two sides' cursors with each other"),
        ("link-as-well", "&", "link them besides what they are linked with already"),
        ("unlink", "x", "unlink the passages of this row"),
        ("take-out", "D", "take the passage at the difference out of this row"),
        ("no-counterpart", "X", "settle that this has no counterpart"),
        ("join-rows", "J", "join this row and the next"),
        ("split-row", "S", "split the row at the difference or the hit"),
        ("undo", "U", "undo"),
        ("redo", "ctrl+r", "redo"),
    ),
    *_group(
        "Notes and review",
        "reader",
        ("note", "a c enter", "note on the row or the selection"),
        ("note-on-all", "A", "note on the whole comparison"),
        ("select", "v", "select words from the keyboard"),
        ("copy", "y", "copy the selection or the passage"),
        ("next-note", "}", "next note"),
        ("previous-note", "{", "previous note"),
        ("notes-list", "@", "list of notes"),
        ("reviewed", "r", "mark the row as reviewed, and on to the next that is not"),
        ("next-unreviewed", "R", "next row that is not reviewed"),
        ("unreviewed-only", "F", "show only what is not reviewed"),
        ("export", "E", "export: write what is here to a file"),
    ),
    *_group(
        "While a search is typed",
        "search",
        ("search-case", "f2 alt+c", "capitals: smart, as typed, any"),
        ("search-words", "f3 alt+w", "whole words only, or not"),
        ("search-regex", "f4 alt+r", "a regular expression, or not"),
        ("search-accents", "f5 alt+a", "any accent, or as typed"),
    ),
    *_group(
        "In the concordance",
        "concordance",
        ("concordance-exact", "f2 alt+e", "exactly as written, or all forms"),
        ("concordance-sides", "f3 alt+s", "both sides, or one"),
    ),
    *_group(
        "In the table of several texts",
        "table",
        ("table-write", "f2 alt+e", "write it to a file"),
    ),
    *_group(
        "In a note's box",
        "note",
        ("note-save", "ctrl+s", "save the note"),
        ("note-editor", "ctrl+e", "write the note in $EDITOR"),
        ("note-close", "escape", "close the box, the draft is kept"),
    ),
    *_group(
        "In the list of notes",
        "notes",
        ("notes-open", "enter", "go to the note"),
        ("notes-edit", "e", "edit the note"),
        ("notes-delete", "d", "delete the note; undo brings it back"),
        ("notes-resolve", "r", "resolve the note, or open it again"),
        ("notes-place", "p", "accept the place proposed, or put it at the cursor"),
        ("notes-undo", "U", "undo"),
        ("notes-close", "escape", "close the list"),
    ),
    *_group(
        "In the library",
        "library",
        ("library-filter", "/", "filter the pairs by words of titles, names, dates"),
        (
            "library-sort",
            "s",
            "sort by shared wording, by date, by name, by size of group",
        ),
        ("library-open", ":", "open files or a folder by typing their names"),
        ("library-next-group", "]", "next group"),
        ("library-previous-group", "[", "previous group"),
        ("library-preview", "i", "show or hide the preview of the pair"),
        ("library-left-out", "o", "what was left out of the library, and why"),
        ("library-reload", "L f5", "read the files again"),
        ("library-back", "escape", "clear the filter, or back to where one was before"),
    ),
    *_group(
        "Program",
        "app",
        ("help", "?", "help"),
        ("palette", "ctrl+p", "palette: everything there is to do"),
        ("theme", "T", "theme, with a preview"),
        ("redraw", "ctrl+l", "paint the screen anew"),
        (
            "suspend",
            "ctrl+z",
            "back to the shell, fg returns; in a box, take typing back",
        ),
        ("quit", "q ctrl+q", "quit"),
    ),
)

BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}


def actions_in(scope: Scope) -> tuple[Action, ...]:
    """Return the actions of one scope, in the order of the help."""
    return tuple(action for action in ACTIONS if action.scope == scope)


def groups(actions: Iterable[Action] = ACTIONS) -> dict[str, list[Action]]:
    """Return the actions by group, groups and actions in the order of the table."""
    found: dict[str, list[Action]] = {}
    for action in actions:
        found.setdefault(action.group, []).append(action)
    return found
