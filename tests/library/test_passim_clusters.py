"""What passim wrote is read as clusters; what it did not write is told line by line.

``passim_output`` is what passim 2.0.1 made of five texts written for this, with Spark
4.0.1; in the place of GraphFrames, a package of Spark, something else found the
connected components. The clusters are numbered otherwise than GraphFrames would.
"""

import bz2
import gzip
import json
import shutil
from pathlib import Path

import pytest

from tui_app.cli import import_passim
from tui_app.cli.main import main
from tui_app.errors import UserError
from tui_app.library import passim_clusters
from tui_app.library.passim_clusters import (
    PassagePlaces,
    read_clusters,
    shelf_of_clusters,
)
from tui_app.review.request import LibraryRequest

OUTPUT = Path(__file__).parent / "passim_output"
LINES = (OUTPUT / "part-00000.json").read_bytes()


def clusters(*paths):
    left_out = []
    return [*read_clusters(map(str, paths), left_out)], left_out


def test_the_clusters_of_a_real_run_are_read():
    found, left_out = clusters(OUTPUT)
    assert [len(one.passages) for one in found] == [3, 2, 2]
    assert not left_out
    first = found[0].passages[1]
    assert first[:4] == (
        "texts/valley/1901-09-03.txt",
        "valley",
        "1901-09-03",
        "Storm in the valley",
    )
    assert (first.begin, first.end) == (0, 213)
    assert first.text.startswith("The storm came over the hills")


def test_folders_packed_files_and_several_files_are_read_alike(tmp_path):
    whole, _ = clusters(OUTPUT)
    folder = tmp_path / "found" / "out.json"
    folder.mkdir(parents=True)
    lines = LINES.splitlines(keepends=True)
    (folder / "part-00000").write_bytes(gzip.compress(b"".join(lines[:2])))
    (folder / "part-00001").write_bytes(bz2.compress(b"".join(lines[2:])))
    (folder / "_SUCCESS").write_bytes(b"")
    assert clusters(tmp_path / "found")[0] == whole
    assert clusters(folder / "part-00000", folder / "part-00001")[0] == whole


def test_records_of_the_first_version_need_no_source(tmp_path):
    record = {
        "uid": 7,
        "cluster": 12884901889,
        "size": 2,
        "bw": 10,
        "ew": 30,
        "begin": 50,
        "end": 90,
        "id": "one",
        "series": "a",
        "text": "words that were told twice",
    }
    file = tmp_path / "part"
    file.write_text(json.dumps(record) + "\n" + json.dumps(record | {"id": "two"}))
    (cluster,), left_out = clusters(file)
    assert cluster.number == "12884901889"
    assert [one.document for one in cluster.passages] == ["one", "two"]
    assert not left_out


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"{", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b"\xff\xfe", "is no JSON"),
        (b"[1]", "is no record"),
        (b'{"cluster": 1}', "has no field id as passim writes it"),
        (
            b'{"cluster": 1, "id": "a", "begin": "x", "end": 2, "text": ""}',
            "has no field begin as passim writes it",
        ),
    ],
)
def test_a_line_that_is_none_is_told_and_the_rest_is_read(tmp_path, line, why):
    file = tmp_path / "part"
    file.write_bytes(line + b"\n" + LINES)
    found, left_out = clusters(file)
    assert len(found) == 3
    assert left_out == [(f"{file}:1", why)]


def test_what_is_no_output_is_refused_in_one_line(tmp_path):
    (tmp_path / "parquet").write_bytes(b"PAR1....")
    (tmp_path / "cut.gz").write_bytes(gzip.compress(LINES)[:-9])
    for name, why in (
        ("nowhere", "no such file"),
        (".", "holds no file part"),
        ("parquet", "Parquet"),
        ("cut.gz", "damaged"),
    ):
        with pytest.raises(UserError, match=why):
            clusters(tmp_path / name)


def test_a_shelf_has_a_group_for_each_cluster_and_passim_s_sources(tmp_path):
    found, _ = clusters(OUTPUT)
    shelf = shelf_of_clusters(found, tmp_path, PassagePlaces("."))
    assert shelf.groups == ((0, 1, 2), (3, 4), (5, 6))
    assert shelf.texts[1].title == "Storm in the valley (0-213)"
    assert Path(shelf.texts[1].path).read_text() == found[0].passages[1].text
    assert len(shelf.pairs) == 5
    pairs = {(one.left, one.right): one for one in shelf.pairs}
    assert pairs[1, 2].source == "left"
    assert pairs[0, 1].source is None  # linked so, but dated later
    assert 0.7 < pairs[0, 1].score < 1


def test_only_so_many_passages_are_put_on_a_shelf(tmp_path, monkeypatch):
    monkeypatch.setattr(passim_clusters, "MOST_PASSAGES", 4)
    shelf = shelf_of_clusters(clusters(OUTPUT)[0], tmp_path, PassagePlaces("."))
    assert len(shelf.texts) == 4
    assert shelf.remark == "only the first 4 passages are shown"


