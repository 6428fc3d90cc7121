"""What a text consists of: its headings, and the sections of two texts side by side."""
