"""A note as a W3C Web Annotation (JSON-LD, 2017), and back.

What the standard has no word for stands in properties of the prefix ``diptych:``;
other programs pass over them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tui_app.core.exports.carried_notes import JSON_LD_CONTEXT
from tui_app.core.model import Document, Side
from tui_app.notes.exchange.arrivals import Arrival
from tui_app.notes.exchange.quoted_targets import Target
from tui_app.notes.note import Anchor, Note, NoteKind, PlacedNote, Status

_URN = "urn:diptych:note:"

_MOTIVATION = {
    NoteKind.NOTE: "commenting",
    NoteKind.QUESTION: "questioning",
    NoteKind.HIGHLIGHT: "highlighting",
}
_KIND = {motivation: kind for kind, motivation in _MOTIVATION.items()}


def as_annotations(
    placed: Sequence[PlacedNote], left: Document, right: Document
) -> str:
    """Return the notes as a page of Web Annotations (JSON-LD)."""
    page = to_page([one.note for one in placed], left, right)
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"


def to_page(notes: Iterable[Note], left: Document, right: Document) -> dict[str, Any]:
    """Return an ``AnnotationPage`` with all the notes."""
    return {
        "@context": JSON_LD_CONTEXT,
        "type": "AnnotationPage",
        "items": [to_annotation(note, left, right) for note in notes],
    }


def to_annotation(note: Note, left: Document, right: Document) -> dict[str, Any]:
    """Return one ``Annotation``."""
    names = {"left": left.name, "right": right.name}
    bodies = [
        {"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in note.tags
    ]
    comment = {
        "type": "TextualBody",
        "purpose": _MOTIVATION[note.kind],
        "format": "text/plain",
        "value": note.body,
    }
    targets: list[Any] = [
        _target(anchor, names[anchor.side]) for anchor in note.anchors
    ]
    return {
        "id": _URN + note.id,
        "type": "Annotation",
        "motivation": _MOTIVATION[note.kind],
        "created": note.created,
        "modified": note.changed,
        "creator": {"type": "Person", "name": note.by},
        "body": [comment, *bodies],
        "target": targets or [names["left"], names["right"]],
        "diptych:status": str(note.status),
    }


def _target(anchor: Anchor, name: str) -> dict[str, Any]:
    return {
        "source": name,
        "selector": [
            {
                "type": "TextPositionSelector",
                "start": anchor.start,
                "end": anchor.end,
            },
            {
                "type": "TextQuoteSelector",
                "exact": anchor.quote,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            },
        ],
        "diptych:side": anchor.side,
        "diptych:text": anchor.text,
    }


def from_page(value: Any) -> list[Arrival]:
    """Return the notes of a page, a collection, a list or a single annotation.

    Raises ``ValueError`` where it holds none of these.
    """
    if isinstance(value, Mapping) and "items" not in value:
        first = value.get("first")
        value = first if isinstance(first, Mapping) else [value]
    items = value.get("items") if isinstance(value, Mapping) else value
    if not isinstance(items, list):
        raise ValueError("no annotations in it")
    return [from_annotation(item) for item in items]


def from_annotation(value: Any) -> Arrival:
    """Return one note; raise ``ValueError`` where it is not an annotation."""
    if not isinstance(value, Mapping) or value.get("type") != "Annotation":
        raise ValueError("an item that is no Web Annotation")
    bodies = _as_list(value.get("body"))
    comments = [_value(body) for body in bodies if not _is_tag(body)]
    creator = value.get("creator")
    identity = _text(value.get("id"))
    return Arrival(
        id=identity.removeprefix(_URN) if identity.startswith(_URN) else "",
        kind=_KIND.get(_text(value.get("motivation")), NoteKind.NOTE),
        body="\n".join(comment for comment in comments if comment),
        tags=tuple(filter(None, (_value(body) for body in bodies if _is_tag(body)))),
        status=_status(value.get("diptych:status")),
        targets=tuple(_read_target(target) for target in _as_list(value.get("target"))),
        created=_text(value.get("created")),
        changed=_text(value.get("modified")),
        by=_text(creator.get("name")) if isinstance(creator, Mapping) else "",
    )


def _read_target(value: Any) -> Target:
    if not isinstance(value, Mapping):
        return Target(None, _text(value), "")
    selectors = [s for s in _as_list(value.get("selector")) if isinstance(s, Mapping)]
    quote = _of_type(selectors, "TextQuoteSelector")
    position = _of_type(selectors, "TextPositionSelector")
    start, end = _offset(position.get("start")), _offset(position.get("end"))
    ordered = start is not None and end is not None and start <= end
    return Target(
        side=_side(value.get("diptych:side")),
        source=_text(value.get("source")),
        exact=_text(quote.get("exact")),
        prefix=_text(quote.get("prefix")),
        suffix=_text(quote.get("suffix")),
        start=start if ordered else None,
        end=end if ordered else None,
        text=_text(value.get("diptych:text")),
    )


def _of_type(selectors: list[Mapping[str, Any]], name: str) -> Mapping[str, Any]:
    return next((one for one in selectors if one.get("type") == name), {})


def _as_list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _is_tag(body: Any) -> bool:
    return isinstance(body, Mapping) and body.get("purpose") == "tagging"


def _value(body: Any) -> str:
    return _text(body.get("value")) if isinstance(body, Mapping) else ""


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _offset(value: Any) -> int | None:
    is_offset = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return value if is_offset else None


def _side(value: Any) -> Side | None:
    return value if value in ("left", "right") else None


def _status(value: Any) -> Status:
    return Status.RESOLVED if value == Status.RESOLVED else Status.OPEN
