"""One file → its drafts, by what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from secondsource.errors import InputError
from secondsource.ingest.bytes_in import Bytes, open_bytes, open_standard_input
from secondsource.ingest.decode import decode_page, decode_text
from secondsource.ingest.draft import LONGEST_TEXT, Draft, Place
from secondsource.ingest.html_page import LONGEST_PAGE, NoArticle, read_page
from secondsource.ingest.json_records import Broken, read_records
from secondsource.ingest.outlet_names import outlet_of_file
from secondsource.ingest.record import NoReport, read_record
from secondsource.ingest.sniff import Kind, NotASource, kind_of
from secondsource.ingest.text_file import read_text
from secondsource.ingest.walk import Found, trouble

_BYTES_PER_CHARACTER = 4  # at most, in UTF-8


def read_file(found: Found) -> Iterator[Draft | InputError]:
    """The drafts in the file, and an InputError for whatever of it cannot be read."""
    whole = Place(found.shown, None, outlet_of_file(found))
    try:
        with open_standard_input() if found.is_standard_input else open_bytes(found.path) as source:
            kind = kind_of(source.head, found.path.name.removesuffix(".gz"))
            if kind in (Kind.JSON, Kind.JSON_LINES):
                yield from _records(source, kind, whole)
                if source.damage:
                    yield whole.refusal(f"{source.damage}: what came before is read; fetch the file again")
            else:
                yield from _single(source, kind, whole)
    except NotASource as error:
        yield whole.refusal(str(error))
    except OSError as error:
        yield whole.refusal(trouble(error, found.path))


def _records(source: Bytes, kind: Kind, whole: Place) -> Iterator[Draft | InputError]:
    nothing = True
    for item in read_records(source, kind):
        nothing = False
        place = whole._replace(line=item.line)
        if isinstance(item, Broken):
            yield place.refusal(item.reason)
            continue
        try:
            yield read_record(item.value, place, item.remarks)
        except (NoReport, NoArticle) as error:
            yield place.refusal(str(error))
    if nothing and not source.damage:
        yield whole.refusal("it holds no records: give at least one")


def _single(source: Bytes, kind: Kind, whole: Place) -> Iterator[Draft | InputError]:
    """A text or a page. Of a damaged file neither is read: half a report would pass for a whole one."""
    longest = LONGEST_TEXT if kind is Kind.TEXT else LONGEST_PAGE
    limit = longest * _BYTES_PER_CHARACTER
    data = source.read(limit + 1)
    if len(data) > limit:
        yield whole.refusal(
            f"{kind.value} of more than {longest // 1_000_000} million characters is no single report: split it"
        )
    elif source.damage:
        yield whole.refusal(f"{source.damage}: fetch the file again")
    elif kind is Kind.TEXT:
        yield read_text(decode_text(data), whole)
    else:
        try:
            decoded = decode_page(data)
            draft = read_page(decoded.text, whole)
            yield replace(draft, remarks=(*decoded.remarks, *draft.remarks))
        except NoArticle as error:
            yield whole.refusal(str(error))
