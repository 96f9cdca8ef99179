"""Anything → articles. The text of an article is final after this stage.

In the order of the work: `walk` (paths → files), `bytes_in` (unpacked, in UTF-8), `sniff` (which kind of source),
`files` (one file → drafts) with `text_file`, `json_records` + `record` + `fields`, and `html_page` + `page_metadata` +
`page_body`; then `articles` (draft → article) with `blocks`. `decode`, `published` and `outlet_names` serve several.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from secondsource.errors import InputError
from secondsource.ingest.articles import Admission
from secondsource.ingest.files import read_file
from secondsource.ingest.walk import files_of
from secondsource.types import Article

__all__ = ["ingest"]


def ingest(paths: Iterable[Path | str], leave_out: Iterable[Path | str] = ()) -> Iterator[Article | InputError]:
    """The articles in the files at `paths`, and in those of the folders among them, in order. The files of
    `leave_out` are passed over where a folder holds them; given by name they are read. The string "-" is standard
    input.

    What cannot be read comes as an InputError value in its place, so that the rest is read all the same: refused
    (InputError), or read without one of its fields (PartlyRead, right behind the article). Files are read as the
    iterator is consumed; none is held as a whole but a text, a page or a JSON document that is not JSON Lines.
    """
    admission = Admission()
    for found in files_of(paths, leave_out):
        for draft in [found] if isinstance(found, InputError) else read_file(found):
            if isinstance(draft, InputError):
                yield draft
            else:
                yield from admission.admit(draft)
