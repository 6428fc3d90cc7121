"""Which of many texts share wording, told without comparing all pairs."""
