"""The weighted mean of two trainings' weights: ``python -m training.reader.mix FIRST SECOND SHARE OUT``.

SHARE is that of the second. A head that only the second has is taken from it. Weights that one training reached from
the other's lie in one valley, where a point between them is often better than either (Wortsman and others, "Robust
fine-tuning of zero-shot models", 2022).
"""

from __future__ import annotations

import sys

from safetensors.torch import load_file, save_file


def main() -> None:
    """Read the two files, mix them, and write the result."""
    first, second, share, out = sys.argv[1:]
    before, after, part = load_file(first), load_file(second), float(share)
    mixed = {n: before[n] * (1 - part) + w * part if n in before else w for n, w in after.items()}
    save_file(mixed, out)


if __name__ == "__main__":
    main()
