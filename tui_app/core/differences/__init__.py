"""From a collation and its facts to the differences a reader is shown."""
