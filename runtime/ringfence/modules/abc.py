"""abc: being written."""
