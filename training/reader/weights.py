"""Which weights fit which network, and what lies between two trainings' weights. Neither needs torch to be imported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

ANEW = ("heads.", "encoder.feature.")
"""What a training may begin anew: all that the pretrained network does not have."""


class OtherWeights(ValueError):
    """Weights of another network than the one asked for; the message says where they differ."""


def go_on_from(network: Any, file: Path) -> None:
    """Give `network` (a torch module) the weights in `file`, which an earlier training of it wrote. OtherWeights where
    they are another's.
    """
    from safetensors.torch import load_file

    weights = load_file(file)
    check_fit(network.state_dict(), weights, str(file))
    network.load_state_dict(weights, strict=False)


def check_fit(own: Mapping[str, Any], given: Mapping[str, Any], source: str) -> None:
    """OtherWeights unless `given` has the names and shapes of `own`; what begins with one of ANEW it may lack."""
    lacking = [name for name in own if name not in given and not name.startswith(ANEW)]
    unknown = [name for name in given if name not in own]
    differing = _of_other_shape(own, given)
    found = (("lacks", lacking), ("has besides", unknown), ("has in another shape", differing))
    if any(names for _, names in found):
        told = ", ".join(f"{how} {_listed(names)}" for how, names in found if names)
        raise OtherWeights(f"{source} holds weights of another network: it {told}")


def mixed(first: Mapping[str, Any], second: Mapping[str, Any], share: float) -> dict[str, Any]:
    """The mean of both, in which the second has `share` (0 to 1). What begins with one of ANEW and only the second has
    is taken from it. OtherWeights where the first has more, the second more than that, or their shapes differ.
    """
    if not 0 <= share <= 1:
        raise OtherWeights(f"a share of {share} is none: give 0 to 1, that of the second file")
    if more := [name for name in first if name not in second]:
        raise OtherWeights(
            f"only the first file has {_listed(more)}, which the mean would drop: name the files the other way round, "
            f"with the share {1 - share:g}"
        )
    if strange := [name for name in second if name not in first and not name.startswith(ANEW)]:
        raise OtherWeights(f"the files are of different networks: only the second has {_listed(strange)}")
    if differing := _of_other_shape(first, second):
        raise OtherWeights(f"the files are of different networks: of another shape is {_listed(differing)}")
    return {n: first[n] * (1 - share) + w * share if n in first else w for n, w in second.items()}


def _of_other_shape(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    return [name for name, weight in one.items() if name in other and other[name].shape != weight.shape]


def _listed(names: Iterable[str]) -> str:
    first, *rest = names
    return f"{first} and {len(rest)} more" if rest else first
