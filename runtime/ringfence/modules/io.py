"""io: being written."""
