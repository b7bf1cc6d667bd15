"""types: being written."""
