"""Every rendering of the invented stories, kept whole: ``REWRITE_GOLDENS=1 pytest tests/publish/test_goldens.py``
writes them anew, and the change is then read in the diff.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from pprint import pformat

import pytest

from secondsource.publish import publish
from secondsource.publish.composition import compose
from secondsource.publish.terminal import terminal_text
from tests.publish.invented import bridge_story, otter_story

GOLDEN = Path(__file__).with_name("golden")
STORIES = (bridge_story(), otter_story())


def page_without_style_and_script() -> str:
    """The page, its style, script and their digests apart: those are read in their own files."""
    page = publish(STORIES, "html")
    page = re.sub(r"(<(style|script)>).*?(</\2>)", r"\1…\3", page, flags=re.DOTALL)
    return re.sub(r"sha256-[\w+/=]+", "sha256-…", page)


RENDERINGS: dict[str, Callable[[], str]] = {
    "dossier.repr.txt": lambda: "\n".join(pformat(compose(story), width=120) for story in STORIES) + "\n",
    "terminal-80.txt": lambda: terminal_text(STORIES, 80),
    "terminal-120.txt": lambda: terminal_text(STORIES, 120),
    "dossier.md": lambda: publish(STORIES, "markdown"),
    "page.html": page_without_style_and_script,
    "collation.json": lambda: publish(STORIES, "json"),
}


@pytest.mark.parametrize("name", RENDERINGS)
def test_rendering_is_as_it_was_last_read(name: str) -> None:
    rendered, kept = RENDERINGS[name](), GOLDEN / name
    if os.environ.get("REWRITE_GOLDENS"):
        kept.write_text(rendered, encoding="utf-8")
    assert rendered == kept.read_text(encoding="utf-8"), f"{name} changed: read it, then set REWRITE_GOLDENS=1"
