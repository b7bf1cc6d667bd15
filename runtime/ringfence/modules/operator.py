"""operator: being written."""
