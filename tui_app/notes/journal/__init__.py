"""How notes are kept: a journal of changes, and what all of them amount to."""
