"""random: being written."""
