"""Weights of a training are gone on from, and mixed, only where nothing is lost on the way."""

from __future__ import annotations

import numpy as np
import pytest

from training.reader.weights import OtherWeights, check_fit, mixed

BODY = {"encoder.piece.weight": np.ones((3, 2)), "encoder.layer.0.bias": np.ones(2)}
HEADS = {"heads.cue.weight": np.ones((1, 2)), "encoder.feature.weight": np.ones((4, 2))}


def test_weights_of_an_earlier_training_fit_with_and_without_its_heads() -> None:
    check_fit(BODY | HEADS, BODY | HEADS, "a.safetensors")
    check_fit(BODY | HEADS, BODY, "a.safetensors")


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"conv.weight": np.ones(3)}, "it lacks encoder.piece.weight and 1 more, has besides conv.weight"),
        ({}, "it lacks encoder.piece.weight and 1 more"),
        (HEADS, "it lacks encoder.piece.weight and 1 more"),
        (BODY | {"heads.other.weight": np.ones(3)}, "it has besides heads.other.weight"),
        (BODY | {"encoder.layer.0.bias": np.ones(5)}, "it has in another shape encoder.layer.0.bias"),
    ],
)
def test_weights_of_another_network_are_refused(given: dict[str, np.ndarray], what: str) -> None:
    with pytest.raises(OtherWeights) as error:
        check_fit(BODY | HEADS, given, "a.safetensors")
    assert str(error.value) == f"a.safetensors holds weights of another network: {what}"


def test_a_mixture_keeps_the_heads_of_the_second() -> None:
    mean = mixed(BODY, {name: weight * 3 for name, weight in (BODY | HEADS).items()}, 0.25)
    assert {name: float(weight.flat[0]) for name, weight in mean.items()} == {
        "encoder.piece.weight": 1.5,
        "encoder.layer.0.bias": 1.5,
        "heads.cue.weight": 3,
        "encoder.feature.weight": 3,
    }


@pytest.mark.parametrize(
    ("first", "second", "share", "what"),
    [
        (BODY | HEADS, BODY, 0.25, "heads.cue.weight and 1 more, which the mean would drop: .* with the share 0.75"),
        (HEADS, BODY | HEADS, 0.5, "of different networks: only the second has encoder.piece.weight and 1 more"),
        (BODY, {name: weight.T for name, weight in BODY.items()}, 0.5, "of another shape is encoder.piece.weight$"),
        (BODY, BODY, 1.5, "a share of 1.5 is none"),
    ],
)
def test_a_mixture_that_would_lose_something_is_refused(
    first: dict[str, np.ndarray], second: dict[str, np.ndarray], share: float, what: str
) -> None:
    with pytest.raises(OtherWeights, match=what):
        mixed(first, second, share)
