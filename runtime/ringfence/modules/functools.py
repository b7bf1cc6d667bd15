"""functools: being written."""
