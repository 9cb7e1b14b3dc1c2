"""Issues: clusters of what is demanded, offered and refused, named by the reports' own noun phrases."""

from readout.link.issues.issues import find_issues

__all__ = ["find_issues"]
