"""typing: being written."""
