"""The page says what it should, holds both texts exactly, and is safe to open."""

import base64
import hashlib
import json
import re
import subprocess
import sys
import tracemalloc
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.comparison import compare, compare_texts
from tui_app.core.exports import page_map
from tui_app.core.exports.carried_notes import annotation_page
from tui_app.core.exports.page import page
from tui_app.core.exports.page_map import MOST, MapDrawing
from tui_app.core.exports.page_rows import PageRows
from tui_app.core.exports.report import Choice, Remark, Report
from tui_app.core.extract import Extract, Metadata
from tui_app.core.model import Span


def written(left="", right="", *remarks, **given):
    return "".join(page(Report(compare_texts(left, right), remarks, **given)))


VOID = {"meta", "input"}


class PageReader(HTMLParser):
    """Takes both texts from a page: units in order, codes for what is not shown."""

    def __init__(self):
        super().__init__()
        self.units = {"left": [], "right": []}
        self.tags = []
        self.marks = []
        self.ids = set()
        self.links = []
        self.scripts = []
        self._open = []
        self._side = self._codes = None

    def handle_startendtag(self, tag, attrs):
        assert attrs
        assert tag in {"rect", "path"}

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        classes = given.get("class", "").split()
        self.tags.append((tag, given))
        if tag in VOID:
            return
        self._open.append((tag, classes))
        if "side" in classes and "head" not in self._open[-2][1]:
            self._side = classes[1]
        if "u" in classes:
            self.units[self._side].append((int(given["data-at"]), []))
        if "c" in classes:
            self._codes = given["data-c"]
        if tag == "mark":
            self.marks.append((self._side, classes, []))
        if tag == "script":
            self.scripts.append((given, []))
        if "href" in given:
            self.links.append(given["href"])
        if "id" in given:
            assert given["id"] not in self.ids
            self.ids.add(given["id"])

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        opened, _ = self._open.pop()
        assert opened == tag

    def handle_data(self, data):
        if self._open and self._open[-1][0] == "script":
            self.scripts[-1][1].append(data)
        if not any("u" in classes for _, classes in self._open):
            return
        for (tag, _), entry in zip(
            [one for one in self._open if one[0] == "mark"],
            self.marks[::-1],
            strict=False,
        ):
            assert tag == "mark"
            entry[2].append(data)
        if self._codes:
            shown, data = data, "".join(chr(int(c, 16)) for c in self._codes.split())
            assert len(shown) == len(data)
            self._codes = None
        self.units[self._side][-1][1].append(data)

    def text(self, side):
        return "".join("".join(words) for _, words in sorted(self.units[side]))


def read(html):
    reader = PageReader()
    reader.feed(html.encode().decode())
    reader.close()
    assert not reader._open
    return reader


SENTENCES = st.sampled_from(
    [
        "The mill stood by the river for five years.",
        "The mill stood  by the river for seven years!",
        "“Nobody,” he said, “worked there.”",
        "Nobody worked there, he said.",
        "Café au lait was served on Tuesday.",
        "It ran <b>slowly</b> &amp; \x1b[31m </script> \u202e.",
        "A river\x00 ran\x85 through it: slowly.",
        "Yes.",
    ]
)
BREAKS = st.sampled_from([" ", "\n\n", "\n", "  ", "\n\n\t", "\x0c", "\u2028"])
TEXTS = st.lists(st.tuples(SENTENCES, BREAKS), min_size=0, max_size=7).map(
    lambda pairs: "".join(sentence + space for sentence, space in pairs)
)


@given(TEXTS, TEXTS, st.sampled_from(["sentence", "paragraph", "line"]))
@settings(max_examples=100)
def test_both_texts_come_back_to_the_last_character(left, right, unit):
    comparison = compare_texts(left, right, unit)
    found = read("".join(page(Report(comparison))))
    assert found.text("left") == left
    assert found.text("right") == right


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=100)
def test_any_characters_come_back(left, right):
    html = written(left, right)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", html)
    found = read(html)
    assert found.text("left") == left
    assert found.text("right") == right


@pytest.mark.parametrize("pair", [("001", "004"), ("000", "001"), ("002", "003")])
def test_the_sample_articles_come_back_to_the_last_character(pair, request):
    seeds = request.config.rootpath / "seeds"
    texts = [next(seeds.glob(f"{name}*")).read_text("utf-8") for name in pair]
    found = read(written(*texts))
    assert [found.text("left"), found.text("right")] == texts


def marked(html, side):
    """Return the words marked on one side, with the kind of mark."""
    pattern = r'<mark class="([^"]*)"[^>]*>([^<]*)</mark>'
    rows = html.partition('id="r1"')[2]
    cells = re.findall(rf'<div class="side {side}"[^>]*>(.*?)</div>', rows, re.DOTALL)
    return [
        (kind.removesuffix(" go"), words)
        for cell in cells
        for kind, words in re.findall(pattern, cell)
    ]


