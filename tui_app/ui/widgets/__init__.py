"""Small parts the screens are made of."""
