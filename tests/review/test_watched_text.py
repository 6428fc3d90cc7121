"""What became of a file is told once, when it stands still; no pipe is waited for."""

import os
import socket
from pathlib import Path

import pytest

from tui_app.core.extract import BEFORE_AND_AFTER
from tui_app.review import session
from tui_app.review.request import Request
from tui_app.review.session import Environment, prepare
from tui_app.review.watched_text import (
    PATIENCE,
    STILL,
    Change,
    FileNews,
    WatchedText,
    watched_sources,
)
from tui_app.settings.config_file import Configuration

LEFT = "The harbour was closed for five years. Engineers must finish the work by May."
RIGHT = LEFT.replace("five", "seven")
EDITED = "A line above.\n\n" + RIGHT
OTHER = "My cats sleep all day on warm stones and dream about birds over the sea."


class Watched:
    """The right file of a session, looked at by a clock of the test's own."""

    def __init__(self, folder, name="right.txt", **how):
        self.path = folder / name
        self.time = 0.0
        self.said = []
        request = Request(str(folder / "left.txt"), str(self.path), **how)
        made = prepare(request, Environment(Configuration.unread()))
        source = watched_sources(made)[-1]
        documents = {"left": made.left, "right": made.right}
        texts = tuple(documents[side].text for side in source.sides)
        self.text = WatchedText(source, texts, lambda: self.time)

    def look(self, *, after=0.0):
        """Look some seconds later; return what is told."""
        self.time += after
        return self.text.look()

    def wait(self, seconds=PATIENCE + 1):
        """Look twice a second for a while; return all that is told."""
        steps = int(2 * seconds)
        return [told for told in (self.look(after=0.5) for _ in range(steps)) if told]

    def news(self, change, why=""):
        return [FileNews(str(self.path), change, why)]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "left.txt").write_text(LEFT)
    (tmp_path / "right.txt").write_text(RIGHT)
    return tmp_path


@pytest.fixture
def watched(folder):
    return Watched(folder)


def test_a_file_that_nobody_touches_is_never_read_again(watched, monkeypatch):
    monkeypatch.setattr(type(watched.text.source), "texts", None)
    assert watched.wait() == []


def test_an_edited_file_is_told_once_and_within_two_seconds(watched):
    watched.path.write_text(EDITED)
    assert watched.look(after=0.5) is None  # it may be half written
    assert watched.look(after=STILL) == watched.news(Change.EDITED)[0]
    assert watched.wait() == []
    watched.path.write_text(EDITED + " And one more.")
    assert watched.wait() == []  # it is known that there is another text


def test_what_is_written_while_it_was_read_is_noticed(folder, monkeypatch):
    loaded = session._loaded

    def loaded_in_the_nick_of_time(*how):
        found = loaded(*how)
        (folder / "right.txt").write_text(EDITED)
        return found

    monkeypatch.setattr(session, "_loaded", loaded_in_the_nick_of_time)
    watched = Watched(folder)
    assert watched.wait() == watched.news(Change.EDITED)


def test_a_file_written_anew_with_the_same_text_is_no_news(watched):
    other = watched.path.with_name("new")
    other.write_text(RIGHT)
    other.replace(watched.path)
    os.utime(watched.path, (1, 1))
    assert watched.wait() == []


def test_an_edit_that_is_taken_back_is_told_so_that_nothing_is_offered(watched):
    watched.path.write_text(EDITED)
    assert watched.wait() == watched.news(Change.EDITED)
    watched.path.write_text(RIGHT)
    assert watched.wait() == watched.news(Change.AS_READ)


