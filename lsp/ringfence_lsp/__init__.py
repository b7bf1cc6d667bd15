"""The language server. Not built yet; nothing else needs it."""
