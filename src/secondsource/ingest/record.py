"""A record (a JSON object) → one draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from secondsource.ingest import fields as names
from secondsource.ingest.draft import Draft, Place
from secondsource.ingest.html_page import read_page
from secondsource.ingest.outlet_names import outlet_of_url
from secondsource.ingest.published import UnreadDate, published_of

T = TypeVar("T")


class NoReport(ValueError):
    """The value holds no report; the message says why and what to do."""


def read_record(value: object, place: Place, remarks: Iterable[str] = ()) -> Draft:
    """The report in a decoded JSON value. A text is taken unchanged; where there is only a page, what the record itself
    says goes before what the page says. A field that cannot be read is left out with a remark, behind `remarks`.

    NoReport for a value that is no object or has neither text nor page; NoArticle for a page without an article.
    """
    if not isinstance(value, Mapping):
        kind = {list: "a list", str: "a string", type(None): "null"}.get(type(value), "a number, true or false")
        raise NoReport(f'{kind} where a record was expected: give an object with "text" and the like')
    fields = names.normalized(value)
    try:
        body = names.body_of(fields)
    except names.WrongType as error:
        raise NoReport(f"{error}: give the text as one string") from error
    if body is None:
        raise NoReport('a record without a text: give it as "text" (or a page as "html")')
    draft = read_page(body.source, place) if body.is_page else Draft(place, body.source)
    return _completed(draft, fields, list(remarks))


def _completed(draft: Draft, fields: Mapping[str, object], remarks: list[str]) -> Draft:
    def read(reader: Callable[[], T], otherwise: T) -> T:
        try:
            return reader() or otherwise
        except names.WrongType as error:
            remarks.append(f"read without it: {error}")
            return otherwise

    published = draft.published
    try:
        published = published_of(names.first_of(fields, names.PUBLISHED)) or published
    except UnreadDate as error:
        remarks.append(str(error))
    url = read(lambda: names.text_of(fields, names.URL), draft.url)
    language = read(lambda: names.text_of(fields, names.LANGUAGE), None)
    return replace(
        draft,
        outlet=_outlet(read(lambda: names.text_of(fields, names.OUTLET), None)) or draft.outlet,
        title=read(lambda: names.text_of(fields, names.TITLE), draft.title),
        url=url,
        authors=read(lambda: names.authors_of(fields), draft.authors),
        published=published,
        language=names.language_of(language) if language else draft.language,
        input_id=read(lambda: names.id_of(fields), None),
        remarks=(*draft.remarks, *remarks),
    )


def _outlet(name: str | None) -> str:
    """The outlet's name; of an address given in its place, the host."""
    if name and "://" in name:
        return outlet_of_url(name) or name
    return name or ""
