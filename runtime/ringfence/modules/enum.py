"""enum: being written."""
