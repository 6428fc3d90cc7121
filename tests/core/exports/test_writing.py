"""An export takes the place of a file when it is whole, and never before."""

import io
import os
import resource
import signal
import stat
import threading
import time

import pytest

from tui_app.core.comparison import Comparison, compare_texts
from tui_app.core.exports import variants as variants_module
from tui_app.core.exports.forms import BY_NAME, FORMS, form_of_file, written
from tui_app.core.exports.report import Choice, Report
from tui_app.core.exports.writing import gathered, refuse_own, write_report
from tui_app.core.model import Alignment, Document, Relation, Row, Unit
from tui_app.disk import durable
from tui_app.errors import UserError

CSV = BY_NAME["csv"]


@pytest.fixture
def report():
    return Report(compare_texts("Five came. Two went.", "Six came. Two stayed."))


@pytest.fixture
def place(tmp_path):
    return tmp_path / "out.csv"


def only(place):
    """Tell whether nothing stands beside the file."""
    return [one.name for one in place.parent.iterdir()] == [place.name]


def failing(error):
    def pieces(_report):
        yield "row\r\n"
        raise error

    return pieces


def test_a_file_that_is_there_stands_unless_it_is_to_be_replaced(report, place):
    place.write_text("old")
    with pytest.raises(UserError, match="--force"):
        write_report(report, CSV, place)
    assert place.read_text() == "old"
    write_report(report, CSV, place, replace=True)
    assert "Five" in place.read_text()
    assert only(place)


@pytest.mark.parametrize(
    "error", [OSError(28, "x"), ValueError("x"), KeyboardInterrupt()]
)
def test_what_goes_wrong_half_way_leaves_the_old_file(
    report, place, monkeypatch, error
):
    place.write_text("old")
    monkeypatch.setattr(variants_module, "variants", failing(error))
    with pytest.raises((UserError, ValueError, KeyboardInterrupt)):
        write_report(report, CSV, place, replace=True)
    assert place.read_text() == "old"
    assert only(place)


def test_a_disk_without_room_leaves_the_old_file(report, place):
    place.write_text("old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
        with pytest.raises(UserError, match="not written: the file may not grow"):
            write_report(report, CSV, place, replace=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert place.read_text() == "old"
    assert only(place)


@pytest.mark.parametrize("name", ["html", "xlsx"])
def test_no_room_for_a_temporary_file_is_not_laid_on_the_place(
    report, place, tmp_path, monkeypatch, name
):
    place.write_text("old")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "none"))
    with pytest.raises(UserError, match=r"temporary file: .*TMPDIR") as raised:
        write_report(report, BY_NAME[name], place, replace=True)
    assert str(place) not in str(raised.value)
    assert place.read_text() == "old"
    assert only(place)


def test_who_asks_to_stop_leaves_the_old_file(report, place):
    place.write_text("old")

    class StoppedError(Exception):
        pass

    def stop():
        raise StoppedError

    with pytest.raises(StoppedError):
        write_report(report, CSV, place, replace=True, go_on=stop)
    assert place.read_text() == "old"
    assert only(place)


def test_what_a_killed_export_left_is_removed_by_the_next(report, place):
    left, of_now = (place.with_name(f".diptych-tmp-{n}") for n in (1, 2))
    for one in (left, of_now):
        one.write_text("half")
    os.utime(left, (0, 0))
    write_report(report, CSV, place)
    assert not left.exists()
    assert of_now.exists()


def test_only_what_is_the_very_file_is_refused(place):
    address = "https://example.org/" + "a" * 300
    refuse_own(place, address, "nul\0", None, place)
    place.write_text("old")
    refuse_own(place, address, "nul\0", None)
    with pytest.raises(UserError, match="would replace it"):
        refuse_own(place, address, place)


def test_rights_stay_and_new_files_have_the_usual_ones(report, place):
    place.write_text("old")
    place.chmod(0o640)
    write_report(report, CSV, place, replace=True)
    assert stat.S_IMODE(place.stat().st_mode) == 0o640
    place.unlink()
    before = os.umask(0o022)
    try:
        write_report(report, CSV, place)
    finally:
        os.umask(before)
    assert stat.S_IMODE(place.stat().st_mode) == 0o644


def test_a_pipe_that_nobody_reads_is_not_waited_for_without_end(
    report, tmp_path, monkeypatch
):
    monkeypatch.setattr(durable, "PIPE_PATIENCE", 0.2)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(UserError, match="nobody reads the pipe"):
        write_report(report, CSV, pipe)


