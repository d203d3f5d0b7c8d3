"""Builds the gazetteer's tables; see ../README.md."""
