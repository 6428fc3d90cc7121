"""Pairs looked at beside the library: none that the cursor only passes by."""

import threading
from time import monotonic, sleep

from tui_app.core.translation import LanguageChoice
from tui_app.settings.memory import Sources
from tui_app.ui.library_screens import pair_glances
from tui_app.ui.library_screens.pair_glances import PairGlances


def test_no_pair_is_compared_that_the_cursor_only_passes_by(monkeypatch):
    compared, before = [], threading.active_count()
    monkeypatch.setattr(pair_glances, "PAUSE", 60)
    monkeypatch.setattr(
        pair_glances, "glances_at", lambda pair, *_: compared.append(pair) or ()
    )
    glances = PairGlances(LanguageChoice(), lambda call: call(), lambda *_: None)
    for number in range(3):
        assert glances.look_at(Sources(f"{number}.txt", "other.txt")) is None
    glances.stop()
    latest = monotonic() + 30
    while threading.active_count() > before and monotonic() < latest:
        sleep(0.01)
    assert threading.active_count() == before
    assert compared == []
