"""copy: being written."""
