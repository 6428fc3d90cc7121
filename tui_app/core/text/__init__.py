"""Characters, signs and words of any text, whatever is done with it."""
