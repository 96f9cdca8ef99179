"""Train the reader: ``python -m training.reader.train --shared ../shared --out build/reader``.

Writes, after each epoch, last.safetensors (the weights as they are) and, once there is one, average.safetensors (their
running average, which is what is evaluated and exported).
"""

from __future__ import annotations

import argparse
import random as global_random
import time
from pathlib import Path
from random import Random

import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor

from training.reader.corpus import Annotated, Voiced, load_tokenizer, read_articles, read_sentences
from training.reader.losses import Losses, article_losses, sentence_losses, total
from training.reader.network import Network
from training.reader.windows import Example, epoch

EPOCHS, SEED = 4, 7
RATE, HEAD_RATE = 1.2e-4, 1e-3  # learning rates: of what is pretrained, and of what is new
WARM_UP, LOWEST = 0.06, 0.02  # share of the steps in which the rate rises; share of the rate that it keeps
LONGEST_GRADIENT = 1.0
SENTENCES = 6  # sentences marked for voice in each step
AVERAGE_FROM, KEEP = 0.6, 0.99  # share of the steps after which weights are averaged; what the average keeps at each
REPORT = 50  # steps between lines of progress

Weights = dict[str, Tensor]


class Training:
    """The network in training, with all that changes from step to step."""

    def __init__(self, articles: list[Annotated], sentences: list[Voiced], epochs: int, seed: int) -> None:
        global_random.seed(seed)
        np.random.seed(seed)
        torch.manual_seed(seed)
        self.random = Random(seed)
        self.articles, self.sentences, self.epochs = articles, sentences, epochs
        self.network = Network()
        self.network.encoder.load_pretrained()
        self.pretrained = Network()  # left untouched: it says what the sentence vectors were
        self.pretrained.encoder.load_pretrained()
        self.pretrained.eval()
        new = {n: p for n, p in self.network.named_parameters() if n.startswith(("heads.", "encoder.feature."))}
        body = [p for n, p in self.network.named_parameters() if n not in new]
        groups = [{"params": body, "lr": RATE}, {"params": list(new.values()), "lr": HEAD_RATE}]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
        self.steps = epochs * len(epoch(articles, self.random))  # of this epoch; others cut elsewhere and may differ
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        self.step = 0
        self.average: Weights | None = None

    def _rate(self, step: int) -> float:
        rise = WARM_UP * self.steps
        return step / rise if step <= rise else max(LOWEST, 1 - step / self.steps)

    def advance(self, examples: list[Example]) -> Losses:
        """One step on a batch of windows and some sentences."""
        self.network.train()
        losses = Losses(
            *article_losses(self.network, examples, self.random),
            *sentence_losses(self.network, self.pretrained, self.random.sample(self.sentences, SENTENCES)),
        )
        self.optimizer.zero_grad()
        total(losses).backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), LONGEST_GRADIENT)
        self.optimizer.step()
        self.schedule.step()
        self.step += 1
        if self.step > AVERAGE_FROM * self.steps:
            self._take_into_average()
        return losses

    @torch.no_grad()
    def _take_into_average(self) -> None:
        now = self.network.state_dict()
        if self.average is None:
            self.average = {name: weight.clone() for name, weight in now.items()}
        else:
            self.average = {n: kept * KEEP + now[n] * (1 - KEEP) for n, kept in self.average.items()}

    def save(self, folder: Path) -> None:
        """Write the weights, and their average once there is one."""
        folder.mkdir(parents=True, exist_ok=True)
        save_file(self.network.state_dict(), folder / "last.safetensors")
        if self.average is not None:
            save_file(self.average, folder / "average.safetensors")


def train(training: Training, out: Path, most: int | None) -> None:
    """All epochs, or the first `most` steps, printing each loss's decaying mean now and then."""
    began, means = time.time(), np.zeros(len(Losses._fields))
    for number in range(training.epochs):
        for examples in epoch(training.articles, training.random):
            losses = training.advance(examples)
            means = 0.98 * means + 0.02 * np.array([loss.item() for loss in losses])
            ended = training.step == most
            if training.step % REPORT == 0 or ended:
                shown = means / (1 - 0.98**training.step)
                parts = " ".join(f"{name} {mean:.4f}" for name, mean in zip(Losses._fields, shown, strict=True))
                pace = (time.time() - began) / training.step
                print(f"epoch {number} step {training.step}/{training.steps}: {parts}, {pace:.2f} s/step", flush=True)
            if ended:
                training.save(out)
                return
        training.save(out)


def main() -> None:
    """Read the command line, then the data, then train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder of shared data")
    parser.add_argument("--out", type=Path, required=True, help="where to write the weights")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--articles", type=int, help="train on the first so many articles only, to try it out")
    parser.add_argument("--steps", type=int, help="stop after so many steps, to try it out")
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    tokenizer = load_tokenizer()
    articles = read_articles(tokenizer, given.shared, "train", given.articles)
    training = Training(articles, read_sentences(tokenizer, given.shared), given.epochs, given.seed)
    train(training, given.out, given.steps)


if __name__ == "__main__":
    main()
