from __future__ import annotations

from pathlib import Path

import pytest

from secondsource.ingest.table import is_table
from tests.ingest.sources import STORY, refused


@pytest.mark.parametrize(
    "text",
    [
        "",
        STORY,
        "Title, text and date",
        "Title, Text\n\nThe court avoided both words, the clerk said.",
        "Floods, fire, famine\n\nThe council met, voted, and left.\n\nIt rained, it froze, it thawed.\n",
        "Floods, fire, famine\nThe council met, voted, and left.\nIt rained, it froze.\nIt held.\nIt broke.\n",
        "Ann Oakley | Bo Quist\nThe bridge was closed | on Monday.\n" * 9,
        "The bridge, the road, the mill.\n" * 9,
        "Name, name, name\na, b, c\na, b, c\na, b, c\na, b, c\n",
        'Title, "text\n' + "The bridge was closed.\n" * 9,
    ],
)
def test_a_text_with_commas_is_no_table(text: str) -> None:
    assert not is_table(text)


@pytest.mark.parametrize(
    "text",
    [
        'title,text\nBridge closed,"The bridge, an old one, was closed."\n',
        '\ufeff"id";"Title";"Body Text"\r\n1;Bridge;"It closed.\n\nIt opened."\r\n',
        "url\tdate\tnote\nhttps://herald.example\t2024-03-05\tx\n",
        "Club,Won,Lost\nUlverby,3,1\nDorrow,2,2\nTarn,0,4\nOstrey,4,0\n",
    ],
)
def test_a_table_is_told_by_its_names_or_by_its_rows(text: str) -> None:
    assert is_table(text)


def test_a_table_under_another_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("title,text\nBridge closed,The bridge was closed.\n")
    assert refused(tmp_path / "a.txt").reason == "a table by its rows, no report: write them as JSON Lines"
