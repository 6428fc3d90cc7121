"""The names of the commands, those to come among them."""

from __future__ import annotations

COMMANDS = {
    "align": "print which passages belong together",
    "diff": "print the differences; exit status 1 where there are any",
    "notes": "list, add, export and import notes without the reader",
    "config": "print the settings in force",
}
NOT_YET = {
    "pairs": "compare two files with 'diptych align LEFT RIGHT'",
    "export": "use 'diptych diff LEFT RIGHT --json'",
}
