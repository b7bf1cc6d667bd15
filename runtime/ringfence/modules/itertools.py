"""itertools: being written."""
