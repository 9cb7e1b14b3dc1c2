"""Task `worldwide_ner`: names as BIO tags on the given tokens, JSON lines with `id` and `paragraphs`."""
