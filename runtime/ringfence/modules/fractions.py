"""fractions: being written."""
