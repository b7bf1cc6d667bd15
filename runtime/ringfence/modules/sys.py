"""sys: being written."""
