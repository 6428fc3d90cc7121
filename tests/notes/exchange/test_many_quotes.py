"""Many quotes are found where they stand, and the text is read once for all."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.model import Span
from tui_app.core.segmentation import segment
from tui_app.notes.exchange import many_quotes
from tui_app.notes.exchange.many_quotes import ManyQuotes
from tui_app.notes.exchange.quoted_targets import QuotedTargets, Target

texts = st.text("ab \n", max_size=60)
quotes = st.lists(st.text("ab ", min_size=1, max_size=9), min_size=1, max_size=20)


@pytest.fixture(params=[0, many_quotes.FEW], ids=["read", "one by one"], autouse=True)
def few(request, monkeypatch):
    monkeypatch.setattr(many_quotes, "FEW", request.param)
    return request.param


@given(texts, quotes)
def test_quotes_are_found_where_they_stand(text, sought):
    found = ManyQuotes(text, sought)
    for quote in sought:
        starts = [at for at in range(len(text)) if text.startswith(quote, at)]
        assert found.places(quote) == [Span(at, at + len(quote)) for at in starts]


@given(texts, quotes)
def test_their_words_are_found_however_spaces_run(text, sought):
    found = ManyQuotes(text, sought)
    for quote in sought:
        words = r"\s+".join(map(re.escape, quote.split()))
        spans = [Span(*match.span()) for match in re.finditer(words, text) if words]
        assert found.places_of_words(quote) == spans


def test_a_quote_that_stands_nearly_everywhere_has_no_place():
    quote = "a" * 50_000
    found = ManyQuotes("a" * 100_000, {quote})
    assert found.places(quote) is None
    assert found.places_of_words(quote) == [Span(0, 50_000), Span(50_000, 100_000)]


class Read(str):
    """A text that counts how often something is looked for or taken from it."""

    __slots__ = ()
    looked = 0

    def find(self, *given):
        type(self).looked += 1
        return super().find(*given)

    def __getitem__(self, at):
        type(self).looked += 1
        return super().__getitem__(at)


def looks(sought):
    """Return how often a text of a thousand lines is looked at for some of them."""
    Read.looked = 0
    text = Read("\n".join(f"in line {number} it says so" for number in range(1000)))
    found = ManyQuotes(text, {f"line {number} it says" for number in range(sought)})
    for number in range(sought):
        assert len(found.places(f"line {number} it says")) == 1
    return Read.looked


def test_twice_the_quotes_have_the_text_read_no_oftener(few):
    if few:
        assert looks(8) < looks(16) < 50  # these are searched for, each by itself
    else:
        assert looks(200) == looks(400) == looks(800)


def test_of_many_places_the_one_between_the_words_given_is_taken():
    book = segment("said he.\n" * 5000 + "so said he now.", "book.txt", "line")
    other = segment("nothing", "other.txt", "line")
    said = [Target(None, "", "said he", *around) for around in (("so ",), ("", " now"))]
    for target in said:
        anchor = QuotedTargets(book, other, said).anchor(target)
        assert (anchor.side, anchor.start) == ("left", book.text.index("so said") + 3)
