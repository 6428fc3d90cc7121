"""What the keys of the reader do, by topic; the reader's screen is made of these."""
