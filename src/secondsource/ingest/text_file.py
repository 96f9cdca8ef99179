"""A plain text file → one draft: a header of ``Key: value`` lines or a date before the text, if there is one."""

from __future__ import annotations

import re

from secondsource.ingest.decode import Decoded
from secondsource.ingest.draft import Draft, Place
from secondsource.ingest.fields import AUTHORS, LANGUAGE, OUTLET, PUBLISHED, TITLE, URL, language_of, split_authors
from secondsource.ingest.published import UnreadDate, published_of

# "date 2023-05-01", on a line of its own or before the first words of the text.
_DATE = re.compile(r"\s*date:?[ \t]+(\d{4}-\d\d-\d\d)(?!\d)(?:[ \t]|[\r\n]|$)\s*", re.IGNORECASE)
_HEADER_LINE = re.compile(r"[ \t]*([A-Za-z][A-Za-z _-]{0,29}):(?:[ \t]+|(?=$))(.*)")
_KNOWN = frozenset(TITLE + OUTLET + URL + AUTHORS + PUBLISHED + LANGUAGE)
_LONGEST_HEADER = 20  # lines
_FIRST_LINE = re.compile(r"([^\n]{5,200})\n[ \t]*\n\s*\S")
_NO_HEADLINE = re.compile(
    r"(?i:by|photo|image|picture|credit|caption|file|related|read more|updated?|published|posted)\b|[\[(@©]"
)
_LONGEST_HEADLINE = 25  # words
_LINE_BREAK = re.compile(r"\r\n?")


def read_text(decoded: Decoded, place: Place) -> Draft:
    """The report in a text file. Its text is what follows the header, trimmed, with newlines for all line breaks.

    A header is a run of ``Key: value`` lines up to a blank line, the first of them with a known key (title, outlet,
    date, url, author, language, or another name of ``fields``); unknown keys are passed over with a remark. Or it is
    ``date YYYY-MM-DD``. Without a title, a first line that looks like a headline is taken for it and stays in the text.
    """
    text = _LINE_BREAK.sub("\n", decoded.text).lstrip("\ufeff")
    remarks = list(decoded.remarks)
    fields, unknown, text = _header(text)
    if unknown:
        remarks.append(
            f"{', '.join(map(repr, unknown))} in its header passed over: known keys are title, outlet, date, url, "
            "author and language"
        )
    published = None
    try:
        published = published_of(_first(fields, PUBLISHED))
    except UnreadDate as error:
        remarks.append(str(error))
    byline = _first(fields, AUTHORS)
    text = text.strip()
    return Draft(
        place=place,
        text=text,
        outlet=_first(fields, OUTLET) or "",
        title=_first(fields, TITLE) or _headline(text),
        url=_first(fields, URL),
        authors=tuple(split_authors(byline)) if byline else (),
        published=published,
        language=language_of(_first(fields, LANGUAGE)),
        remarks=tuple(remarks),
    )


def _header(text: str) -> tuple[dict[str, str], list[str], str]:
    """The header's fields by normalized key, those of its keys that are not known, and the text without it."""
    if date := _DATE.match(text):
        return {"date": date[1]}, [], text[date.end() :]
    fields: dict[str, str] = {}
    unknown: list[str] = []
    start = len(text) - len(text.lstrip())
    for _ in range(_LONGEST_HEADER):
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        if not line.strip():
            return fields, unknown, text[start:] if fields else text
        match = _HEADER_LINE.fullmatch(line)
        key = re.sub(r"[\s_-]", "", match[1]).lower() if match else ""
        if match is None or (not fields and key not in _KNOWN):
            break
        if key not in _KNOWN:
            unknown.append(match[1])
        fields.setdefault(key, match[2].strip())
        if end < 0:
            break
        start = end + 1
    return {}, [], text


def _headline(text: str) -> str | None:
    """The first line of `text`, if it stands apart and looks like a headline: short, and not ended as a sentence is."""
    match = _FIRST_LINE.match(text)
    line = match[1].rstrip() if match else ""
    words = len(line.split())
    headline = 3 <= words <= _LONGEST_HEADLINE and line[-1] not in ".,:;…" and not _NO_HEADLINE.match(line)
    return line if headline else None


def _first(fields: dict[str, str], names: list[str]) -> str | None:
    return next((fields[name] for name in names if fields.get(name)), None)
