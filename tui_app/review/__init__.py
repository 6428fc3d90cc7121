"""What a review knows without a screen: rows, cursor, marks, stops, counts, looks."""
