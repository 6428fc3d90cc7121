"""The reader in a real browser: read, note, load again; nobody else gets in."""

import contextlib
import http.server
import threading

import pytest


def load_again(browser):
    browser.run("window.isOld = true")
    browser.call("Page.reload")
    browser.until("!window.isOld && document.body?.matches('.-loaded')")


def test_a_note_is_there_when_the_page_is_loaded_again(browser, serve):
    served = serve()
    browser.open(served.address)
    browser.until_painted("xylophones")
    browser.press("a")
    browser.until_painted("keep draft")
    browser.type("who counted")
    browser.press("s", control=True)
    browser.until_painted("Saved")
    load_again(browser)
    browser.until_painted("1 note")
    served.until_readers(1)
    browser.press("@")
    assert browser.paints("who counted")
    assert not browser.errors, "\n".join(browser.errors)


def test_nothing_is_asked_of_anybody_else(browser, serve):
    served = serve()
    browser.open(served.address)
    browser.until_painted("xylophones")
    own = (served.origin + "/", served.origin.replace("http", "ws") + "/", "data:")
    assert len(browser.asked) >= 5
    assert not [one for one in browser.asked if not one.startswith(own)]
    assert browser.run("[...document.fonts].some(font => font.status === 'loaded')")


def test_a_page_cannot_be_made_to_open_another(browser, serve):
    served = serve()
    browser.open(served.address + "&ping=http://127.0.0.1:9/told")
    browser.until("document.querySelector('.xterm-screen') !== null")
    assert browser.run("window.open('about:blank')") is None
    assert browser.run("fetch('/').then(() => 'told', () => 'refused')") == "refused"


def test_closing_the_tab_ends_the_reader_and_keeps_what_was_being_written(
    browser, serve
):
    served = serve()
    browser.open(served.address)
    browser.until_painted("xylophones")
    served.until_readers(1)
    browser.press("a")
    browser.until_painted("keep draft")
    browser.type("half a thought")
    browser.new_page()
    served.until_readers(0)
    browser.open(served.address)
    browser.until_painted("xylophones")
    browser.press("a")
    assert browser.paints("half a thought")


def test_after_quitting_enter_opens_the_reader_again(browser, serve):
    served = serve()
    browser.open(served.address)
    browser.until_painted("xylophones")
    browser.press("q")
    browser.until("document.activeElement.matches('.ended a')")
    assert "ended" in browser.run("document.activeElement.parentElement.innerText")
    served.until_readers(0)
    browser.press("Enter")
    assert browser.paints("xylophones")


def test_a_text_that_is_gone_is_told_on_the_page(browser, serve, texts):
    served = serve()
    (texts / "left.txt").unlink()
    browser.open(served.address)
    assert browser.paints("diptych: left.txt: there is no such file")
    assert browser.comes(lambda: browser.run("document.body.matches('.-closed')"))


@pytest.fixture
def other_site(tmp_path):
    """Return the address of a page on another port of the same machine."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("<title>another site</title>")

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *given):
            super().__init__(*given, directory=str(folder))

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as server:
        threading.Thread(target=server.serve_forever).start()
        with contextlib.closing(server.socket):
            yield f"http://127.0.0.1:{server.server_address[1]}/"
            server.shutdown()


_OPEN_SOCKET = """
new Promise((done) => {{
  const socket = new WebSocket("{address}");
  socket.onopen = () => done("open");
  socket.onerror = () => done("refused");
}})
"""


def test_another_site_that_knows_all_gets_nothing(browser, serve, other_site):
    served = serve()
    browser.open(other_site)
    address = f"{served.origin.replace('http', 'ws')}/{served.token}/ws"
    assert browser.run(_OPEN_SOCKET.format(address=address)) == "refused"
    for mode in ("cors", "no-cors"):
        fetched = f"fetch('{served.address}', {{mode: '{mode}'}})"
        assert browser.run(f"{fetched}.then(() => 'read', () => 'refused')") == (
            "refused"
        )
    assert served.readers() == []


def test_a_name_that_is_made_to_lead_here_gets_nothing(browser, serve):
    served = serve()
    browser.open(served.address.replace("127.0.0.1", "rebound.example"))
    assert browser.run("document.title") == ""
    assert "as it is" in browser.run("document.body.innerText")
