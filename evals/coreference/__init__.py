"""Coreference of entities within and across articles, and of pronouns, by the scorers of the field."""
