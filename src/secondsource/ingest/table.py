"""Whether a text is a table (CSV and the like) under another name."""

from __future__ import annotations

import csv
import re
from itertools import islice

from secondsource.ingest.fields import AUTHORS, ID, LANGUAGE, OUTLET, PAGE, PUBLISHED, TEXT, TITLE, URL

_DELIMITERS = ",;\t|"
_KNOWN = frozenset(TEXT + PAGE + TITLE + OUTLET + URL + AUTHORS + PUBLISHED + LANGUAGE + ID)
_NAME = re.compile(r"[^\W\d][\w /()%#-]{0,39}")  # of a column: short, and nothing that ends a sentence
_ROWS = 5  # as many rows alike, without a blank line, are no paragraphs
_COLUMNS = 3
_LOOKED_AT = 20_000  # characters


def is_table(text: str) -> bool:
    """Whether `text` begins with a line of column names: two of them names of a record's fields, or several rows of as
    many cells below it.
    """
    rows = text[:_LOOKED_AT].lstrip("\ufeff").splitlines()
    return bool(rows) and any(delimiter in rows[0] and _is_table(rows, delimiter) for delimiter in _DELIMITERS)


def _is_table(lines: list[str], delimiter: str) -> bool:
    try:
        # A last line may be cut off; a cell in quotation marks may run over several.
        rows = list(islice(csv.reader(iter([line + "\n" for line in lines]), delimiter=delimiter), _ROWS))
    except csv.Error:
        return False
    names = [cell.strip() for cell in rows[0]]
    if not all(map(_NAME.fullmatch, names)) or len(set(names)) < len(names):
        return False
    if sum(re.sub(r"[\s_-]", "", name).lower() in _KNOWN for name in names) >= 2:
        return len(rows) > 1 and len(rows[1]) == len(names)
    return len(rows) == _ROWS and len(names) >= _COLUMNS and all(len(row) == len(names) for row in rows)
