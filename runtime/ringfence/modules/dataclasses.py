"""dataclasses: being written."""
