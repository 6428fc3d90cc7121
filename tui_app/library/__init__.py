"""Many texts of a user: which are read, what is known of each, which are related."""
