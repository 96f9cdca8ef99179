"""One step of a training, whatever is trained, and the lines that tell how it goes."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from training.reader.averaging import RunningAverage

LONGEST_GRADIENT = 1.0
_KEPT = 0.98  # of the mean losses that are shown, at each step


class Descent:
    """A network in training by AdamW: its parameters in groups, the rate's course over the steps, and the running
    average of its weights over the last steps.
    """

    def __init__(
        self,
        network: nn.Module,
        groups: list[dict[str, Any]],
        steps: int,
        rate: Callable[[int], float],
        keep: float,
        average_from: float,
    ) -> None:
        """`rate` gives the share of a group's own rate at a step; weights are averaged after
        that share of `steps`, each keeping so much of the average.
        """
        self.network, self.steps, self._from = network, steps, average_from
        self.average = RunningAverage(keep)
        self._optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
        self._schedule = torch.optim.lr_scheduler.LambdaLR(self._optimizer, rate)
        self.step = 0

    def take(self, loss: Tensor) -> None:
        """One step down."""
        self._optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call,unused-ignore]  # torch's own, where it is installed
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), LONGEST_GRADIENT)
        self._optimizer.step()
        self._schedule.step()
        self.step += 1
        if self.step > self._from * self.steps:
            self.average.take(self.network)


class Progress:
    """Decaying means of the parts of a loss, and the pace."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names, self._means, self._began = names, np.zeros(len(names)), time.time()

    def add(self, losses: Sequence[Tensor]) -> None:
        """Take one step's losses into the means."""
        self._means = _KEPT * self._means + (1 - _KEPT) * np.array([loss.item() for loss in losses])

    def show(self, epoch: int, descent: Descent) -> None:
        """Print a line."""
        shown = self._means / (1 - _KEPT**descent.step)
        parts = " ".join(f"{name} {mean:.4f}" for name, mean in zip(self._names, shown, strict=True))
        pace = (time.time() - self._began) / descent.step
        print(f"epoch {epoch} step {descent.step}/{descent.steps}: {parts}, {pace:.2f} s/step", flush=True)
