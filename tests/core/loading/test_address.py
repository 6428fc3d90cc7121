"""What is read from a web address, and what is refused."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tui_app.core.loading import address as address_module
from tui_app.core.loading.address import fetch
from tui_app.core.loading.load import load_document
from tui_app.errors import UserError

Answer = Callable[[BaseHTTPRequestHandler], None]


class Site(ThreadingHTTPServer):
    """A server on the loopback; what it was asked for stands in ``asked``."""

    daemon_threads = True

    def __init__(self, host: str = "127.0.0.1") -> None:
        super().__init__((host, 0), _Handler)
        self.answers: dict[str, Answer] = {}
        self.asked: list[str] = []

    def at(self, path: str) -> str:
        return f"http://{self.server_address[0]}:{self.server_address[1]}{path}"


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.answers[self.path](self)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


def says(body: bytes, kind: str = "text/plain", **headers: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", kind)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def leads(to: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(302)
        request.send_header("Location", to)
        request.end_headers()

    return answer


def drips(piece: bytes, times: int) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n")
        for _ in range(times):
            try:
                request.wfile.write(piece)
            except OSError:
                return
            time.sleep(0.05)

    return answer


def serving(host: str) -> Iterator[Site]:
    with Site(host) as site:
        threading.Thread(target=site.serve_forever, args=(0.02,), daemon=True).start()
        yield site
        site.shutdown()


@pytest.fixture
def site() -> Iterator[Site]:
    yield from serving("127.0.0.1")


@pytest.fixture
def inner_site() -> Iterator[Site]:
    yield from serving("127.0.0.2")


def refusal(address: str) -> str:
    with pytest.raises(UserError) as refused:
        fetch(address)
    line = str(refused.value)
    assert "\n" not in line
    return line


def test_an_address_gives_a_document(site):
    site.answers["/a.txt"] = says(b"The mill stood by the river.")
    document = load_document(site.at("/a.txt"), "sentence")
    assert document.text == "The mill stood by the river."
    assert document.source == site.at("/a.txt")


def test_the_encoding_that_the_server_names_counts(site):
    words = "Žluťoučký kůň"
    kind = "text/plain; charset=iso-8859-2"
    site.answers["/a"] = says(words.encode("iso-8859-2"), kind)
    assert load_document(site.at("/a"), "sentence").text == words


@pytest.mark.parametrize("named", ["punycode", "Unicode-Escape", "zip", "\x1b[2J"])
def test_what_is_no_encoding_of_a_page_does_not_count(site, named):
    site.answers["/a"] = says(b"It turns \\x41.", f"text/plain; charset={named}")
    assert fetch(site.at("/a")) == b"It turns \\x41."


def test_a_packed_answer_is_unpacked(site):
    site.answers["/a"] = says(gzip.compress(b"words"), Content_Encoding="gzip")
    assert fetch(site.at("/a")) == b"words"


def test_markdown_is_told_by_the_path_of_the_address(site):
    site.answers["/a.md?raw=1"] = says(b"# Mill\n\nIt *turns*.")
    document = load_document(site.at("/a.md?raw=1"), "sentence")
    assert document.text == "Mill\n\nIt turns."


def test_five_redirects_are_followed_and_no_more(site):
    for number in range(6):
        site.answers[f"/{number}"] = leads(f"/{number + 1}")
    site.answers["/6"] = says(b"words")
    assert fetch(site.at("/1")) == b"words"
    assert "redirects more than 5 times" in refusal(site.at("/0"))


def test_a_public_address_may_not_lead_to_a_private_one(site, inner_site, monkeypatch):
    monkeypatch.setattr(address_module, "_is_private", "127.0.0.2".__eq__)
    inner_site.answers["/secret"] = says(b"secret")
    site.answers["/a"] = leads(inner_site.at("/secret"))
    assert "not on the public network" in refusal(site.at("/a"))
    assert inner_site.asked == []


def test_no_address_leads_to_the_numbers_of_the_cable_itself(site):
    site.answers["/a"] = leads("http://169.254.1.1/data")
    assert "not on the public network" in refusal(site.at("/a"))


def test_a_private_address_that_was_given_may_lead_to_another(site, inner_site):
    inner_site.answers["/page"] = says(b"words")
    site.answers["/a"] = leads(inner_site.at("/page"))
    assert fetch(site.at("/a")) == b"words"


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.1.1", "::1", "fe80::1%lo",
     "fd00::1", "::ffff:127.0.0.1", "0" + ".0.0.0", "224.0.0.1", "100.64.0.1",
     "64:ff9b::127.0.0.1", "2002:7f00:1::"],
)  # fmt: skip
def test_numbers_that_are_not_public_are_private(number):
    assert address_module._is_private(number)


@pytest.mark.parametrize("number", ["1.1.1.1", "2606:4700::1111", "64:ff9b::1.1.1.1"])
def test_numbers_of_the_public_network_are_public(number):
    assert not address_module._is_private(number)


@pytest.mark.parametrize(
    "to",
    ["file:///etc/passwd", "ftp://127.0.0.1/x", "http://a:b@127.0.0.1/", "http://[b/"],
)
def test_a_redirect_to_anything_but_a_web_page_is_refused(site, to):
    site.answers["/a"] = leads(to)
    assert refusal(site.at("/a")).startswith(site.at("/a"))


def test_what_is_too_large_is_refused_packed_or_not(site):
    large = b"x" * (10 * 1024 * 1024 + 1)
    site.answers["/a"] = says(large)
    site.answers["/b"] = says(gzip.compress(large), Content_Encoding="gzip")
    assert "larger than 10 MB" in refusal(site.at("/a"))
    assert "larger than 10 MB" in refusal(site.at("/b"))


@pytest.mark.parametrize("piece", [b"x", b""])
def test_an_endless_answer_is_given_up(site, monkeypatch, piece):
    monkeypatch.setattr(address_module, "PATIENCE", 0.5)
    site.answers["/a"] = drips(piece, 60)
    assert "no full answer came within" in refusal(site.at("/a"))


def test_what_the_server_does_not_have_is_said(site):
    def missing(request: BaseHTTPRequestHandler) -> None:
        request.send_error(404)

    site.answers["/a"] = missing
    assert "the server answers 404 Not Found" in refusal(site.at("/a"))


def test_nobody_at_home_is_said(site):
    gone = site.at("/").replace(str(site.server_address[1]), "1")
    assert "cannot be reached" in refusal(gone)


def test_port_nought_is_not_taken_for_the_usual_one():
    assert address_module._target("http://127.0.0.1:0/", "a").port == 0


def test_somebody_who_answers_otherwise_is_said(site):
    def rude(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.1 200 OK\r\nX: " + b"b" * 100_000 + b"\r\n")

    site.answers["/a"] = rude
    assert "answers, but not as a web server does" in refusal(site.at("/a"))


def test_a_server_that_speaks_no_tls_is_said(site):
    line = refusal(site.at("/a").replace("http:", "https:"))
    assert "certificate cannot be trusted, or it speaks no TLS" in line


@pytest.mark.parametrize("name", ["ftp://x.org/a", "file:///etc/passwd"])
def test_other_addresses_are_refused(name):
    with pytest.raises(UserError, match="only http and https"):
        load_document(name, "sentence")