def test_facts_passages_and_other_words_are_marked_each_in_its_way():
    left = "The old mill by the river worked for five years, he said."
    right = (
        "The old mill by the river ran for seven years, he said, as nobody "
        "in the valley had ever expected it."
    )
    html = written(left, right)
    assert ("number fact", "five") in marked(html, "left")
    assert ("number fact", "seven") in marked(html, "right")
    assert ("wording", "worked") in marked(html, "left")
    assert any(kind == "passage" for kind, _ in marked(html, "right"))
    assert 'title="a number or quantity differs"' in html


def test_a_passage_only_one_side_has_is_marked_whole_beside_nothing():
    html = written(
        "The mill stood.\n\nNobody worked there.\n\nThe river ran.",
        "The mill stood.\n\nThe river ran.",
    )
    assert ("passage only", "Nobody worked there.") in marked(html, "left")
    assert "nothing on the right" in html


def test_what_is_small_is_marked_so_and_stands_out_where_nothing_else_differs():
    alone = written("The mill, an old one, stood.", "The mill an old one, stood.")
    assert [kind for kind, _ in marked(alone, "left")] == ["small alone"]
    among = written(
        "The mill, an old one, stood for five years.",
        "The mill an old one, stood for seven years.",
    )
    assert ("small", ",") in marked(among, "left")


def test_a_fact_within_other_words_lies_on_them():
    both = marked(
        written(
            "He told us “we had no money and five men in those years” and left.",
            "He told us “money was short then, there were seven of us” and left.",
        ),
        "left",
    )
    assert "number fact" in {kind for kind, _ in both}


def test_kinds_that_do_not_go_out_are_not_marked():
    left, right = "Five men came in May to work.", "Seven men came in May for work."
    html = written(left, right, choice=Choice().facts())
    assert {kind for kind, _ in marked(html, "left")} == {"number fact"}
    assert 'id="k-wording"' not in html


NOTE = Remark(
    "n1",
    "Look at <i>this</i>\nagain",
    (0,),
    (Span(4, 8),),
    tags=("mill",),
    by="Ada <x>",
    created="2026-05-04T10:00:00Z",
    status="resolved",
    annotation=json.dumps({"type": "Annotation", "id": "urn:diptych:note:n1"}),
)
TWO = "The mill stood for five years.", "The mill stood for seven years."


def test_notes_stand_in_their_row_with_who_wrote_them_and_when():
    html = written(*TWO, NOTE)
    row = html.partition('id="r1"')[2].partition("</main>")[0]
    assert "Look at &lt;i&gt;this&lt;/i&gt;\nagain" in row
    assert "Ada &lt;x&gt;" in row
    assert "2026-05-04</time>" in row
    assert "#mill" in row
    assert "resolved" in row
    assert '<mark class="noted">mill</mark>' in row


def test_notes_without_a_row_stand_after_the_texts_with_their_quotes():
    lost = NOTE._replace(rows=(), left=(), left_quotes=("gone <b>",), state="orphan")
    html = written(*TWO, lost)
    after = html.partition('class="nowhere"')[2]
    assert "gone &lt;b&gt;" in after
    assert "its place is gone" in after


def test_the_notes_are_in_the_page_as_data():
    hostile = NOTE._replace(
        annotation=json.dumps({"type": "Annotation", "bodyValue": "</script><b>"})
    )
    found = read(written(*TWO, hostile))
    given, words = found.scripts[0]
    assert given == {"type": "application/ld+json", "id": "diptych-notes"}
    assert "".join(words) == annotation_page([hostile])
    assert json.loads("".join(words))["items"] == [
        {"type": "Annotation", "bodyValue": "</script><b>"}
    ]


def test_notes_on_rows_that_do_not_go_out_stay_at_home():
    left = "The mill stood.\n\nIt ran for five years."
    html = written(
        left,
        left.replace("five", "six"),
        NOTE._replace(body="a secret", annotation='{"body": "a secret"}'),
        choice=Choice().facts(),
    )
    assert "secret" not in html
    assert "The mill stood." not in read(html).text("left")
    assert "Not all rows" in html


def test_rows_reviewed_linked_and_moved_are_marked():
    sentences = [f"Sentence {word} stands on its own here." for word in "abcdefgh"]
    sentences[1] = "The owner of the old mill never came back to the valley."
    moved = [*sentences[:1], *sentences[2:], sentences[1]]
    comparison = compare_texts("\n\n".join(sentences), "\n\n".join(moved))
    number = next(n for n, row in enumerate(comparison.rows) if row.moved)
    report = Report(comparison, reviewed=frozenset({0}), linked=frozenset({2}))
    html = "".join(page(report))
    rows = re.split(r'<div class="row (?!head)', html)[1:]
    assert "moved: further down on the right" in rows[number]
    assert 'title="reviewed"' in rows[0]
    assert 'title="linked by hand"' in rows[2]
    found = read(html)
    assert {link[1:] for link in found.links if link.startswith("#r")} <= found.ids
    assert 'class="moved"' in html


