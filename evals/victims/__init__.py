"""Killed and injured: what a report's figures say, against counts made by hand."""
