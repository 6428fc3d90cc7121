"""What the user prefers (config.toml) and what the program remembers between runs."""
