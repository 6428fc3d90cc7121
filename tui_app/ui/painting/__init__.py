"""What is written to the terminal, so that it shows what the screen is to show."""
