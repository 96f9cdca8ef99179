"""A plain report, and how a reader is asked to read a text."""

from __future__ import annotations

from secondsource.annotate.marks import marked_spans
from secondsource.annotate.sentences import find_sentences
from secondsource.model import Reader, Reading
from secondsource.types import Article

TEXT = """The county said on Monday that the Mill bridge would stay closed until May. According to the county \
engineer, a pier has cracked. “We are sorry if anyone was delayed,” said Orla Venn, who has led the works since 2029.

Ferry crews complained that nobody had told them of the closure, and promised to run more boats."""


def read(reader: Reader, text: str) -> Reading:
    return reader.read(text, find_sentences(Article(id="a", outlet="Gazette", text=text)), marked_spans(text))
