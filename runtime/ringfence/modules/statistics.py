"""statistics: being written."""
