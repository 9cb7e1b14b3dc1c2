"""`readout annotate`: what each article says, as notes."""

import sys

import click

from readout.cli.reading import read_inputs, report


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="PATH...")
@click.option("--jsonl", "lines", is_flag=True, required=True, help="Print the notes, one article a line.")
@click.option("--threads", type=click.IntRange(min=1), metavar="N", help="Threads to use (as many as processors).")
@click.option("--allow-private", is_flag=True, help="Also fetch from addresses of private networks.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def annotate(inputs: tuple[str, ...], threads: int | None, *, lines: bool, allow_private: bool, quiet: bool) -> None:  # noqa: ARG001
    """Print what each article at PATH... says: names, attributions, acts, times, sentences with their parse.

    Each line is one article's notes, with the text of every span. Vectors are left out.

    \b
    Exit status: 0 notes were made, 1 no input could be read, 2 wrong usage.
    """
    from readout.annotate import each
    from readout.model.notes_codec import notes_to_json

    articles, problems = read_inputs(inputs, None, allow_private=allow_private, quiet=quiet)
    report(problems)
    if not articles:
        sys.exit(1)
    for article, notes in zip(articles, each(articles, threads=threads, vectors=False), strict=True):
        sys.stdout.buffer.write(notes_to_json(notes, article) + b"\n")
