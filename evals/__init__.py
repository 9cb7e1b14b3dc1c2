"""Scorers and floors for accuracy; each prints its scores with one command."""
