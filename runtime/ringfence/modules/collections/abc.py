"""collections.abc: being written."""
