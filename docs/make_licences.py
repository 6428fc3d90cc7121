"""Make the table of ``docs/reference/licences.md`` from the installed packages.

    .venv/bin/python docs/make_licences.py

Run it where ``requirements-test.txt`` is installed. Licences are as the packages' own
metadata tell them (core metadata 2.4: ``License-Expression``; older packages: the
classifiers, then ``License``), with SPDX's names.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PAGE = Path(__file__).resolve().parent / "reference" / "licences.md"
EXTRAS = ("", "web", "pdf", "serve", "test")  # "all" is the first three of them
_NEEDED_BY = {"": "the program", "test": "tests"}
_SPDX = {  # what classifiers and older fields say
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.1-or-later",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}


def licence(package: str) -> str:
    """Return under which licence a package says that it is, by SPDX's name."""
    told = metadata(package)
    if expression := told.get("License-Expression"):
        return str(expression)
    classifiers = told.get_all("Classifier") or []
    named = [c.rpartition(" :: ")[2] for c in classifiers if c.startswith("License ::")]
    said = " AND ".join(named) or str(told.get("License", ""))
    return _SPDX.get(said, said)


def needed() -> dict[str, str]:
    """Return by its name every package that is needed, and what first needs it."""
    found: dict[tuple[str, str], str] = {}  # by package and extra
    for extra in EXTRAS:
        _follow(("diptych", extra), _NEEDED_BY.get(extra, f"extra `{extra}`"), found)
    first: dict[str, str] = {}
    for (package, _), reason in found.items():
        first.setdefault(package, reason)
    del first["diptych"]
    return first


def _follow(
    node: tuple[str, str], reason: str, found: dict[tuple[str, str], str]
) -> None:
    """Add a package with an extra, and all it requires that is installed here."""
    if node in found:
        return
    package, extra = node
    try:
        wanted = [Requirement(one) for one in requires(package) or ()]
    except PackageNotFoundError:
        return
    found[node] = reason
    for one in wanted:
        if one.marker is None or one.marker.evaluate({"extra": extra}):
            for inner in one.extras or {""}:
                _follow((canonicalize_name(one.name), inner), reason, found)


def table() -> Iterator[str]:
    """Tell of every package its licence and what needs it, the program's own first."""
    yield "| package | licence | needed by |"
    yield "|---|---|---|"
    order = [_NEEDED_BY.get(extra, f"extra `{extra}`") for extra in EXTRAS]
    rows = sorted(needed().items(), key=lambda row: (order.index(row[1]), row[0]))
    yield from (f"| {name} | {licence(name)} | {reason} |" for name, reason in rows)


def main() -> None:
    """Write the table anew; what stands before it is kept."""
    before = PAGE.read_text(encoding="utf-8").partition("| package |")[0]
    PAGE.write_text(before + "\n".join(table()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
