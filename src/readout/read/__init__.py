"""The outside world to pages: files, archives, JSON, HTML, standard input, polite fetching."""
