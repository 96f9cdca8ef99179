"""The outlet that a web address, or the name of a file or folder, suggests."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from secondsource.ingest.walk import Found

# Addresses under which archives keep copies: the copied page's own address follows.
_ARCHIVED = re.compile(
    r"^https?://(?:web\.archive\.org/web|archive\.(?:today|ph|is|org/web))/[\w*]+/(?=(?:https?://)?[\w-]+\.)"
)
_WWW = re.compile(r"^(?:www\d?|m|mobile|amp|edition)\.(?=[^.]+\.)")
_ENDINGS = re.compile(r"(?:\.(?:gz|txt|text|md|json|jsonl|ndjson|jl|html?|xhtml))+$", re.IGNORECASE)
_ORDER = re.compile(r"^\d{1,3}[-_. ]+(?=.)")  # "01-gazette": a number that only sorts
_DATE = re.compile(r"^(?:19|20)\d\d[-_.]?\d\d[-_.]?\d\d[-_. ]*(?=.)")
_NO_NAME = re.compile(
    r"[\W\d_]*|(?=.*\d)[0-9a-f-]{8,}|(?:article|report|story|page|text|index|doc)s?[\W\d_]*", re.IGNORECASE
)


def outlet_of_url(url: str) -> str:
    """The host of `url` without "www.", or of the page that an archive's address holds a copy of; "" if none."""
    address = _ARCHIVED.sub("", url.strip(), count=1)
    try:
        host = urlsplit(address if "://" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return _WWW.sub("", host) if "." in host and " " not in host else ""


def outlet_of_file(found: Found) -> str:
    """The name of the file without its endings, a number that sorts it or a date. Where nothing that could be an
    outlet's name is left ("0007", a hash, "article-3") and the file was found in a folder below a given one, that
    folder's name.
    """
    stem = _ENDINGS.sub("", found.path.name) or found.path.name
    name = _ORDER.sub("", _DATE.sub("", stem))
    if not _NO_NAME.fullmatch(name):
        return name
    return found.path.parent.name if found.below else name or stem
