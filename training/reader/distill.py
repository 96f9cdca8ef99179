"""Train the fast network on what the accurate one says:

``python -m training.reader.distill --shared ../shared --teacher build/reader/average.safetensors --out build/fast``.

Writes fast.safetensors, the running average of the weights, after each epoch once there is one.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from random import Random

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from training.reader.convolution import FastNetwork
from training.reader.corpus import (
    Annotated,
    Voiced,
    load_tokenizer,
    read_articles,
    read_gum_articles,
    read_sentences,
)
from training.reader.descent import Descent, Progress
from training.reader.lessons import Halves, word_vectors
from training.reader.likeness import Likeness, lesson_losses, total, voice_losses
from training.reader.network import Network
from training.reader.stretches import Hashed, Lesson, batches, cut, hashed
from training.reader.train import chances
from training.reader.weights import OtherWeights, go_on_from
from training.reader.windows import Example
from training.reader.word_tables import narrowed, single_vectors, vocabulary, word_table

EPOCHS, SEED, RATE = 15, 7, 2e-3
WARM_UP, LOWEST = 0.05, 0.01  # share of the steps in which the rate rises; share of the rate that it keeps
AVERAGE_FROM, KEEP = 0.5, 0.995  # share of the steps after which weights are averaged; what the average keeps at each
DECAY = 0.02
SENTENCES = 16  # sentences marked for voice in each step
REPORT = 100  # steps between lines of progress


class Taught:
    """All that is learned from, and cut anew in every epoch."""

    def __init__(self, articles: list[Annotated], voiced: list[Voiced], vectors: list[Halves]) -> None:
        """`vectors` are the teacher's, of the articles and then of the sentences marked for voice."""
        self.articles, self.voiced = articles, voiced
        self.vectors = vectors[: len(articles)]
        self.of_voiced = vectors[len(articles) :]
        self.hashed = [hashed(article.document) for article in articles]
        self.hashed_voiced: list[Hashed] = [hashed(sentence.document) for sentence in voiced]
        self.chances = chances(voiced)

    def epoch(self, random: Random) -> list[list[Lesson]]:
        """All articles once, each as one of its annotators read it."""
        lessons = []
        for article, words, vectors in zip(self.articles, self.hashed, self.vectors, strict=True):
            reading = random.choice(article.readings) if article.readings else None
            for first, end in cut(article.document, random):
                lessons.append(Lesson(Example(article, reading, first, end), words, vectors))
        return batches(lessons, random)


def first_network(teacher: Network, table: Tensor) -> FastNetwork:
    """The network to train, with the teacher's heads and a table of words."""
    network = FastNetwork()
    network.heads.load_state_dict(teacher.heads.state_dict(), strict=False)  # it has one head more
    with torch.no_grad():
        network.encoder.word.weight.copy_(table)
    return network


def share(step: int, steps: int) -> float:
    """The share of the learning rate at a step: it rises, then falls in a line."""
    rise = WARM_UP * steps
    return (step + 1) / rise if step < rise else max(LOWEST, 1 - step / steps)


class Distillation:
    """The fast network in training, with all that changes from step to step."""

    def __init__(self, network: FastNetwork, teacher: Network, taught: Taught, epochs: int, rate: float) -> None:
        self.random = Random(SEED)
        self.network, self.teacher, self.taught = network, teacher, taught
        plain = [p for n, p in network.named_parameters() if p.ndim < 2 or n.startswith("encoder.word.")]
        others = [p for n, p in network.named_parameters() if p.ndim >= 2 and not n.startswith("encoder.word.")]
        groups = [
            {"params": plain, "lr": rate, "weight_decay": 0.0},
            {"params": others, "lr": rate, "weight_decay": DECAY},
        ]
        steps = epochs * len(taught.epoch(Random(SEED)))  # of this epoch; others cut elsewhere and may differ
        self.descent = Descent(network, groups, steps, lambda step: share(step, steps), KEEP, AVERAGE_FROM)

    def advance(self, lessons: list[Lesson]) -> Likeness:
        """One step on a batch of stretches and some sentences."""
        self.network.train()
        taught = self.taught
        chosen = self.random.choices(range(len(taught.voiced)), taught.chances, k=SENTENCES)
        sentences = [(taught.hashed_voiced[i], taught.voiced[i].voice, taught.of_voiced[i]) for i in chosen]
        losses = Likeness._make(
            (
                *lesson_losses(self.network, self.teacher, lessons, self.random),
                voice_losses(self.network, self.teacher, sentences),
            )
        )
        self.descent.take(total(losses))
        return losses


def distill(training: Distillation, epochs: int, out: Path) -> None:
    """All epochs, printing each loss's decaying mean now and then."""
    out.mkdir(parents=True, exist_ok=True)
    progress, descent = Progress(Likeness._fields), training.descent
    for number in range(epochs):
        for lessons in training.taught.epoch(training.random):
            progress.add(training.advance(lessons))
            if descent.step % REPORT == 0:
                progress.show(number, descent)
        save_file(descent.average.weights or training.network.state_dict(), out / "fast.safetensors")


def main() -> None:
    """Read the command line, then the data, then ask the teacher, then train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder of shared data")
    parser.add_argument("--teacher", type=Path, required=True, help="weights that train wrote")
    parser.add_argument("--out", type=Path, required=True, help="where to write the weights")
    parser.add_argument("--start", type=Path, help="weights that an earlier distillation wrote, to go on from")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--articles", type=int, help="train on the first so many articles only, to try it out")
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    np.random.seed(SEED)
    torch.manual_seed(SEED)
    tokenizer = load_tokenizer()
    articles = read_articles(tokenizer, given.shared, "train", given.articles)
    articles += read_gum_articles(tokenizer, given.shared, given.articles)
    voiced = read_sentences(tokenizer, given.shared)
    teacher, pretrained = Network().eval(), Network().eval()
    teacher.load_state_dict(load_file(given.teacher))
    pretrained.encoder.load_pretrained()
    documents = [article.document for article in articles] + [sentence.document for sentence in voiced]
    words, weights = vocabulary(tokenizer, documents)
    table = word_table(words, narrowed(single_vectors(pretrained, tokenizer, words)), weights)
    taught = Taught(articles, voiced, word_vectors(teacher, documents))
    print(f"{len(articles)} articles, {sum(len(d.words.texts) for d in documents)} words", flush=True)
    network = first_network(teacher, table)
    if given.start is not None:
        try:
            go_on_from(network, given.start)
        except OtherWeights as error:
            parser.error(str(error))
    training = Distillation(network, teacher, taught, given.epochs, given.rate)
    distill(training, given.epochs, given.out)


if __name__ == "__main__":
    main()
