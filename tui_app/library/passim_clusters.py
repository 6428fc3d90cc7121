"""What passim found: passages reused in a large archive, as clusters and as a shelf.

passim (Smith, Cordell and Mullen 2015; github.com/dasmiq/passim) writes a folder
``out.json`` of files ``part-*``, a JSON record a line for each passage: ``cluster``,
``size``, ``id``, ``begin``, ``end``, ``text``, and what else was known of its document
(``series``, ``date``, ``title``). Version 2 adds ``src``, passages it links to this one
as sources. Records of a cluster stand together. Files may be packed by gzip or bzip2.
"""

from __future__ import annotations

import bz2
import gzip
import json
import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import IO, NamedTuple

from tui_app.core.file_stamp import stamp_of
from tui_app.core.loading import load_extract, look_at
from tui_app.core.model import Side
from tui_app.errors import UserError
from tui_app.library.shelf import LeftOutFile, Shelf, ShelfPair, ShelfText

LONGEST_LINE = 16 << 20
"""Bytes of a record at most."""

MOST_LEFT_OUT = 1000
"""Lines that may be none of passim's; with more it is the output of something else."""

MOST_PASSAGES = 2000
"""Passages that are put on a shelf; passim writes the largest clusters first."""

MOST_OF_A_CLUSTER = 20
"""Passages of a cluster that are paired with each other."""

_NAME_IT = "name what passim wrote"

_Lines = IO[bytes] | gzip.GzipFile | bz2.BZ2File


class PassageSource(NamedTuple):
    """A passage that passim links to another as its source."""

    uid: int
    begin: int
    end: int


class ClusterPassage(NamedTuple):
    """A passage of the document ``document``, at these offsets (code points) of it."""

    document: str
    series: str
    date: str
    title: str
    begin: int
    end: int
    text: str
    uid: int = 0
    sources: tuple[PassageSource, ...] = ()


class PassageCluster(NamedTuple):
    """Passages that passim takes for the same text; ``number`` is its name for it."""

    number: str
    passages: tuple[ClusterPassage, ...]


def read_clusters(
    paths: Iterable[str], left_out: list[LeftOutFile], most: int | None = None
) -> Iterator[PassageCluster]:
    """Yield the clusters in the order they were written, one in memory at a time.

    A cluster of more than ``most`` passages comes in parts, each as soon as it is read.
    ``left_out`` is told each line that is none of passim's, and why. Raises
    ``UserError`` for a path that cannot be read.
    """
    number, passages = "", list[ClusterPassage]()
    for file in [file for path in paths for file in _parts(path)]:
        for cluster, passage in _records(file, left_out):
            if passages and (cluster != number or len(passages) == most):
                yield PassageCluster(number, tuple(passages))
                passages = []
            number = cluster
            passages.append(passage)
    if passages:
        yield PassageCluster(number, tuple(passages))


def _parts(path: str) -> list[Path]:
    """Return the files that a path stands for: itself, or the parts in a folder."""
    place = Path(path)
    if not path or not stamp_of(path).is_folder:
        look_at(path)
        return [place]
    try:
        inner = place / "out.json"
        for folder in (inner, place) if stamp_of(str(inner)).is_folder else (place,):
            parts = sorted(one for one in folder.iterdir() if _is_part(one))
            if parts:
                return parts
    except OSError as error:
        why = f"cannot be read ({error.strerror})"
        raise UserError(path, why, _NAME_IT) from error
    why = "holds no file part-*, so it is no output of passim"
    raise UserError(path, why, "name the folder that passim wrote")


def _is_part(place: Path) -> bool:
    return place.name.startswith("part-") and stamp_of(str(place)).is_plain


def _records(
    file: Path, left_out: list[LeftOutFile]
) -> Iterator[tuple[str, ClusterPassage]]:
    try:
        with _opened(file) as lines:
            number = 0
            while line := lines.readline(LONGEST_LINE):
                number += 1
                if b"\0" in line:
                    raise UserError(str(file), "is binary, no JSON", _NAME_IT)
                if not line.strip():
                    continue
                try:
                    _skip_rest(line, lines)
                    yield _record(line)
                except ValueError as error:
                    left_out.append(LeftOutFile(f"{file}:{number}", str(error)))
                    _refuse_too_many(file, left_out)
    except (OSError, EOFError, zlib.error) as error:
        why = getattr(error, "strerror", None) or "is damaged"
        raise UserError(str(file), why, "name another file") from error


def _skip_rest(line: bytes, lines: _Lines) -> None:
    """Read what a line has beyond the longest, and raise ``ValueError`` for it."""
    if len(line) < LONGEST_LINE or line.endswith(b"\n"):
        return
    while line and not line.endswith(b"\n"):
        line = lines.readline(LONGEST_LINE)
    raise ValueError(f"is longer than {LONGEST_LINE >> 20} MB")


def _refuse_too_many(file: Path, left_out: Sequence[LeftOutFile]) -> None:
    """Raise ``UserError`` where so many lines are none that it must be another file."""
    if len(left_out) >= MOST_LEFT_OUT:
        where, why = left_out[0]
        many = f"{MOST_LEFT_OUT} lines are no records of passim's"
        why = f"{many}, the first ({where}) {why}"
        raise UserError(str(file), why, _NAME_IT)


def _opened(file: Path) -> _Lines:
    if not stamp_of(str(file)).is_plain:
        raise UserError(str(file), "is no regular file", _NAME_IT)
    with file.open("rb") as plain:
        head = plain.read(4)
    if head == b"PAR1":
        hint = "run passim with --output-format json"
        raise UserError(str(file), "is in the form Parquet", hint)
    if head.startswith(b"\x1f\x8b"):
        return gzip.open(file, "rb")
    return bz2.open(file, "rb") if head.startswith(b"BZh") else file.open("rb")


