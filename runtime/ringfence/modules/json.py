"""json: being written."""
