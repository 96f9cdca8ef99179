"""Many reports from few: copies in which names and dates differ, so that each set tells stories of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

_CAPITALISED = re.compile(r"\b[A-Z][a-z]{3,}\b")
_WORD = re.compile(r"\b[a-z]+\b")
_CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September "
    "October November December".split()
)
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"

Record = dict[str, Any]


def copies(records: Iterable[Record], count: int) -> Iterator[Record]:
    """The records as they are, then `count` - 1 sets of copies, each with names of its own and a week later than the
    last. Records are lines of ``secondsource ingest``.
    """
    kept = list(records)
    for number in range(count):
        for record in kept:
            yield _copy(record, number) if number else _named(record, record["id"])


def as_lines(records: Iterable[Record]) -> str:
    """JSON Lines."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def _copy(record: Record, number: int) -> Record:
    text, title = record["text"], record["title"] or ""
    common = set(_WORD.findall(text)) | {word.lower() for word in _CALENDAR}

    def renamed(match: re.Match[str]) -> str:
        word = match.group()
        return word if word.lower() in common else _shifted(word, number)

    changed = {
        **record,
        "text": _CAPITALISED.sub(renamed, text),
        "title": _CAPITALISED.sub(renamed, title),
        "published": _later(record["published"], number),
    }
    return _named(changed, f"{record['id']}-{number}")


def _named(record: Record, name: str) -> Record:
    return {key: record[key] for key in ("outlet", "title", "published", "text")} | {"id": name}


def _shifted(word: str, number: int) -> str:
    """Another name of the same shape: each vowel becomes another vowel, each consonant another consonant."""

    def shift(letter: str) -> str:
        row = _VOWELS if letter in _VOWELS else _CONSONANTS
        return row[(row.index(letter) + number) % len(row)]

    return "".join(shift(letter.lower()) for letter in word).capitalize()


def _later(published: str | None, weeks: int) -> str | None:
    if published is None:
        return None
    day = date.fromisoformat(published[:10]) + timedelta(weeks=weeks)
    return day.isoformat() + published[10:]
