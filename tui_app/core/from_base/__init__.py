"""Three versions: how the changes of the last stand to the first, the base."""
