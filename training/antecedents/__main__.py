"""Writes the weights of `readout.annotate.antecedents` from OntoGUM's and GAP's training halves.

python -m training.antecedents [--corpora DIR]

Done twice: the second time, pronouns that nobody labelled are resolved by the first weights.
"""

import argparse
from pathlib import Path

from corpora.location import corpora_root
from readout.annotate import antecedents
from training.antecedents.data import gap_choices, gum_choices
from training.antecedents.fit import fitted

OUT = Path(antecedents.__file__).with_suffix(".toml")
_HEAD = """\
# What each feature of a candidate weighs for whom a pronoun means: written by `python -m training.antecedents` from
# OntoGUM's training documents and GAP's development rows.

[weights]
"""


def main() -> int:
    """Fit and write."""
    parser = argparse.ArgumentParser("training.antecedents", None, __doc__)
    parser.add_argument("--corpora", type=Path, default=corpora_root())
    root = parser.parse_args().corpora
    if root is None or not (root / "gap").exists():
        print("training.antecedents: no folder of corpora here; name one with --corpora or READOUT_CORPORA")
        return 1
    for _ in range(2):
        choices = [*gum_choices(root, "train"), *gap_choices(root)]
        weights = fitted(choices)
        OUT.write_text(_HEAD + "".join(f'"{name}" = {value}\n' for name, value in weights.items()), "utf-8")
        antecedents.forget()
        print(f"{len(choices)} pronouns, {len(weights)} weights in {OUT.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
