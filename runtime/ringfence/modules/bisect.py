"""bisect: being written."""
