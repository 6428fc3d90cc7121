"""What a library lists is never older than what it showed before."""

import time

from tui_app.library.shelf import Shelf
from tui_app.library.shelf_orders import ShelfOrder
from tui_app.review.signs import UNICODE
from tui_app.ui.library_screens.library_entries import Offer
from tui_app.ui.library_screens.library_reading import (
    LibraryReading,
    ReadingWatcher,
    listed,
)


def reading(took):
    watcher = ReadingWatcher(took, lambda _: None, lambda _: None)
    return LibraryReading((), Offer(), lambda call: call(), watcher, UNICODE)


def test_what_was_begun_before_is_not_shown_after_what_was_begun_later():
    shown = []
    reader = reading(shown.append)
    early, late = (
        listed(Offer(shelf=Shelf(remark=words)), ShelfOrder.SCORE, UNICODE)
        for words in ("early", "late")
    )
    reader._show(2, late)
    reader._show(1, early)
    assert shown == [late]


def test_each_change_is_made_to_what_the_change_before_made():
    shown = []
    reader = reading(shown.append)
    for words in ("a", "b"):
        reader.list_again(
            lambda offer, words=words: offer._replace(
                shelf_name=offer.shelf_name + words
            )
        )
        while not shown or shown[-1].offer.shelf_name[-1:] != words:
            time.sleep(0.01)
    assert shown[-1].offer.shelf_name == "ab"
