"""Real articles that cleaning must not lose: how many of a corpus it keeps, and how much of their text."""
