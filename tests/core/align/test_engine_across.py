"""A text and its translation go the way of translations, whatever their length."""

import tui_app

GERMAN = """Der Müller hieß Konrad und wohnte am Bach bei Altenburg.
Im Jahr 1784 stieg das Wasser bis zur Tür.
Er rief seine Tochter Johanna, aber sie war schon auf dem Dach.
Die Nachbarn kamen in einem Boot, das 12 Menschen trug.
Niemand ertrank in jener Nacht.
Im Frühling bauten sie die Mühle wieder auf.
Seitdem heißt der Ort Johannastein."""

ENGLISH = """The miller was called Konrad and lived by the brook near Altenburg.
In the year 1784 the water rose to the door.
He called his daughter Johanna.
But she was on the roof already.
The neighbours came in a boat that carried 12 people.
Nobody drowned that night.
In spring they built the mill again.
Since then the place has been called Johannastein."""


def test_sentences_are_paired_with_their_translations():
    made = tui_app.compare_texts(GERMAN, ENGLISH, unit="line")
    assert made.translation is not None
    pairs = [(row.left, row.right) for row in made.rows]
    assert ((2,), (2, 3)) in pairs
    assert ((6,), (7,)) in pairs
    assert not made.seem_unrelated


def test_within_one_language_nothing_changes():
    asked = tui_app.compare_texts(ENGLISH, ENGLISH, unit="line", across=True)
    assert all(row.left == row.right for row in asked.rows)
    made = tui_app.compare_texts(ENGLISH, ENGLISH, unit="line")
    assert made.translation is None
