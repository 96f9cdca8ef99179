"""What a source says of one report, before the report has an identity."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from secondsource.errors import InputError, PartlyRead

# Longer texts are no news reports but dumps; the longest reports run to some 100,000 characters.
LONGEST_TEXT = 2_000_000


class Place(NamedTuple):
    """Where a report stands: the file, the line in it (from 1, where there is one), and the outlet that the names of
    file and folder suggest.
    """

    file: str
    line: int | None
    outlet: str

    def refusal(self, reason: str) -> InputError:
        """The error that refuses what stands here."""
        return InputError(self.file, reason, self.line)

    def remark(self, reason: str) -> PartlyRead:
        """The error that follows an article read from here without a part of what its input says."""
        return PartlyRead(self.file, reason, self.line)

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Draft:
    """One report as its source gives it; `outlet` and `language` may be empty. `remarks` say what could not be read."""

    place: Place
    text: str
    outlet: str = ""
    title: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | date | None = None
    language: str = ""
    input_id: str | None = None
    remarks: tuple[str, ...] = field(default=())
