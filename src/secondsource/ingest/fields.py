"""The fields of a record, under the names that crawlers, archives and news interfaces give them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

# Field names are compared in lower case, without "_", "-" and spaces. First come, first served.
TEXT = "text maintext plaintext articlebody bodytext fulltext articletext contenttext body content".split()
PAGE = "html rawhtml contenthtml bodyhtml pagehtml".split()
TITLE = "title headline webtitle titlepage".split()
OUTLET = """outlet outletname newspaper publication sitename publisher source sourcename sourcedomain site domain host
    hostname""".split()
URL = "url link weburl canonicalurl canonical permalink articleurl sourceurl guid".split()
AUTHORS = "authors author byline by creator writers writer".split()
PUBLISHED = """published datepublished datepublish publishingdate publisheddate publishdate publicationdate
    publishedat pubdate publishedtime webpublicationdate dct date datetime timestamp created createdat""".split()
LANGUAGE = "language lang inlanguage".split()
ID = "id".split()

_BY = re.compile(r"^\s*by:?\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:;|\||,(?!\s*(?:Jr|Sr|I{1,3}|M\.?D|Ph\.?D)\b)|\band\b|&)\s*")
_MARKUP = re.compile(r"\s*<(?:!doctype|html|body|article|div|p|h[1-6]|section|figure|img|a)\b", re.IGNORECASE)
_CODES = {"eng": "en", "und": "", "mul": "", "zxx": ""}  # undetermined, several, none (ISO 639-2)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)


class WrongType(ValueError):
    """A field holds a value of a type that it cannot have; the message names both."""


class Body(NamedTuple):
    """The text of a record, or the source of its page."""

    source: str
    is_page: bool


def normalized(record: Mapping[str, object]) -> dict[str, object]:
    """`record` under names in lower case without "_", "-" and spaces; of two that become one, the first that is set."""
    fields: dict[str, object] = {}
    for key, value in record.items():
        name = re.sub(r"[\s_-]", "", key).lower()
        if fields.get(name) in (None, ""):
            fields[name] = value
    return fields


def holds_report(record: Mapping[str, object]) -> bool:
    """Whether `record` has a field for a text or a page, whatever is in it."""
    return any(re.sub(r"[\s_-]", "", key).lower() in _BODIES for key in record)


def body_of(fields: Mapping[str, object]) -> Body | None:
    """The text of the record, else its page; None if it has neither. WrongType where the only ones are no strings."""
    wrong: str | None = None
    for names, is_page in ((TEXT, False), (PAGE, True)):
        for name in names:
            value = fields.get(name)
            if isinstance(value, str) and value.strip():
                # Interfaces give "content" and "body" as text or as markup; "text" is always text.
                marked_up = name in ("content", "body") and _MARKUP.match(value) is not None
                return Body(value, is_page or marked_up)
            if value is not None and not isinstance(value, str) and wrong is None:
                wrong = f'its "{name}" is {_type_name(value)}, not a string'
    if wrong:
        raise WrongType(wrong)
    return None


def text_of(fields: Mapping[str, object], names: list[str]) -> str | None:
    """The first of the fields called `names` with a text in it, trimmed; of an object its "name". WrongType where the
    only ones hold something else.
    """
    wrong: str | None = None
    for name in names:
        value = fields.get(name)
        if isinstance(value, list) and len(value) == 1:
            (value,) = value
        if isinstance(value, dict):
            value = value.get("name") or value.get("title") or value.get("id")
        if isinstance(value, str):
            if value.strip():
                return _writable(value.strip())
        elif value is not None and wrong is None:
            wrong = f'its "{name}" is {_type_name(value)}, not a string'
    if wrong:
        raise WrongType(wrong)
    return None


def first_of(fields: Mapping[str, object], names: list[str]) -> object:
    """The value of the first of the fields called `names` that has one, or None."""
    return next((fields[name] for name in names if fields.get(name) not in (None, "", [], {})), None)


def authors_of(fields: Mapping[str, object]) -> tuple[str, ...]:
    """The authors: a list of names or of objects with a "name", or one string that joins them. WrongType otherwise."""
    value = first_of(fields, AUTHORS)
    if value is None:
        return ()
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        if isinstance(name, str):
            names += split_authors(name) if not isinstance(value, list) else [" ".join(_BY.sub("", name).split())]
        elif name is not None:
            raise WrongType(f'its "authors" hold {_type_name(name)}, not names')
    return tuple(dict.fromkeys(_writable(name) for name in names if name))


def split_authors(byline: str) -> list[str]:
    """The names in "By Ann Oakley, Bo Quist and Cy Marsh"."""
    return [" ".join(name.split()) for name in _AND.split(_BY.sub("", byline)) if name.strip()]


def id_of(fields: Mapping[str, object]) -> str | None:
    """The record's own id as a string. WrongType where it is a list or an object."""
    value = first_of(fields, ID)
    if value is None or isinstance(value, str):
        return value and _writable(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise WrongType(f'its "id" is {_type_name(value)}, not a string or number')


def language_of(value: str | None) -> str:
    """The language's two or three letters ("en" for "eng", its other code); empty where no one language is given."""
    match = _LANGUAGE.fullmatch(value.strip()) if value else None
    code = match[1].lower() if match else ""
    return _CODES.get(code, code)


def _writable(value: str) -> str:
    """`value` with "?" for halves of characters (lone surrogates), which cannot be written in any encoding."""
    return value.encode("utf-8", "replace").decode("utf-8")


def _type_name(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), "null" if value is None else "a string")


_BODIES = frozenset(TEXT + PAGE)
