"""Where notes stand now: anchors made, followed into edited texts, found again."""
