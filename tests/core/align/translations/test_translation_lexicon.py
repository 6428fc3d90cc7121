from __future__ import annotations

import itertools

from tui_app.core.align.translations.translation_alignment import align_translation
from tui_app.core.align.translations.translation_lexicon import learn
from tui_app.core.model import Alignment
from tui_app.core.translation import Translation

ACROSS = Translation(("", ""))


def test_frequent_words_are_linked_with_their_translations(lines, sentences):
    made = sentences(300, 31)
    left, right = lines([a for a, _ in made]), lines([b for _, b in made])
    found = align_translation(left, right, ACROSS)
    lexicon = learn(left, right, found, ACROSS)
    entries = [entry for entry in lexicon.entries() if entry.often >= 5]
    assert len(entries) > 50
    ours, theirs = made[7]
    links = lexicon.word_links(ours, theirs)
    assert links
    for link in links:
        assert ours[slice(*link.left)].isalpha()
        assert theirs[slice(*link.right)].isalpha()
        assert 0 < link.strength <= 1


def test_each_word_is_in_one_link_at_most(lines, sentences):
    made = sentences(100, 32)
    left, right = lines([a for a, _ in made]), lines([b for _, b in made])
    found = align_translation(left, right, ACROSS)
    lexicon = learn(left, right, found, ACROSS)
    for ours, theirs in made:
        links = lexicon.word_links(ours, theirs)
        for side in (0, 1):
            spans = sorted(link[side] for link in links)
            assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


def test_nothing_is_learnt_from_nothing(lines):
    left, right = lines(["Ein Satz."]), lines(["Une phrase."])
    lexicon = learn(left, right, Alignment((), ()), ACROSS)
    assert lexicon.entries() == []
    assert lexicon.word_links("Ein Satz.", "Une phrase.") == []
