"""Page to Article: what each block of a text is for, and what the article says about itself."""

from readout.clean.article import clean
from readout.clean.roles import find_blocks

__all__ = ["clean", "find_blocks"]
