"""Notes and articles to Links: what belongs together between articles, each with its reason."""
