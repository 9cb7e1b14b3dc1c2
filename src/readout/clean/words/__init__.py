"""The vocabularies of cleaning, as data files."""
