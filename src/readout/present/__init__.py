"""The Record to JSON, HTML, Markdown and the terminal; no fact is computed here."""
