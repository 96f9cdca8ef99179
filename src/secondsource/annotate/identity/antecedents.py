"""What the trained reader says of whom a mention means, beside what the rules say.

The reader scores pairs of mentions. For each mention and character, the best score with one of the character's earlier
mentions becomes a chance, against all the others and against nobody: what it was trained to tell (Kenton Lee and
others, "End-to-end Neural Coreference Resolution", 2017).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import exp

from secondsource.annotate.mentions import Found
from secondsource.types import Span

PairScores = Callable[[Sequence[Span]], list[list[float]]]
"""For each span in text order, a score for each one before it; above 0, where it is likelier the antecedent than none
is."""

_REACH = 40  # mentions that a mention is scored against at least: about as far as the reader saw when it was trained
_HIGHEST = 50.0  # a score whose exponent is still a number


class Antecedents:
    """The scores of an article's mentions."""

    def __init__(self, found: Sequence[Found], scores: PairScores | None) -> None:
        """Without `scores` nothing is said of any mention. A coordination is scored by its members alone."""
        singles = (i for i, mention in enumerate(found) if not mention.members)
        self._order = sorted(singles, key=lambda i: (found[i].core.start, found[i].core.end))
        self._rank = {i: rank for rank, i in enumerate(self._order)} if scores is not None else {}
        self._cores = [found[i].core for i in self._order]
        self._scores = scores
        self._blocks: dict[int, list[list[float]]] = {}

    def chances(self, i: int, of: Mapping[int, int]) -> dict[int, float]:
        """How likely mention `i` means each character, given that of every mention read so far; what is left to 1 is
        the chance that it means none of them. Empty where nothing is known of the mention.
        """
        first, row = self._row(i)
        best: dict[int, float] = {}
        for place in range(max(0, len(row) - _REACH), len(row)):
            character = of.get(self._order[first + place])
            if character is not None:
                best[character] = max(row[place], best.get(character, row[place]))
        weights = {character: exp(min(score, _HIGHEST)) for character, score in best.items()}
        total = 1.0 + sum(weights.values())
        return {character: weight / total for character, weight in weights.items()}

    def _row(self, i: int) -> tuple[int, list[float]]:
        """The rank of the first mention that mention `i` is scored against, and the scores from there on."""
        rank = self._rank.get(i)
        if rank is None or self._scores is None:
            return 0, []
        number = rank // _REACH
        first = max(0, (number - 1) * _REACH)
        if number not in self._blocks:
            self._blocks[number] = self._scores(self._cores[first : (number + 1) * _REACH])
        return first, self._blocks[number][rank - first]
