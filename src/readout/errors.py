"""The exceptions of Readout.

ReadoutError
├── UsageError        the caller asked for something that cannot be (exit status 2)
├── InputError        one input could not be taken in; becomes a `problem`, never a traceback
│   ├── Unreadable    missing, forbidden, broken, binary, over a limit, refused by its server
│   └── NotAnArticle  readable, but no English news text: empty, a pay-wall's stub, an index page
└── RecordError       a JSON file is no record of a version that this Readout reads
"""


class ReadoutError(Exception):
    """Base of all that Readout raises on purpose."""


class UsageError(ReadoutError):
    """The caller asked for something that cannot be."""


class InputError(ReadoutError):
    """One input could not be taken in; `input` names it as given, the message says why."""

    def __init__(self, input: str, message: str) -> None:  # noqa: A002 - the contract's name
        super().__init__(message)
        self.input = input
        self.message = message


class Unreadable(InputError):  # noqa: N818 - read as a fact in `problems`
    """The input is missing, forbidden, broken, binary, over a limit, or refused by its server."""


class NotAnArticle(InputError):  # noqa: N818 - read as a fact in `problems`
    """The input can be read but holds no English news text."""


class RecordError(ReadoutError):
    """A file is no record of a version that this Readout reads."""
