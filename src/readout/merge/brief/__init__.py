"""The brief: sentences of the reports, chosen, trimmed and ordered, each resting on the spans it cites."""

from readout.merge.brief.brief import BRIEF_WORDS, record_brief

__all__ = ["BRIEF_WORDS", "record_brief"]