def test_an_edit_of_the_same_length_under_a_clock_set_back_is_noticed(watched):
    before = watched.path.stat()
    watched.path.write_text(RIGHT.replace("seven", "eight"))
    os.utime(watched.path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert watched.wait() == watched.news(Change.EDITED)
    watched.path.write_text(RIGHT.replace("seven", "three"))
    os.utime(watched.path, (0, 0))
    assert watched.wait() == []
    watched.path.write_text(RIGHT)
    os.utime(watched.path, (0, 0))
    assert watched.wait() == watched.news(Change.AS_READ)


def test_while_somebody_writes_nothing_is_said(watched):
    for number in range(8):
        watched.path.write_text(EDITED[: 5 * number])
        assert watched.look(after=0.5) is None
    watched.path.write_text(EDITED)
    assert watched.wait() == watched.news(Change.EDITED)


def test_a_file_emptied_for_a_moment_is_waited_for(watched):
    watched.path.write_text("")
    assert watched.wait(PATIENCE - 0.5) == []
    watched.path.write_text(EDITED)
    assert watched.wait() == watched.news(Change.EDITED)


@pytest.mark.parametrize(
    ("data", "why"), [(b"", "is empty"), (b"\0" * 50, "looks binary")]
)
def test_what_is_no_text_is_told_after_a_while(watched, data, why):
    watched.path.write_bytes(data)
    (told,) = watched.wait()
    assert told.change is Change.UNREADABLE
    assert told.why.startswith(why)
    assert watched.wait() == []


def test_another_text_is_told_apart_from_an_edit(watched):
    watched.path.write_text(OTHER)
    assert watched.wait() == watched.news(Change.ANOTHER_TEXT)


def test_a_file_that_is_gone_is_told_after_a_while_and_once(watched):
    watched.path.unlink()
    assert watched.wait(PATIENCE - 0.5) == []
    assert watched.wait() == watched.news(Change.UNREADABLE, "is gone")
    assert watched.wait() == []
    watched.path.write_text(RIGHT)
    assert watched.wait() == watched.news(Change.AS_READ)


def test_an_editor_that_moves_the_file_away_and_back_says_nothing(watched):
    watched.path.rename(watched.path.with_name("right.txt~"))
    assert watched.look(after=0.5) is None
    watched.path.write_text(EDITED)
    assert watched.wait() == watched.news(Change.EDITED)


def folder_in(path):
    path.mkdir()


def pipe_in(path):
    os.mkfifo(path)


def socket_in(path):
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(path.name)
    os.chdir(here)


def loop_in(path):
    path.symlink_to(path.name)


@pytest.mark.parametrize(
    ("put", "why"),
    [
        (folder_in, "is a folder by now"),
        (pipe_in, "is a pipe by now"),
        (socket_in, "is a socket by now"),
        (loop_in, "is gone"),
    ],
)
def test_what_is_no_plain_file_any_more_is_never_opened(watched, monkeypatch, put, why):
    watched.path.unlink()
    put(watched.path)
    monkeypatch.setattr(type(watched.text.source), "texts", None)
    assert watched.wait() == watched.news(Change.UNREADABLE, why)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything: NOT TRIED")
def test_a_file_that_may_not_be_read_any_more_is_told(watched):
    watched.path.chmod(0)
    (told,) = watched.wait()
    assert told.why == "may not be read"


def test_a_file_that_the_system_refuses_is_told(watched, monkeypatch):
    def refused(*_):
        raise PermissionError(13, "Permission denied")

    watched.path.write_text(EDITED)
    monkeypatch.setattr("tui_app.core.loading.sources.os.open", refused)
    assert watched.wait() == watched.news(Change.UNREADABLE, "may not be read")


def names(left, right, **how):
    request = Request(left, right, **how)
    made = prepare(request, Environment(Configuration.unread()))
    return [(Path(one.name).name, one.sides) for one in watched_sources(made)]


def test_one_file_on_both_sides_is_one_to_watch(folder, tracked_file):
    left, right = str(folder / "left.txt"), str(folder / "right.txt")
    assert names(left, right) == [("left.txt", ("left",)), ("right.txt", ("right",))]
    assert names(left, left) == [("left.txt", ("left", "right"))]
    word = tracked_file("It was {-five-}{+six+} o'clock in the morning.")
    both = [("report.docx", ("left", "right"))]
    assert names(word, word, changes=BEFORE_AND_AFTER) == both


def test_what_is_read_once_is_never_watched(folder):
    left = folder / "left.txt"
    reading = os.open(left, os.O_RDONLY)
    try:
        found = names(f"/dev/fd/{reading}", str(folder / "right.txt"))
    finally:
        os.close(reading)
    assert found == [("right.txt", ("right",))]
