"""Two records, or two reports of one record: what differs."""
