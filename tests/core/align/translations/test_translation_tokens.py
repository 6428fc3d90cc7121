from __future__ import annotations

import pytest

from tui_app.core.align.translations.translation_tokens import (
    tokens_of,
    tokens_with_spans,
)


@pytest.mark.parametrize(
    ("passage", "tokens"),
    [
        ("Die Gletscherspalten", ["die", "gletsc"]),
        ("Élève", ["eleve"]),
        ("8'125 m, 12.500", ["8125", "m", "12500"]),
        ("٢٠٢٤", ["2024"]),
        ("山上静", ["山", "上", "静", "山上", "上静"]),
        ("ไป", ["ไ", "ป", "ไป"]),
        ("לוֹ", ["לו"]),
        ("كِتَاب", ["كتاب"]),
        ("हिन्दी", ["हिन्दी"]),
        ("« Oui ? »", ['"', "oui", "?", '"']),
        ("「好！」", ['"', "好", "!", '"']),
    ],
)
def test_tokens_in_many_scripts(passage: str, tokens: list[str]) -> None:
    assert tokens_of(passage) == tokens


@pytest.mark.parametrize("passage", ["Die Élève ging 1 000 m.", "山上静 OK", "ไป «a»"])
def test_spans_hold_the_same_tokens(passage: str) -> None:
    found = list(tokens_with_spans(passage))
    assert sorted(one.token for one in found) == sorted(tokens_of(passage))
    assert all(passage[slice(*one.span)] for one in found)