def test_of_a_cluster_without_end_only_what_is_shown_is_read(tmp_path, monkeypatch):
    first = LINES.splitlines(keepends=True)[0]
    taken = []

    def endless(_file, _left_out):
        while True:
            taken.append(1)
            yield passim_clusters._record(first)

    monkeypatch.setattr(passim_clusters, "_records", endless)
    monkeypatch.setattr(passim_clusters, "MOST_PASSAGES", 4)
    found = read_clusters([str(OUTPUT)], [], most=5)
    shelf = shelf_of_clusters(found, tmp_path, PassagePlaces("."))
    assert len(shelf.texts) == 4
    assert shelf.remark == "only the first 4 passages are shown"
    assert len(taken) == 6


def test_texts_that_are_there_are_opened_whole_at_the_passage(tmp_path):
    found, _ = clusters(OUTPUT)
    places = PassagePlaces(str(tmp_path / "archive"))
    shelf = shelf_of_clusters(found, tmp_path, places)
    request = LibraryRequest(whole=places.place_of)
    left, right = shelf.texts[1].path, shelf.texts[2].path
    assert request.pair(left, right)[:2] == (left, right)
    for passage in found[0].passages[1:]:
        whole = tmp_path / "archive" / passage.document
        whole.parent.mkdir(parents=True)
        whole.write_text(" " * (passage.begin + 2) + passage.text, encoding="utf-8")
    asked = request.pair(left, right)
    assert asked.left.endswith("archive/texts/valley/1901-09-03.txt")
    assert asked.right.endswith("archive/texts/herald/1901-09-05.txt")
    assert asked.begin == 2
    shutil.rmtree(tmp_path / "archive")
    assert request.pair(left, right).begin is None


def test_the_command_prints_clusters_where_there_is_no_terminal(capsys):
    assert main(["import", "passim", str(OUTPUT)]) == 0
    assert "cluster 0: 3 passages" in capsys.readouterr().out
    assert main(["import", "passim", "--json", str(OUTPUT)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [len(one["passages"]) for one in told] == [3, 2, 2]


def as_json(capsys):
    assert main(["import", "passim", "--json", str(OUTPUT)]) == 0
    return capsys.readouterr().out


def test_as_json_a_cluster_goes_out_while_it_is_read(capsys, monkeypatch):
    whole = as_json(capsys)
    held = []

    def counted(*given):
        for cluster in read_clusters(*given):
            held.append(len(cluster.passages))
            yield cluster

    monkeypatch.setattr(import_passim, "read_clusters", counted)
    monkeypatch.setattr(import_passim, "_AT_ONCE", 2)
    assert as_json(capsys) == whole
    assert held == [2, 1, 2, 2]
    assert [len(one["passages"]) for one in json.loads(whole)] == [3, 2, 2]


def test_the_command_counts_lines_that_are_none(tmp_path, capsys):
    file = tmp_path / "part"
    file.write_bytes(b"{\n" * 30 + LINES)
    assert main(["import", "passim", str(file)]) == 0
    told = capsys.readouterr().err
    assert f"{file}:1: is no JSON" in told
    assert "10 more lines left out" in told


def test_nothing_of_passim_s_is_an_error(tmp_path, capsys):
    (tmp_path / "empty").write_bytes(b"")
    assert main(["import", "passim", str(tmp_path / "empty")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("x" * 300, "too long"),
        ("", "no file name"),
        ("circle", "leads to itself"),
        ("closed", "cannot be read"),
    ],
)
def test_a_name_that_the_system_refuses_is_one_line(
    tmp_path, monkeypatch, capsys, name, why
):
    def refuse(folder):
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.chdir(tmp_path)
    Path("circle").symlink_to("circle")
    Path("closed").mkdir()
    monkeypatch.setattr(Path, "iterdir", refuse)
    assert main(["import", "passim", name]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert why in line
    assert "unexpected" not in line


def test_a_packed_file_with_other_bytes_in_its_middle_is_damaged(tmp_path):
    packed = bytearray(gzip.compress(LINES * 50))
    for at in range(len(packed) // 2, len(packed) // 2 + 2):
        packed[at] ^= 0xFF
    file = tmp_path / "part"
    file.write_bytes(packed)
    with pytest.raises(UserError, match="is damaged"):
        clusters(file)


def test_a_binary_file_is_refused_at_its_first_piece(tmp_path):
    file = tmp_path / "part"
    with file.open("wb") as empty:
        empty.truncate(50 << 30)
    with pytest.raises(UserError, match="is binary"):
        clusters(file)


def test_a_line_that_is_too_long_is_told_once_and_the_rest_is_read(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(passim_clusters, "LONGEST_LINE", 1 << 20)
    file = tmp_path / "part"
    file.write_bytes(b"x" * 3_500_000 + b"\n" + LINES)
    found, left_out = clusters(file)
    assert len(found) == 3
    assert left_out == [(f"{file}:1", "is longer than 1 MB")]


def test_a_file_of_other_records_is_given_up_before_it_fills_the_memory(tmp_path):
    file = tmp_path / "part"
    file.write_bytes(b'{"a": 1}\n' * passim_clusters.MOST_LEFT_OUT)
    with pytest.raises(UserError, match="1000 lines are no records"):
        clusters(file)