def _record(line: bytes) -> tuple[str, ClusterPassage]:
    """Return the cluster and the passage of a line; ValueError says what is wrong."""
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError("is no JSON") from error
    if not isinstance(told, dict):
        raise ValueError("is no record")
    for name, kinds in _FIELDS.items():
        if isinstance(told.get(name), bool) or not isinstance(told.get(name), kinds):
            raise ValueError(f"has no field {name} as passim writes it")
    said = {name: str(told.get(name) or "") for name in ("series", "date", "title")}
    uid = told.get("uid")
    passage = ClusterPassage(
        str(told["id"]),
        **said,
        begin=told["begin"],
        end=told["end"],
        text=told["text"],
        uid=uid if isinstance(uid, int) else 0,
        sources=tuple(_sources(told.get("src"))),
    )
    return str(told["cluster"]), passage


_FIELDS: dict[str, tuple[type, ...]] = {
    "cluster": (int, str),
    "id": (str, int),
    "begin": (int,),
    "end": (int,),
    "text": (str,),
}


def _sources(told: object) -> Iterator[PassageSource]:
    for one in told if isinstance(told, list) else []:
        if isinstance(one, dict):
            found = [one.get(name) for name in PassageSource._fields]
            if all(isinstance(value, int) for value in found):
                yield PassageSource(
                    *(int(value) for value in found if value is not None)
                )


class PassagePlaces:
    """Where passages stand in whole texts, by the files their own texts are in.

    ``folder`` is where the documents are, by the names (``id``) that passim knew.
    """

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder)
        self._passages: dict[str, ClusterPassage] = {}

    def add(self, file: str, passage: ClusterPassage) -> None:
        """Know the passage whose own text is in this file."""
        self._passages[file] = passage

    def place_of(self, file: str) -> tuple[str, int] | None:
        """Return the document's file and the passage's offset there, if it has it."""
        passage = self._passages.get(file)
        if passage is None:
            return None
        whole = self._folder / passage.document
        try:
            if not whole.is_file():
                return None
            text = load_extract(str(whole)).text
        except (UserError, OSError, ValueError):
            return None
        if text[passage.begin : passage.end] == passage.text:
            return str(whole), passage.begin
        at = text.find(passage.text.strip())
        return None if at < 0 else (str(whole), at)


# On a shelf -----------------------------------------------------------------------


def shelf_of_clusters(
    clusters: Iterable[PassageCluster],
    folder: str | os.PathLike[str],
    places: PassagePlaces,
) -> Shelf:
    """Return the clusters as groups of a shelf; each passage is a file in ``folder``.

    Only the first ``MOST_PASSAGES`` passages are taken: those of the largest clusters.
    ``places`` is told each of them.
    """
    texts: list[ShelfText] = []
    pairs: list[ShelfPair] = []
    groups: list[tuple[int, ...]] = []
    remark = ""
    for cluster in clusters:
        passages = cluster.passages[: MOST_PASSAGES - len(texts)]
        if len(passages) < len(cluster.passages):
            remark = f"only the first {MOST_PASSAGES} passages are shown"
        first = len(texts)
        for number, passage in enumerate(passages, first):
            texts.append(_shelf_text(passage, Path(folder) / f"{number + 1}.txt"))
            places.add(texts[-1].path, passage)
        groups.append(tuple(range(first, len(texts))))
        listed = list(enumerate(passages, first))[:MOST_OF_A_CLUSTER]
        pairs += (_pair(one, other) for one, other in combinations(listed, 2))
        if remark:
            break
    return Shelf(
        tuple(texts),
        (),
        tuple(sorted(pairs, key=lambda pair: -pair.score)),
        tuple(group for group in groups if len(group) > 1),
        remark=remark,
    )


def _shelf_text(passage: ClusterPassage, file: Path) -> ShelfText:
    file.write_text(passage.text, encoding="utf-8", errors="replace")
    title = passage.title or passage.document
    where = f"{title} ({passage.begin}-{passage.end})"
    words = len(passage.text.split())
    return ShelfText(str(file), where, passage.date, passage.series, words)


def _pair(
    one: tuple[int, ClusterPassage], other: tuple[int, ClusterPassage]
) -> ShelfPair:
    """Return two passages of a cluster, ranked by the words they have in one order."""
    from rapidfuzz.distance import LCSseq

    (left, first), (right, second) = one, other
    ours, theirs = first.text.casefold().split(), second.text.casefold().split()
    shared = LCSseq.similarity(ours, theirs)
    source: Side | None = None
    if _is_source(first, second):
        source = "left"
    elif _is_source(second, first):
        source = "right"
    return ShelfPair(
        left,
        right,
        2 * shared / max(1, len(ours) + len(theirs)),
        shared / max(1, len(ours)),
        shared / max(1, len(theirs)),
        source,
        "passim links it so, and it is dated earlier" if source else "",
    )


def _is_source(one: ClusterPassage, of: ClusterPassage) -> bool:
    """Tell whether passim links it so and the dates (ISO 8601) do not say otherwise.

    The direction of passim's links may be one of hashes, unless it was told of dates.
    """
    if not one.date or not of.date or one.date >= of.date:
        return False
    return any(
        source.uid == one.uid and source.begin < one.end and one.begin < source.end
        for source in of.sources
    )
