"""The reader: its screen, the parts it is composed of, and the bars about the pair."""
