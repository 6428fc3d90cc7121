"""``diptych import``: what another program found in a large archive, opened here."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import chain, groupby
from operator import attrgetter
from tempfile import TemporaryDirectory

from tui_app.cli.output import mention, write_json_pieces
from tui_app.cli.parser import Action
from tui_app.cli.printed_page import PrintedPage
from tui_app.cli.shared_options import add_ascii, add_config, add_plain, this_run
from tui_app.core.text.display import displayable_line
from tui_app.core.text.plurals import counted
from tui_app.errors import UserError
from tui_app.library.passim_clusters import (
    MOST_PASSAGES,
    ClusterPassage,
    PassageCluster,
    PassagePlaces,
    read_clusters,
    shelf_of_clusters,
)
from tui_app.library.shelf import LeftOutFile

_AT_ONCE = 1000  # passages of a cluster, where they go out one by one
_MOST_SAID = 20  # lines left out that are told one by one
_NARROWEST = 20


def _add_passim(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help="passim's folder of output, its out.json, or files of it; packed or not",
    )
    parser.add_argument(
        "--json", action="store_true", help="print the clusters as JSON"
    )
    parser.add_argument(
        "--texts",
        dest="folder",
        metavar="FOLDER",
        default=".",
        help="where the documents are whose names passim knew (else here): pairs of "
        "those that are there are opened whole, at the passage",
    )
    add_ascii(parser)
    add_plain(parser)
    add_config(parser)


def _passim(options: argparse.Namespace) -> int:
    """Open the clusters in the library, or print them where there is no terminal."""
    left_out: list[LeftOutFile] = []
    from_keys = sys.stdin and sys.stdin.isatty()  # there is none where it is closed
    opens = bool(not options.json and from_keys and sys.stdout.isatty())
    most = MOST_PASSAGES + 1 if opens else _AT_ONCE if options.json else None
    clusters = _some(read_clusters(options.files, left_out, most), left_out)
    if options.json:
        write_json_pieces(_json_pieces(clusters))
    elif opens:
        _open(clusters, left_out, options)
    else:
        _print(clusters)
    for where, why in left_out[:_MOST_SAID]:
        mention(f"{where}: {why}")
    more = len(left_out) - _MOST_SAID
    if more > 0:
        mention(f"{counted(more, 'more line', 'more lines')} left out")
    return 0


def _some(
    clusters: Iterator[PassageCluster], left_out: list[LeftOutFile]
) -> Iterator[PassageCluster]:
    """Yield the clusters. Raises ``UserError`` where there are none."""
    found = False
    for one in clusters:
        found = True
        yield one
    if not found:
        what, why = left_out[0] if left_out else ("import passim", "holds no passages")
        raise UserError(what, why, "name what passim wrote")


def _open(
    clusters: Iterator[PassageCluster],
    left_out: list[LeftOutFile],
    options: argparse.Namespace,
) -> None:
    from tui_app.review.request import LibraryRequest
    from tui_app.ui.launch import run_clusters

    places = PassagePlaces(options.folder)
    with TemporaryDirectory(prefix="diptych-passages-") as folder:
        shelf = shelf_of_clusters(clusters, folder, places)
        if shelf.remark:
            mention(shelf.remark)
        asked = this_run(options)._replace(
            ascii_only=options.ascii, plain=options.plain
        )
        shelf = shelf._replace(left_out=tuple(left_out))
        called = f"passim: {options.files[0]}"
        request = LibraryRequest(whole=places.place_of, called=called)
        run_clusters(shelf, request, asked)


def _print(clusters: Iterator[PassageCluster]) -> None:
    page = PrintedPage(0)
    for cluster in clusters:
        many = counted(len(cluster.passages), "passage", "passages")
        page.write([f"cluster {displayable_line(cluster.number)}: {many}"])
        for one in cluster.passages:
            told = [one.date, one.document, f"{one.begin}-{one.end}", one.title]
            head = "  ".join(filter(None, told))
            page.write([f"  {displayable_line(head)}"])
            words = displayable_line(" ".join(one.text.split()))
            page.write(["    " + page.cut(words, max(_NARROWEST, page.width - 4), "…")])


def _json_pieces(clusters: Iterator[PassageCluster]) -> Iterator[str]:
    """Yield a list of clusters, one passage at a time; a large one comes in parts."""
    before = "["
    for number, parts in groupby(clusters, key=attrgetter("number")):
        yield f'{before}{{"cluster": {json.dumps(number)}, "passages": ['
        passages = chain.from_iterable(part.passages for part in parts)
        for place, passage in enumerate(passages):
            yield ", " * (place > 0) + json.dumps(_fields(passage))
        yield "]}"
        before = ", "
    yield "]"


def _fields(passage: ClusterPassage) -> dict[str, str | int]:
    return {
        "id": passage.document,
        "series": passage.series,
        "date": passage.date,
        "title": passage.title,
        "begin": passage.begin,
        "end": passage.end,
        "text": passage.text,
    }


ACTIONS = {
    "passim": Action(
        "open the clusters of reused passages that passim found", _add_passim, _passim
    )
}
