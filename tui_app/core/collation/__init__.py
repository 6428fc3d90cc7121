"""Two passages laid beside each other: which word answers which."""
