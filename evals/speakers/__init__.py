"""Who speaks: attributions whose source is a pronoun or a description, and the names of speakers."""