def test_the_summary_counts_rows_facts_and_notes():
    left = "The mill stood for five years.\n\nIt was sold.\n\nNobody came."
    right = "The mill stood for six years.\n\nIt was sold."
    html = written(left, right, NOTE)
    numbers = re.sub("<[^>]*>", "", html.partition('class="numbers"')[2])
    numbers = " ".join(numbers.partition("Going")[0].split())
    for told in ("1 changed fact ", "3 rows", "1 the same", "1 only on the left"):
        assert told in numbers
    assert "1 note" in numbers


def test_titles_authors_dates_and_agencies_are_told_but_no_folders():
    comparison = compare_texts(*TWO)
    told = Metadata("The <Mill>", "A. Miller", "2021-05-04", "The Valley Post", "de")
    left = replace(
        comparison.left,
        source="/home/somebody/mill.html",
        extract=Extract(comparison.left.text, "HTML", metadata=told),
    )
    html = "".join(page(Report(compare(left, comparison.right))))
    for words in ("The &lt;Mill&gt;", "A. Miller", "2021-05-04", "The Valley Post"):
        assert words in html
    assert "mill.html" in html
    assert "somebody" not in html
    assert '<div class="side left" role="cell" lang="de" dir="auto">' in html


def test_the_policy_names_style_and_script_and_lets_nothing_else_in():
    html = written(*TWO)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
    for element in ("style", "script"):
        text = re.search(rf"<{element}>(.*?)</{element}>", html, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{element}-src &#39;sha256-{digest}&#39;" in policy
    assert policy.startswith("default-src &#39;none&#39;")
    for tag, given_ in read(html).tags:
        assert tag not in {"img", "link", "iframe", "object", "form", "base"}
        assert "src" not in given_
        assert "style" not in given_
        assert not any(name.startswith("on") for name in given_)


HOSTILE = (
    "</script></style><script>x</script><!-- --> \" ' {{ 1 }} {% x %} \x1b\x00\u202e"
)


def test_words_are_words_wherever_they_stand():
    note = Remark("1", HOSTILE, (0,), (), (), (), (), (HOSTILE,), HOSTILE, HOSTILE)
    lost = Remark("2", HOSTILE, left_quotes=(HOSTILE,), by=HOSTILE, created=HOSTILE)
    left = HOSTILE + "\n\nThe mill stood for five years."
    html = written(left, left.replace("five", "six"), note, lost, made=HOSTILE)
    found = read(html)
    assert [given for given, _ in found.scripts][1:] == [{}]
    assert found.text("left") == left
    assert not set(html) & set("\x1b\x00\u202e")


def test_empty_texts_make_a_page():
    for left, right in (("", ""), (" \n", "A mill."), ("A mill.", "\n\n")):
        found = read(written(left, right))
        assert (found.text("left"), found.text("right")) == (left, right)


def test_a_row_of_very_many_marks_takes_no_time_to_speak_of():
    left = " ".join(f"word{n} stays{n} here{n}" for n in range(1500))
    right = re.sub(r"stays(\d+)", r"goes\1", left)
    comparison = compare_texts(left, right)
    assert len(comparison.rows) == 1
    html = "".join(page(Report(comparison)))
    assert read(html).text("left") == left


def many_rows(count, order=None):
    lines = [f"Line {n} of a long book of many lines." for n in range(count)]
    moved = [lines[n] for n in order] if order else lines
    return compare_texts("\n".join(lines), "\n".join(moved), "line")


def test_a_piece_comes_for_each_row_so_that_one_can_stop():
    pieces = page(Report(many_rows(200)))
    assert [next(pieces) for _ in range(200)] == [""] * 200
    pieces.close()


def test_of_many_rows_the_map_draws_those_together_that_stand_close():
    comparison = many_rows(3 * MOST)
    drawing, rows = MapDrawing(comparison), PageRows(Report(comparison))
    for number in range(len(comparison.rows)):
        drawing.add(rows.row(number))
    shapes = drawing.map().shapes
    assert len(shapes) <= MOST
    assert shapes[0].first == 1
    assert shapes[-1].last == len(comparison.rows)
    assert all(b.first == a.last + 1 for a, b in pairwise(shapes))


def test_the_rows_of_a_page_are_not_kept_in_memory(monkeypatch):
    monkeypatch.setattr(page_map, "MOST", 100)
    pieces = page(Report(many_rows(2400)))
    for _ in range(1200):
        next(pieces)
    tracemalloc.start()
    for _ in range(1200):
        next(pieces)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    whole = sum(map(len, pieces))
    assert kept < whole / 2 / 2


def test_nothing_of_it_is_loaded_before_a_page_is_written():
    script = (
        "import sys, tui_app.core.exports.page, tui_app.core.exports.forms;"
        "sys.exit('jinja2' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
