"""Short quotations stay whole, by whichever marks they stand in."""

import pytest

from tui_app.core.segmentation.sentences import short_quotations


@pytest.mark.parametrize(
    ("passage", "quotations"),
    [
        ("He said “No. Not I.” and left.", ["“No. Not I.”"]),
        ("Er sagte „Nein. Ich nicht.“ und ging.", ["„Nein. Ich nicht.“"]),
        ("Il dit « Non. » et « Oui. » puis", ["« Non. »", "« Oui. »"]),
        ("Er sagte »Nein.« und »Ja.« dann", ["»Nein.«", "»Ja.«"]),
        ("彼は「はい。」と『本。』と", ["「はい。」", "『本。』"]),
        ('He said "No. Not I." and “Go.”', ['"No. Not I."', "“Go.”"]),
        ('A 5" pipe and a 6" pipe.', []),
        ("He said “No and left.", []),
        ("No marks at all. None.", []),
        (f"He said “{'No. ' * 20}” and left.", []),
    ],
)
def test_quotations_are_found_between_their_own_marks(passage, quotations):
    spans = short_quotations(passage, unspaced=False)
    assert [passage[start:end] for start, end in spans] == quotations
