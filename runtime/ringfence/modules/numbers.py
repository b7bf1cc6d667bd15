"""numbers: being written."""
