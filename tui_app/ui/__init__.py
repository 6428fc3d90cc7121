"""The Textual layer. It shows what the core and the notes hold, and only shows."""
