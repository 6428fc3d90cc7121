"""A report in Markdown for people: what differs, in numbers and words, and the notes.

Nothing of the texts or the notes acts as Markdown or HTML. Each note is followed by a
comment that no page shows, with its Web Annotation: so notes can be read back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tui_app.core.change_list import ListedChange, listed_changes
from tui_app.core.exports.carried_notes import in_comment
from tui_app.core.exports.in_context import extent, in_context, place_of, words_of
from tui_app.core.exports.report import Remark, Report
from tui_app.core.from_base.told_from_base import (
    NOT_TOLD,
    FromBase,
    KeptChange,
    TogetherFromBase,
    from_base_in_words,
    words_told,
)
from tui_app.core.kinds import ALL_KINDS, KINDS, Kind
from tui_app.core.model import Document, Relation
from tui_app.core.text.display import displayable, displayable_line
from tui_app.core.text.plurals import counted
from tui_app.core.translation import languages_in_words


def review_report(report: Report) -> Iterator[str]:
    """Yield the report; all rows that go out are compared before the first number.

    Meanwhile there is an empty piece for each, so that who writes them can end it.
    """
    found = _Found()
    for row in report.rows():
        _add_row(found, report, row)
        yield ""
    yield from _head(report)
    yield from _lines("Summary", _summary(report, found))
    yield from _lines("Changed facts", found.facts)
    yield from _lines("Other differences", found.others)
    yield from _lines("Only in the left text", found.left_only)
    yield from _lines("Only in the right text", found.right_only)
    yield from _lines("Moved", found.moved)
    yield from _lines("Kept of what the left text changed in the base", found.kept)
    yield from _notes(report)


def _lines(heading: str, items: Iterable[str]) -> Iterator[str]:
    """Yield a section with a list, nothing where the list is empty."""
    before = f"\n## {heading}\n\n"
    for item in items:
        yield f"{before}- {item}\n"
        before = ""


def _head(report: Report) -> Iterator[str]:
    yield "# Two texts compared\n\n"
    for name, document in (
        ("Left", report.comparison.left),
        ("Right", report.comparison.right),
    ):
        yield f"- {name}: {_document(document)}\n"
    if report.from_base:
        yield f"- Base: {_document(report.from_base.base)}\n"
    if report.comparison.translation is not None:
        told = languages_in_words(report.comparison.translation)
        yield f"- Compared as {escaped(told)}\n"
    if report.made:
        yield f"- Report made: {escaped(report.made)}\n"


def _document(document: Document) -> str:
    told = document.metadata
    titled = document.title and (document.has_title or not document.source)
    names = [quoted(document.title)] if titled else []
    names += [escaped(one) for one in (told.author, told.date, told.site) if one]
    if document.source:
        names.append(escaped(document.name))
    return ", ".join(names) or "(text)"


# What differs -------------------------------------------------------------------


@dataclass(slots=True)
class _Found:
    """The items of the lists, and what is counted on the way."""

    relations: Counter[Relation] = field(default_factory=Counter)
    kinds: Counter[Kind] = field(default_factory=Counter)
    reviewed: int = 0
    facts: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    left_only: list[str] = field(default_factory=list)
    right_only: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    from_base: Counter[FromBase] = field(default_factory=Counter)


def _add_row(found: _Found, report: Report, row: int) -> None:
    left, shown = report.comparison.left, report.comparison.rows[row]
    found.relations[shown.relation] += 1
    found.reviewed += row in report.reviewed
    if shown.left and shown.right:
        _add_differences(found, report, row)
    else:
        _add_passage(found, report, row)
    told = report.told_from_base(row)
    if shown.moved:
        words = words_of(left, extent(left, shown.left))
        status = f", {told.moved}" if told.moved else ""
        found.moved.append(f"Row {row + 1}{status}: {quoted(words)}")
    found.from_base[FromBase.KEPT] += len(told.kept)
    found.kept += (_kept(report, row, one) for one in told.kept)


def _kept(report: Report, row: int, kept: KeptChange) -> str:
    left, base = report.comparison.left, report.from_base and report.from_base.base
    before = words_of(base, kept.base) if base else ""
    both = (before, words_of(left, kept.left))
    told = " / ".join(quoted(words) if words else "(nothing)" for words in both)
    return f"Row {row + 1}: {told}"


def _add_differences(found: _Found, report: Report, row: int) -> None:
    # Of everything the facts are told and the rest is counted; what was asked for
    # is told.
    told = report.choice.kinds if report.choice.kinds != ALL_KINDS else frozenset()
    from_base = report.from_base and report.from_base.of_row(row)
    for one in listed_changes(report.comparison, (row,), report.choice.kinds):
        found.kinds[one.kind] += 1
        of_base = from_base.of(one.numbers) if from_base else NOT_TOLD
        found.from_base.update(of_base.statuses)
        if KINDS[one.kind].fact:
            found.facts.append(_difference(report, row, one, of_base))
        elif one.kind in told:
            found.others.append(_difference(report, row, one, of_base))


def _difference(
    report: Report, row: int, one: ListedChange, of_base: TogetherFromBase
) -> str:
    left, right = report.comparison.left, report.comparison.right
    both = " / ".join(
        quoted(words_of(document, span)) if span else "(nothing)"
        for document, span in ((left, one.left), (right, one.right))
    )
    heads = [f"Row {row + 1}", KINDS[one.kind].name, *of_base.statuses]
    lines = [f"{', '.join(heads)}: {both}"]
    if report.from_base and of_base.base:
        words = words_told(report.from_base.base.text, of_base.base)
        lines.append(f"Base: {quoted(words)}")
    for name, document, span in (("Left", left, one.left), ("Right", right, one.right)):
        if span:
            place = place_of(document, span)
            where = f"{name}, {escaped(place)}" if place else name
            lines.append(f"{where}: {quoted(in_context(document, span))}")
    return "\n  - ".join(lines)


def _add_passage(found: _Found, report: Report, row: int) -> None:
    shown = report.comparison.rows[row]
    items = found.left_only if shown.left else found.right_only
    document = report.comparison.left if shown.left else report.comparison.right
    kind = Kind.REMOVED if shown.left else Kind.ADDED
    if kind not in report.choice.kinds:
        return
    span = extent(document, shown.left or shown.right)
    whole = report.told_from_base(row).whole
    found.from_base.update([whole.status] if whole else [])
    heads = [f"Row {row + 1}", escaped(place_of(document, span))]
    heads += [str(whole.status)] if whole else []
    where = ", ".join(filter(None, heads))
    items.append(f"{where}: {quoted(words_of(document, span))}")


def _summary(report: Report, found: _Found) -> Iterator[str]:
    rows = sum(found.relations.values())
    of_all = len(report.comparison.rows)
    yield counted(rows, "row", "rows") + (f" of {of_all}" if rows != of_all else "")
    names = {
        Relation.SAME: "the same on both sides",
        Relation.CHANGED: "changed",
        Relation.LEFT_ONLY: "only in the left text",
        Relation.RIGHT_ONLY: "only in the right text",
    }
    for relation, name in names.items():
        if found.relations[relation]:
            yield f"{found.relations[relation]} {name}"
    if found.moved:
        yield f"{len(found.moved)} moved"
    if report.from_base:
        yield from_base_in_words(found.from_base)
    yield from _kinds_counted(found.kinds)
    if found.reviewed:
        yield f"{found.reviewed} reviewed"
    if report.remarks:
        yield counted(len(report.remarks), "note", "notes")


def _kinds_counted(kinds: Counter[Kind]) -> Iterator[str]:
    for name, facts in (("changed facts", True), ("other differences", False)):
        of_these = {k: n for k, n in kinds.items() if KINDS[k].fact is facts}
        if of_these:
            parts = (f"{KINDS[k].name} {of_these[k]}" for k in KINDS if k in of_these)
            yield f"{sum(of_these.values())} {name}: {', '.join(parts)}"


# Notes --------------------------------------------------------------------------


def _notes(report: Report) -> Iterator[str]:
    if report.remarks:
        yield "\n## Notes\n"
    for remark in report.remarks:
        yield "\n".join(["", f"### {_where(remark)}", "", _about(remark), ""])
        yield from _quotes(remark)
        if remark.body.strip():
            yield f"\n{block_quote(remark.body)}\n"
        if remark.annotation:
            yield f"\n{in_comment(remark.annotation)}\n"


def _where(remark: Remark) -> str:
    if remark.rows:
        numbers = ", ".join(str(row + 1) for row in remark.rows)
        return f"Row {numbers}" if len(remark.rows) == 1 else f"Rows {numbers}"
    quotes = remark.left_quotes or remark.right_quotes
    return "Without a place" if quotes else "On the whole"


def _about(remark: Remark) -> str:
    words = [remark.kind, remark.status]
    if remark.state != "placed":
        words.append(remark.state)
    words += [f"\\#{escaped(tag)}" for tag in remark.tags]
    words += [escaped(one) for one in (remark.by, remark.created[:10]) if one]
    return " · ".join(words)


def _quotes(remark: Remark) -> Iterator[str]:
    before = "\n"
    for name, quotes in (("Left", remark.left_quotes), ("Right", remark.right_quotes)):
        for quote in quotes:
            yield f"{before}- {name}: {quoted(quote)}\n"
            before = ""


# Words of others, so that nothing in them acts: no marks, links or HTML -----------

_MARKS = re.compile(r"([\\`*_\[\]|~#$^{}!>])")

_ENTITIES = (
    ("&", "&amp;"),
    ("<", "&lt;"),
    ("@", "&#64;"),  # some renderers make links of addresses
    ("://", "&#58;//"),
    ("www.", "www&#46;"),
    ("WWW.", "WWW&#46;"),
)

_BEGINNING = re.compile(r"([-+=:.])|(\d+)([.)])")


def escaped(text: str) -> str:
    """Return the text in one line; it may stand anywhere but at a line's beginning."""
    return _without_marks(displayable_line(" ".join(text.split())))


def quoted(text: str) -> str:
    """Return the text in one line, in quotation marks: it may begin a line."""
    return f"“{escaped(text)}”"


def block_quote(text: str) -> str:
    """Return the lines of a text as a block quotation that keeps its line breaks."""
    lines = [_line(one) for one in displayable(text).strip().split("\n")]
    told = []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        told.append(f"> {line}\\" if line and after else f"> {line}".rstrip())
    return "\n".join(told)


def _line(text: str) -> str:
    safe = _without_marks(" ".join(text.split()))
    return _BEGINNING.sub(_as_words, safe, count=1) if _BEGINNING.match(safe) else safe


def _as_words(found: re.Match[str]) -> str:
    mark, number, stop = found.groups()
    return f"\\{mark}" if mark else f"{number}\\{stop}"


def _without_marks(line: str) -> str:
    safe = _MARKS.sub(r"\\\1", line)
    for plain, entity in _ENTITIES:
        safe = safe.replace(plain, entity)
    return safe
