"""Articles: every passage is weighed against every other, by the words they share."""
