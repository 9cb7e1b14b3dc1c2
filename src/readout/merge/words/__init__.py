"""Vocabularies of merging, as data files."""
