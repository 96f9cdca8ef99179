"""Mentions of people, bodies and places: by name, by a common noun, by a pronoun.

words of each sentence (tokens) → what the article's own spelling tells (page)
    → runs of capitals (capitals, headlines) → titles split off (titles) → kinds (kinds, reading) → names
    → common nouns (phrases, nominals) → pronouns → coordinations
"""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.annotate.mentions.assembly import assemble
from secondsource.annotate.mentions.found import Description, Found
from secondsource.annotate.mentions.page import read_page
from secondsource.annotate.mentions.reading import heard_names
from secondsource.model import Name
from secondsource.types import Article, Sentence

__all__ = ["Description", "Found", "find_mentions"]


def find_mentions(article: Article, sentences: Sequence[Sentence], names: Sequence[Name] = ()) -> tuple[Found, ...]:
    """The candidate mentions of `article`, by start and then longest first; one may hold others ("her attorney", "a
    spokesman for the company"). Pronouns inside quotation marks are among them: telling whose words they are is the
    identity step's part. `names` are those that a reader found, if there is one.
    """
    return assemble(read_page(article, sentences), heard_names(names))
