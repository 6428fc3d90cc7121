"""What a row of a text and its translation shows: facts by value, marks, what was left.

Nothing here compares words with words: what a passage states is read in its language
and looked for, by value, in what the other states in its own. What cannot be told
apart from a translator's freedom is not told.
"""
