"""Notes and review marks: what they are, how they are kept, found and exchanged."""
