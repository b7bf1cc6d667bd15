"""collections: being written."""
