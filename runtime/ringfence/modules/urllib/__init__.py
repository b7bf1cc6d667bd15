"""urllib: only ``urllib.parse`` is here; nothing reaches a network."""
