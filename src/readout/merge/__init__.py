"""Articles, notes and links to the Record, one file for each part of it."""
