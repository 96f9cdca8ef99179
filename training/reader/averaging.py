"""A running average of a network's weights over the later steps of a training."""

from __future__ import annotations

import torch
from torch import Tensor, nn

Weights = dict[str, Tensor]


class RunningAverage:
    """Each taking keeps `keep` of the average and adds the rest of what is taken; the first is taken whole."""

    def __init__(self, keep: float) -> None:
        self.keep = keep
        self.weights: Weights | None = None

    @torch.no_grad()
    def take(self, network: nn.Module) -> None:
        """Take the network's weights into the average."""
        now = network.state_dict()
        if self.weights is None:
            self.weights = {name: weight.clone() for name, weight in now.items()}
        for name, weight in self.weights.items():
            weight.mul_(self.keep).add_(now[name], alpha=1 - self.keep)
