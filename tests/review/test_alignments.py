from tui_app.core.comparison import Comparison
from tui_app.core.model import Alignment, Bead
from tui_app.core.rows import build_rows
from tui_app.core.segmentation import segment
from tui_app.review.alignments import worth_showing
from tui_app.review.journey import Stay


def read(text: str):
    return segment(text, None, "sentence")


def test_rows_are_worth_showing_where_those_about_the_eye_are_linked():
    document = read("\n\n".join(f"Passage {n}." for n in range(200)))
    linked = [n for n in range(200) if not 50 <= n < 80]
    alignment = Alignment(tuple(Bead((n,), (n,), 1.0) for n in linked), ())
    rows = build_rows(document, document, alignment)
    comparison = Comparison(document, document, alignment, rows)
    for side in ("left", "right"):
        at = [document.units[n].start for n in (60, 150)]
        assert not worth_showing(comparison, Stay(side, at[0]))
        assert worth_showing(comparison, Stay(side, at[1]))
