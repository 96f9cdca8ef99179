"""Drafts → articles: identity, blocks, and what is refused as no report or as read already."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from secondsource.errors import InputError
from secondsource.ingest.blocks import mark_blocks
from secondsource.ingest.draft import LONGEST_TEXT, Draft
from secondsource.ingest.language import ENGLISH, foreign
from secondsource.ingest.outlet_names import outlet_of_url
from secondsource.types import Article

_WORD = re.compile(r"[^\W\d_]{2}")
_OTHER_ZONE = timedelta(days=1)  # by which it may be later elsewhere
_HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")


class Admission:
    """Makes articles of the drafts of one run, each report once. `today` is the day of the run, by default this one."""

    def __init__(self, today: date | None = None) -> None:
        self._today = today or datetime.now(UTC).date()
        self._places: dict[str, str] = {}  # article id → where it was read first
        self._input_ids: dict[tuple[str, str], str] = {}  # (file, the record's own id) → the same

    def admit(self, draft: Draft) -> Iterator[Article | InputError]:
        """The article of `draft`, followed by remarks on what could not be read of it, on a language that is not
        English, and on a date to come; or why it is refused: its text is too long or holds no words, the same article
        was read before, or another record of the file has its id.
        """
        place = draft.place
        if reason := _no_report(draft.text):
            yield place.refusal(reason)
            return
        outlet = draft.outlet or outlet_of_url(draft.url or "") or place.outlet
        identity = article_id(outlet, draft.url, draft.title, draft.text)
        if identity in self._places:
            yield place.refusal(f"the same article as {self._places[identity]}, which is read already: leave one out")
            return
        if draft.input_id is not None:
            key = (place.file, draft.input_id)
            if key in self._input_ids:
                other = self._input_ids[key]
                yield place.refusal(
                    f"its id {draft.input_id[:80]!r} is already that of {other}: give each record its own"
                )
                return
            self._input_ids[key] = str(place)
        self._places[identity] = str(place)
        article = Article(
            id=identity,
            outlet=outlet,
            text=draft.text,
            title=draft.title,
            url=draft.url,
            authors=draft.authors,
            published=draft.published,
            language=draft.language or ENGLISH,
            blocks=mark_blocks(draft.text, draft.title),
            input_id=draft.input_id,
            file=place.file,
        )
        yield article
        for remark in draft.remarks:
            yield place.remark(remark)
        if language_remark := foreign(draft.text, draft.language):
            yield place.remark(language_remark)
        if (day := article.published_day) is not None and day > self._today + _OTHER_ZONE:
            yield place.remark(
                f"its date {day} lies in the future: check it, as the days that its text names are counted from it"
            )


def article_id(outlet: str, url: str | None, title: str | None, text: str) -> str:
    """The first 16 hexadecimal digits of a SHA-256 hash of the four: the same report gets the same id anywhere."""
    parts = "\0".join((outlet, url or "", title or "", text))
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _no_report(text: str) -> str | None:
    """Why `text` is refused, if it is."""
    if len(text) > LONGEST_TEXT:
        return f"a text of more than {LONGEST_TEXT // 1_000_000} million characters is no single report: split it"
    if not _WORD.search(text):
        return (
            "its text holds no words: give the text of a report"
            if text.strip()
            else "its text is empty: give the text of a report"
        )
    if half := _HALF_CHARACTER.search(text):
        return f"its text holds half a character (a lone surrogate, at {half.start()}): write it as UTF-8 again"
    return None
