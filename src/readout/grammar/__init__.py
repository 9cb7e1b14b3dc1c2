"""Dates, numbers and quotation marks in running text, to values; used by clean and annotate alike."""
