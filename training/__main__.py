"""The command line: `python -m training COMMAND`."""

import argparse
import logging
import os
import sys
from pathlib import Path

from corpora.location import corpora_root


def main() -> int:
    """Run one step; each may be stopped and run again."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("command", choices=("prepare", "train", "folds", "export"))
    parser.add_argument("--corpora", type=Path, default=corpora_root())
    parser.add_argument("--build", type=Path, default=Path(os.environ.get("READOUT_BUILD", "build")))
    parser.add_argument("--minilm", type=Path, help="folder of all-MiniLM-L6-v2 with model.safetensors")
    parser.add_argument("--run", default="statements", help="name of the run, which names its checkpoints")
    parser.add_argument("--names", default="names", help="the run whose names fork is exported")
    parser.add_argument("--statements", default="statements", help="the run whose statements fork is exported")
    parser.add_argument("--target", type=Path, default=Path("src/readout/annotate/weights"))
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--set", nargs="*", default=[], metavar="KEY=VALUE", help="settings of a run")
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    if given.corpora is None:
        print("The corpora are not on this machine; set READOUT_CORPORA to their folder.", file=sys.stderr)
        return 2
    if given.command == "prepare":
        from training.prepare import prepare  # noqa: PLC0415 - a step loads what it needs

        prepare(given.corpora, given.minilm, given.build / "prepared", given.only)
    elif given.command == "train":
        from training.train import train  # noqa: PLC0415

        train(given.build, given.minilm, given.run, dict(pair.split("=", 1) for pair in given.set))
    elif given.command == "folds":
        from training.folds import finish, folds  # noqa: PLC0415

        finish(given.build, given.minilm, given.statements)
        folds(given.build, given.minilm, given.statements)
    elif given.command == "export":
        from training.export import export  # noqa: PLC0415

        export(given.build, given.minilm, given.names, given.statements, given.target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
