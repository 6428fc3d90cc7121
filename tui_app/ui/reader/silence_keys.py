"""The key that silences the difference under the cursor, and how that is taken back."""

from __future__ import annotations

from tui_app.review.review import Review
from tui_app.review.silencing import offers_here
from tui_app.ui.host import Acts, Host
from tui_app.ui.notes_desk import NotesDesk
from tui_app.ui.screens.silence_box import (
    SilenceChoice,
    SilenceScreen,
    in_words,
    told_again,
)
from tui_app.ui.widgets.picklist import ListEntry


class SilenceKeys:
    """Asks what is never to be told again, and has the desk keep it."""

    def __init__(self, review: Review, desk: NotesDesk, host: Host) -> None:
        self._review = review
        self._desk = desk
        self._host = host

    def acts(self) -> Acts:
        """Return what the keys do."""
        return {"silence": self.ask}

    async def ask(self) -> None:
        """Ask what of the difference or the row to silence, or what to tell again."""
        await self._desk.opened()
        if self._host.waits_for_rows(self._review):
            return
        offers, silenced = offers_here(self._review), self._desk.silenced
        if offers.words or offers.kinds or silenced:
            screen = SilenceScreen(offers, silenced, self._review.signs)
            self._host.open(screen, self.obey)
        else:
            onward = self._host.key("next-difference")
            self._host.say(f"No words differ here; {onward} goes to where some do.")

    def entries(self) -> list[ListEntry[SilenceChoice]]:
        """Return what the palette offers to tell again."""
        return [*told_again(self._desk.silenced, self._review.signs)]

    def obey(self, choice: SilenceChoice | None) -> None:
        """Silence what was chosen, or tell it again."""
        if choice is None:
            return
        words = in_words(choice.silence, self._review.signs)
        if choice.again:
            self._desk.tell_again([choice.silence], f"told again: {words}")
        else:
            self._desk.silence([choice.silence], f"never told again: {words}")
