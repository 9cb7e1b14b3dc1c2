"""Task `polnear`: attributions as character spans, JSON lines with `id` and `attributions`."""
