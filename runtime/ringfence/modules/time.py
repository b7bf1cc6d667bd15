"""time: being written."""
