from __future__ import annotations

from pathlib import Path

import pytest

from secondsource.ingest.outlet_names import outlet_of_file, outlet_of_url
from secondsource.ingest.walk import Found


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.herald.example/2024/bridge", "herald.example"),
        ("http://news.herald.example:80/bridge", "news.herald.example"),
        ("https://m.herald.example/bridge", "herald.example"),
        ("herald.example/bridge", "herald.example"),
        ("http://web.archive.org/web/20240305101112/http://www.herald.example:80/bridge", "herald.example"),
        ("https://web.archive.org/web/2024*/herald.example/bridge", "herald.example"),
        ("", ""),
        ("not an address", ""),
        ("file:///tmp/a.html", ""),
        ("http://[bad", ""),
    ],
)
def test_outlet_of_url(url: str, outlet: str) -> None:
    assert outlet_of_url(url) == outlet


@pytest.mark.parametrize(
    ("path", "below", "outlet"),
    [
        ("story/herald.txt", False, "herald"),
        ("story/03_aldmoor-echo.json.gz", False, "aldmoor-echo"),
        ("story/2024-03-05-herald.html", False, "herald"),
        ("coverage/herald/0007.txt", True, "herald"),
        ("coverage/herald/2024-03-05.txt", True, "herald"),
        ("coverage/herald/article-3.txt", True, "herald"),
        ("coverage/herald/9f8e7d6c5b4a.txt", True, "herald"),
        ("coverage/bridge/herald.txt", True, "herald"),
        ("seeds/000_9f8e7d6c5b4a3f21.txt", False, "9f8e7d6c5b4a3f21"),
        ("story/0007.txt", False, "0007"),
        ("story/herald", False, "herald"),
        ("story/.txt", False, ".txt"),
    ],
)
def test_outlet_of_file(path: str, below: bool, outlet: str) -> None:
    assert outlet_of_file(Found(Path(path), path, below)) == outlet
