"""The command line: a few lines a command over the public API."""
