"""The `readout` command."""

import click

from readout import __version__
from readout.cli.annotate import annotate
from readout.cli.build import build
from readout.cli.diff import diff
from readout.cli.export import export
from readout.cli.positions import positions
from readout.cli.quotes import quotes
from readout.cli.schema import schema

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=_CONTEXT)
@click.version_option(__version__, prog_name="readout")
def main() -> None:
    """Read many news reports of one event and write the one sourced record of it."""


main.add_command(annotate)
main.add_command(build)
main.add_command(diff)
main.add_command(export)
main.add_command(positions)
main.add_command(quotes)
main.add_command(schema)
