"""Task `plover`: the PLOVER type of a sentence whose actors are given, the TSV with a `predicted_root` column."""
