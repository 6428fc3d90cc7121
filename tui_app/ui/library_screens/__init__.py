"""The library's screen: many texts, pairs opened before, what to open by its name."""
