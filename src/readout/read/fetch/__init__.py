"""Polite fetching of pages by URL."""
