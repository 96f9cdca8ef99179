from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from secondsource.publish import publish
from secondsource.publish.markdown import escaped
from tests.publish.invented import bridge_story
from tests.publish.variations import with_words

GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
SAFE = {"ins", "del", "b", "br"}


def rendered(text: str) -> str:
    return str(GITHUB.render(text))


@pytest.mark.parametrize(
    "text",
    [
        "a *b* _c_ `d` ~~e~~ | f",
        "[x](javascript:alert(1)) ![y](z)",
        "<script>alert(1)</script> &amp; <b>",
        "# no heading #",
        "1. no list",
        "12) no list",
        "- no list",
        "+ no list",
        "=== no heading",
        "\\* kept",
        "$x$ and a_b_c",
    ],
)
def test_text_is_shown_as_it_is(text: str) -> None:
    html = rendered(escaped(text))
    plain = re.sub(r"</?p>", "", html).strip()
    assert "<" not in plain
    assert plain.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&") == text


def test_only_the_projects_own_tags_are_in_it() -> None:
    hostile = with_words(bridge_story(), "bell", "It is a disgrace that nobody", "<img src=x onerror=y> </del>")
    text = publish([hostile], "markdown")
    tags = set(re.findall(r"(?<!\\)</?([a-z]+)", text))
    assert tags <= SAFE | {"https"}  # <https://…> is the address of a link
    assert "<img" not in rendered(text)


def test_variants_are_marked_inside_the_words() -> None:
    text = publish([bridge_story()], "markdown")
    assert "> We will reopen the bridge on June 3, <del><b>if the engineers tell us it is safe</b></del>" in text
    assert "> We <ins>shall</ins> reopen the bridge on <ins>3 June</ins> if the engineers" in text


def test_tables_render_as_tables_with_a_cell_for_each_report() -> None:
    html = rendered(publish([bridge_story()], "markdown"))
    assert html.count("<table>") == 2
    assert html.count("●") > 10
    assert "▲" in html


def test_only_web_addresses_become_links() -> None:
    html = rendered(publish([bridge_story()], "markdown"))
    assert 'href="https://gazette.example/crossing"' in html
    assert "javascript:" not in html
