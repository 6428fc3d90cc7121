"""How the differences of many rows are counted, and their counts kept."""
