"""Names of people, places and bodies: finding them, comparing them."""
