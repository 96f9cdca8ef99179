"""The weighted mean of two trainings' weights: ``python -m training.reader.mix FIRST SECOND SHARE OUT``.

SHARE is that of the second. A head that only the second has is taken from it; one that only the first has is
refused. Weights that one training reached from
the other's lie in one valley, where a point between them is often better than either (Wortsman and others, "Robust
fine-tuning of zero-shot models", 2022).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from safetensors.torch import load_file, save_file

from training.reader.weights import OtherWeights, mixed


def main() -> None:
    """Read the two files, mix them, and write the result."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path, metavar="FIRST")
    parser.add_argument("second", type=Path, metavar="SECOND")
    parser.add_argument("share", type=float, metavar="SHARE")
    parser.add_argument("out", type=Path, metavar="OUT")
    given = parser.parse_args()
    try:
        mean = mixed(load_file(given.first), load_file(given.second), given.share)
    except OtherWeights as error:
        parser.error(str(error))
    save_file(mean, given.out)


if __name__ == "__main__":
    main()