def test_a_pipe_that_is_read_late_gets_all(report, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []

    def read_late():
        time.sleep(0.3)
        read.append(pipe.read_bytes())

    reader = threading.Thread(target=read_late)
    reader.start()
    write_report(report, CSV, pipe)
    reader.join()
    assert read == [b"".join(written(report, CSV))]


def test_a_reader_who_leaves_a_pipe_is_one_line(report, tmp_path, monkeypatch):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def long(_report):
        for _ in range(200):
            yield "x" * 100_000

    def read_a_little():
        with pipe.open("rb") as file:
            file.read(10)

    monkeypatch.setattr(variants_module, "variants", long)
    reader = threading.Thread(target=read_a_little)
    reader.start()
    with pytest.raises(UserError, match="not written"):
        write_report(report, CSV, pipe)
    reader.join()
    assert stat.S_ISFIFO(pipe.lstat().st_mode)


def test_the_watch_is_told_of_each_row_and_ends_the_work(report, place):
    told = []
    watched = Report(report.comparison, watch=told.append)
    write_report(watched, CSV, place)
    assert told == list(range(len(report.comparison.rows)))


def test_small_pieces_are_written_together():
    pieces = list(gathered([b"x" * 10] * 20_000))
    assert b"".join(pieces) == b"x" * 200_000
    assert len(pieces) < 5


# In Python ------------------------------------------------------------------------


def test_a_comparison_writes_itself_to_a_path_or_an_open_file(place):
    comparison = compare_texts("Five came.", "Six came.")
    comparison.export("csv", place)
    comparison.export("csv", str(place))
    binary, text = io.BytesIO(), io.StringIO()
    comparison.export("csv", binary)
    comparison.export("csv", text)
    assert place.read_bytes() == binary.getvalue()
    assert binary.getvalue().decode() == text.getvalue()


def test_rows_and_kinds_are_chosen_as_by_the_command():
    comparison = compare_texts("Five came. Ann left.", "Six came. Bob left.")
    only_names = io.StringIO()
    comparison.export("csv", only_names, kinds=["name"])
    lines = only_names.getvalue().splitlines()[1:]
    assert [line.split(",")[:3] for line in lines] == [["2", "name", "Ann"]]
    first = io.StringIO()
    comparison.export("csv", first, facts=True, rows=(1, 1))
    assert [line[:8] for line in first.getvalue().splitlines()[1:]] == ["1,number"]


def test_what_python_asks_wrongly_is_one_line(tmp_path):
    comparison = compare_texts("Five came.", "Six came.")
    with pytest.raises(UserError, match="no such form"):
        comparison.export("pdf", tmp_path / "x")
    with pytest.raises(UserError, match="no such kind"):
        comparison.export("csv", tmp_path / "x", kinds=["colour"])
    with pytest.raises(UserError, match="open for text"):
        comparison.export("docx", io.StringIO())
    with pytest.raises(UserError, match="no such folder"):
        comparison.export("csv", tmp_path / "no" / "x")
    assert not list(tmp_path.iterdir())


# Many rows ------------------------------------------------------------------------


def many_rows(count):
    """Return a pair of equal lines, and some that only one side has."""
    line = "The mill stood by the river.\n"
    units = [Unit(at, at + 28, n) for n, at in enumerate(range(0, 29 * count, 29))]
    document = Document(line * count, None, "", "line", units)
    rows = [
        Row((n,), (n,), Relation.SAME, 1.0, False)
        if n % 10
        else Row((n,), (), Relation.LEFT_ONLY, None, False)
        for n in range(count)
    ]
    return Comparison(document, document, Alignment((), ()), rows)


@pytest.mark.parametrize("name", ["csv", "json"])
def test_of_a_hundred_thousand_rows_only_those_being_written_are_looked_at(name):
    told = []
    report = Report(many_rows(100_000), watch=told.append)
    pieces = gathered(written(report, BY_NAME[name]))
    while not told:  # JSON begins with the texts
        next(pieces)
    for _ in range(3):
        before = len(told)
        next(pieces)
        assert before < len(told) < before + 5_000


def test_a_workbook_of_many_rows_lets_each_be_watched_and_broken_off():
    class EnoughError(Exception):
        pass

    def stop(row):
        if row == 500:
            raise EnoughError

    pieces = written(Report(many_rows(100_000), watch=stop), BY_NAME["xlsx"])
    with pytest.raises(EnoughError):
        list(pieces)


# The table of forms ---------------------------------------------------------------


def test_every_form_is_named_by_its_endings_however_written():
    for form in FORMS:
        for ending in form.endings:
            assert form_of_file(f"some.report{ending.upper()}") is form


def test_a_choice_of_rows_beyond_the_end_is_empty(report):
    chosen = Report(report.comparison, choice=Choice(rows=range(50, 60)))
    assert list(chosen.rows()) == []
