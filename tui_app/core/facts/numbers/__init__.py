"""Numbers: reading quantities, comparing them, the words for them."""
