"""Tables hold their words as lemmas are spelled, though that is not worked out."""

from pathlib import Path

from tui_app.core.differences.facts import tables
from tui_app.core.differences.facts.tables import lemma_set
from tui_app.core.differences.forms import spelling_key


def test_every_word_of_the_tables_is_there_as_lemmas_are_spelled():
    folder = Path(tables.__file__).parent
    lemmas = [path for path in folder.glob("*.py") if "lemma_set" in path.read_text()]
    words = {
        word
        for path in lemmas
        for word in path.read_text("utf-8").replace(":", " ").split()
        if word.replace("-", "").isalpha() and word.islower()
    }
    missing = [word for word in words if spelling_key(word) not in lemma_set(word)]
    assert len(words) > 1000
    assert missing == []
