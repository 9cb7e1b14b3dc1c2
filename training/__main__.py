"""From the corpora to the encoder's weights: `python -m training all --minilm FOLDER`, or step by step.

python -m training prepare --minilm FOLDER                 corpora to arrays, the frozen layers' states beside them
python -m training train --run RUN --set kind=names        one fork, from its last checkpoint if it was stopped
python -m training folds --statements RUN                  the reader of acts, and its five-fold scores
python -m training export --names RUN --statements RUN     the files that the package ships
python -m training contents                                the rescorer of contents, added to those files
"""

import argparse
import logging
import os
import sys
from pathlib import Path

from corpora.location import corpora_root

_STEPS = {"names": "1400", "statements": "4900"}


def main() -> int:
    """Run one step, or all; each may be stopped and run again."""
    given = _parser().parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    if given.corpora is None:
        print("The corpora are not on this machine; set READOUT_CORPORA to their folder.", file=sys.stderr)
        return 2
    if given.command in {"prepare", "all"}:
        from training.prepare import prepare  # noqa: PLC0415 - a step loads what it needs

        prepare(given.corpora, given.minilm, given.build / "prepared", given.only)
    if given.command in {"train", "all"}:
        _train(given)
    if given.command in {"folds", "all"}:
        from training.folds import finish, folds  # noqa: PLC0415

        finish(given.build, given.minilm, given.statements)
        folds(given.build, given.minilm, given.statements)
    if given.command in {"export", "all"}:
        from training.export import export  # noqa: PLC0415

        export(given.build, given.minilm, given.names, given.statements, given.target)
    if given.command in {"contents", "all"}:
        from training.contents import train_contents  # noqa: PLC0415

        train_contents(given.corpora, given.target)
    return 0


def _train(given: argparse.Namespace) -> None:
    from training.train import train  # noqa: PLC0415

    if given.command == "train":
        train(given.build, given.minilm, given.run, dict(pair.split("=", 1) for pair in given.set))
        return
    for kind, run in (("names", given.names), ("statements", given.statements)):
        train(given.build, given.minilm, run, {"kind": kind, "steps": _STEPS[kind]})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("training", None, __doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("all", "prepare", "train", "folds", "export", "contents"))
    parser.add_argument("--corpora", type=Path, default=corpora_root())
    parser.add_argument("--build", type=Path, default=Path(os.environ.get("READOUT_BUILD", "../readout-build")))
    parser.add_argument("--minilm", type=Path, help="folder of all-MiniLM-L6-v2 with model.safetensors", required=True)
    parser.add_argument("--run", default="statements", help="name of the run, which names its checkpoints")
    parser.add_argument("--names", default="names", help="the run whose names fork is exported")
    parser.add_argument("--statements", default="statements", help="the run whose statements fork is exported")
    parser.add_argument("--target", type=Path, default=Path("src/readout/annotate/weights"))
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--set", nargs="*", default=[], metavar="KEY=VALUE", help="settings of a run")
    return parser


if __name__ == "__main__":
    sys.exit(main())
