"""Looking at the pair under the cursor, beside the library's screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tui_app.core.translation import LanguageChoice
from tui_app.review.pair_glance import PairGlance, glances_at
from tui_app.settings.memory import Sources
from tui_app.ui.beside import Abandoned, HandOver, RunBeside

PAUSE = 0.15
"""Seconds the cursor stays on a pair before it is looked at."""

_MOST_KEPT = 200
"""Pairs whose glances are kept for when the cursor comes back."""


class PairGlances:
    """Looks at one pair at a time; ``took`` is called with what was found.

    What is found is kept for a while.
    """

    def __init__(
        self,
        choice: LanguageChoice,
        hand_over: HandOver,
        took: Callable[[Sources, PairGlance], None],
    ) -> None:
        self._choice = choice
        self._hand_over = hand_over
        self._took = took
        self._run = RunBeside(hand_over)
        self._known: dict[Sources, PairGlance] = {}

    def look_at(self, pair: Sources) -> PairGlance | None:
        """Return what is known of the pair; if it is nothing, look, and at no other."""
        self.stop()
        known = self._known.get(pair)
        if known is None:
            self._run = run = RunBeside(self._hand_over)
            run.begin(lambda: self._look(run, pair))
        return known

    def forget(self) -> None:
        """Forget what was found: the files may have changed."""
        self.stop()
        self._known.clear()

    def stop(self) -> None:
        """Abandon what is being looked at."""
        self._run.give_up()

    def _look(self, run: RunBeside, pair: Sources) -> None:
        run.wait(PAUSE)
        glance = PairGlance()
        try:
            for glance in glances_at(pair, self._choice, run.go_on):
                run.tell(partial(self._took, pair, glance))
        except Abandoned:
            raise
        except Exception as error:  # noqa: BLE001  # shown; the pair can be opened
            glance = PairGlance(remark=f"{type(error).__name__}: {error}")
            run.tell(partial(self._took, pair, glance))
        run.tell(partial(self._keep, pair, glance))

    def _keep(self, pair: Sources, glance: PairGlance) -> None:
        if len(self._known) >= _MOST_KEPT:
            del self._known[next(iter(self._known))]
        self._known[pair] = glance
