"""HTML pages to text with marks, and what their markup says about the report."""
