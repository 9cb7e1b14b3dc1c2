"""`readout schema`: the JSON Schema of the record."""

import json

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of the record."""
    import readout

    click.echo(json.dumps(readout.schema(), indent=2, ensure_ascii=False))
