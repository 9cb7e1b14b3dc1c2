"""Task `timex`: time expressions and their values on TimeML documents, counted as TempEval-3 counts."""
