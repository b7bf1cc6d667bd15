"""contextlib: being written."""
