"""The reader in a browser: who may come in, what a page loads, one child a page."""
