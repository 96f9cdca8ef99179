"""Train the reader: ``python -m training.reader.train --shared ../shared --out build/reader``.

Writes, after each epoch, last.safetensors (the weights as they are) and, once there is one, average.safetensors (their
running average, which is what is evaluated and exported).
"""

from __future__ import annotations

import argparse
import random as global_random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
from safetensors.torch import save_file

from training.reader.corpus import (
    Annotated,
    Voiced,
    load_tokenizer,
    read_articles,
    read_gum_articles,
    read_sentences,
)
from training.reader.descent import Descent, Progress
from training.reader.losses import Losses, article_losses, total, voice_loss
from training.reader.network import Network
from training.reader.weights import ANEW, OtherWeights, go_on_from
from training.reader.windows import Example, epoch

EPOCHS, SEED = 4, 7
RATE, HEADS_FASTER = 1.2e-4, 8  # learning rate of what is pretrained; how much faster what is new learns
WARM_UP, LOWEST = 0.06, 0.02  # share of the steps in which the rate rises; share of the rate that it keeps
DECAY = 0.01
SENTENCES = 8  # sentences marked for voice in each step
AVERAGE_FROM, KEEP = 0.6, 0.99  # share of the steps after which weights are averaged; what the average keeps at each
REPORT = 50  # steps between lines of progress


@dataclass(frozen=True, slots=True)
class Plan:
    """How long to train, how fast to learn, and the seed of what is drawn by chance."""

    epochs: int = EPOCHS
    rate: float = RATE
    seed: int = SEED


def chances(voiced: list[Voiced]) -> list[float]:
    """How often each sentence is drawn: all voices as often as one another."""
    often = Counter(sentence.voice for sentence in voiced)
    return [1 / often[sentence.voice] for sentence in voiced]


def rate(step: int, steps: int) -> float:
    """The share of the learning rate at a step: it rises, then falls in a line."""
    rise = WARM_UP * steps
    return step / rise if step <= rise else max(LOWEST, 1 - step / steps)


class Training:
    """The network in training, with all that changes from step to step."""

    def __init__(self, network: Network, articles: list[Annotated], voiced: list[Voiced], given: Plan):
        self.random = Random(given.seed)
        self.articles, self.voiced, self.epochs = articles, voiced, given.epochs
        self.network = network
        new = {n: p for n, p in self.network.named_parameters() if n.startswith(ANEW)}
        body = [p for n, p in self.network.named_parameters() if n not in new]
        groups = [
            {"params": body, "lr": given.rate, "weight_decay": DECAY},
            {"params": list(new.values()), "lr": given.rate * HEADS_FASTER, "weight_decay": DECAY},
        ]
        steps = given.epochs * len(epoch(articles, self.random))  # other epochs cut elsewhere and may differ
        self.descent = Descent(network, groups, steps, lambda step: rate(step, steps), KEEP, AVERAGE_FROM)
        self.chances = chances(voiced)

    def advance(self, examples: list[Example]) -> Losses:
        """One step on a batch of windows and some sentences."""
        self.network.train()
        losses = Losses._make(
            (
                *article_losses(self.network, examples, self.random),
                voice_loss(self.network, self.random.choices(self.voiced, self.chances, k=SENTENCES)),
            )
        )
        self.descent.take(total(losses))
        return losses

    def save(self, folder: Path) -> None:
        """Write the weights, and their average once there is one."""
        folder.mkdir(parents=True, exist_ok=True)
        save_file(self.network.state_dict(), folder / "last.safetensors")
        if self.descent.average.weights is not None:
            save_file(self.descent.average.weights, folder / "average.safetensors")


def train(training: Training, out: Path, most: int | None) -> None:
    """All epochs, or the first `most` steps, printing each loss's decaying mean now and then."""
    progress, descent = Progress(Losses._fields), training.descent
    for number in range(training.epochs):
        for examples in epoch(training.articles, training.random):
            progress.add(training.advance(examples))
            ended = descent.step == most
            if descent.step % REPORT == 0 or ended:
                progress.show(number, descent)
            if ended:
                training.save(out)
                return
        training.save(out)


def first_network(start: Path | None) -> Network:
    """The network to train. With `start`, weights that an earlier training wrote are gone on from; heads that they do
    not have begin anew. OtherWeights where they are another network's.
    """
    network = Network()
    network.encoder.load_pretrained()
    if start is not None:
        go_on_from(network, start)
    return network


def main() -> None:
    """Read the command line, then the data, then train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder of shared data")
    parser.add_argument("--out", type=Path, required=True, help="where to write the weights")
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--rate", type=float, default=RATE, help="learning rate of what is pretrained")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--articles", type=int, help="train on the first so many articles only, to try it out")
    parser.add_argument("--steps", type=int, help="stop after so many steps, to try it out")
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    global_random.seed(given.seed)
    np.random.seed(given.seed)
    torch.manual_seed(given.seed)
    try:
        network = first_network(given.start)
    except OtherWeights as error:
        parser.error(str(error))
    tokenizer = load_tokenizer()
    articles = read_articles(tokenizer, given.shared, "train", given.articles)
    articles += read_gum_articles(tokenizer, given.shared, given.articles)
    print(f"{len(articles)} articles", flush=True)
    plan = Plan(given.epochs, given.rate, given.seed)
    training = Training(network, articles, read_sentences(tokenizer, given.shared), plan)
    train(training, given.out, given.steps)


if __name__ == "__main__":
    main()
