"""Roles of blocks and what a report says of itself: scraped articles labelled by hand, and the scorer."""
