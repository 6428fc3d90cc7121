"""What a comparison is written out as: a page, a table, a redline, an edition."""
