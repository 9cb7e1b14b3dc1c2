"""The vocabularies of linking, as data files."""
