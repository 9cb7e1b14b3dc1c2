"""Task `story`: a report of another event put among the reports of one."""
