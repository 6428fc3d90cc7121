"""Only who knows the token comes in, by the one name, from the one page."""

import pytest

from tui_app.serving.gate import Gate

TOKEN = "a-token"  # noqa: S105 - of this test
GATE = Gate(8123, TOKEN)
HOST, ORIGIN = "127.0.0.1:8123", "http://127.0.0.1:8123"


def lets_in(token=TOKEN, hosts=(HOST,), origins=(ORIGIN,), *, origin_needed=True):
    return GATE.lets_in(token, hosts, origins, origin_needed=origin_needed)


def test_whoever_comes_by_the_printed_address_is_let_in():
    assert GATE.address == "http://127.0.0.1:8123/?token=a-token"
    assert lets_in()
    assert lets_in(origin_needed=False)
    assert lets_in(origins=[], origin_needed=False)


@pytest.mark.parametrize("token", ["", "a-toke", "a-token2", "A-TOKEN", "ä", "\udc80"])
def test_no_other_token_opens(token):
    assert not lets_in(token)
    assert not lets_in(token, origins=[], origin_needed=False)


@pytest.mark.parametrize(
    "hosts",
    [
        [],
        ["rebound.example"],
        ["rebound.example:8123"],
        ["localhost:8123"],
        ["127.0.0.1"],
        ["127.0.0.1:8124"],
        ["127.0.0.1:8123.rebound.example"],
        [HOST, "rebound.example"],
    ],
)
def test_no_other_host_is_answered(hosts):
    assert not lets_in(hosts=hosts)
    assert not lets_in(hosts=hosts, origins=[], origin_needed=False)


@pytest.mark.parametrize(
    "origins",
    [
        ["http://other.example"],
        ["https://127.0.0.1:8123"],
        ["http://127.0.0.1:8124"],
        ["http://127.0.0.1"],
        ["null"],
        [""],
        [ORIGIN, "http://other.example"],
    ],
)
def test_no_other_origin_is_answered(origins):
    assert not lets_in(origins=origins)
    assert not lets_in(origins=origins, origin_needed=False)


def test_a_websocket_that_hides_its_origin_is_not_answered():
    assert not lets_in(origins=[])


def test_no_browser_names_the_standard_port():
    assert Gate(80, "x").origin == "http://127.0.0.1"


def test_every_gate_has_a_token_of_its_own():
    tokens = {Gate.on(8123).token for _ in range(100)}
    assert len(tokens) == 100
    assert min(map(len, tokens)) >= 43  # 256 bits
