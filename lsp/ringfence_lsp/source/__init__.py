"""What can be read off a program's text alone; knows neither the protocol nor the checker."""
