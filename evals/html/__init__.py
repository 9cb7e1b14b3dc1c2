"""How much of the article's body is found in HTML pages, by the article-extraction-benchmark's measure."""
