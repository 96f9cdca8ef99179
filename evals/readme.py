"""The table of measured quality in README.md, written from the floors: ``python -m evals.readme``."""

from __future__ import annotations

import re
from pathlib import Path

from evals.floors import Floors, read_floors

README = Path(__file__).parent.parent / "README.md"

# Score, what is measured in a reader's words, on what.
SHOWN = (
    ("gold: quotations", "Quotations found, word for word", "9 stories, every quotation marked"),
    ("gold: quotations+speaker", "… with the right speaker", "the same"),
    ("gold: statements", "Readings of one utterance brought together", "the same"),
    ("gold: facts", "Sentences that report one fact brought together", "the same"),
    ("gold: dates resolved", "Dates found and resolved", "the same"),
    ("gold: conflicts", "Conflicts of every kind", "the same"),
    ("gold: conflicts hard", "Conflicts of figures, dates, names, places, speakers and wording", "the same"),
    ("gold: commentary", "The outlet's own opinion", "the same"),
    ("attributions: direct content F1", "Quotations in marks: the words", "84 US articles (PolNeAR)"),
    ("attributions: direct F1", "… with the exact source as well", "the same"),
    ("attributions: indirect F1", "Reported speech without marks, with source", "the same"),
    ("stories: pairwise F1", "Reports grouped into stories (pairs)", "180 reports of 60 events (BASIL)"),
    ("dates, news: right F1", "Dates found and resolved", "258 news texts (EventStoryLine)"),
    ("dates, history: right F1", "Dates found and resolved", "22 history articles (WikiWars)"),
    ("pages: body F1", "Words of the story taken from a web page", "39 news pages (Fundus)"),
)
_PLACE = re.compile(r"(?<=<!-- quality -->\n).*?(?=<!-- end of quality -->)", re.DOTALL)


def quality_table(floors: Floors) -> str:
    """The table as Markdown; scores that have no floor are left out."""
    known = {f.score: f for f in floors.floors}
    rows = ["| what | F1 | on |", "|---|---|---|"]
    rows += [f"| {what} | {known[score].floor:.3f} | {data} |" for score, what, data in SHOWN if score in known]
    return "\n" + "\n".join(rows) + "\n\n"


def with_table(readme: str, floors: Floors) -> str:
    """`readme` with its table written anew; ValueError where it has no place for one."""
    written, count = _PLACE.subn(lambda _: quality_table(floors), readme)
    if count != 1:
        raise ValueError("README has no place for the quality table")
    return written


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8"), read_floors()), encoding="utf-8")
