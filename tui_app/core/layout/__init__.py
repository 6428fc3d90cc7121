"""Where the words of a row stand in a column of so many cells: wrapping, heights."""
