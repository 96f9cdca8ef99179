from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from secondsource.publish import publish
from secondsource.publish.html import page, split_at
from secondsource.types import Article
from tests.publish.invented import bridge_story, otter_story
from tests.publish.variations import with_article, with_words

VOID = {"meta", "br", "hr", "img", "input", "link"}


class Outline(HTMLParser):
    """Tags, attributes and texts of a page; fails where tags are not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, dict[str, str | None]]] = []
        self.paragraphs: dict[str, str] = {}
        self._current: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "p" and "data-start" in dict(attrs):
            self._current = str(dict(attrs)["id"])
            self.paragraphs[self._current] = ""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag == "p":
            self._current = None

    def handle_data(self, data: str) -> None:
        if self._current:
            self.paragraphs[self._current] += data


def outline(html: str) -> Outline:
    found = Outline()
    found.feed(html)
    found.close()
    assert not found.open
    return found


def values(html: str, name: str) -> list[str]:
    return [str(a[name]) for _, a in outline(html).attributes if name in a]


def test_tags_are_balanced_and_ids_are_there_once() -> None:
    html = page([bridge_story(), otter_story()])
    ids = values(html, "id")
    assert len(ids) == len(set(ids))


def test_every_link_inside_the_page_has_its_target() -> None:
    html = page([bridge_story(), otter_story()])
    ids = set(values(html, "id"))
    inside = [href[1:] for href in values(html, "href") if href.startswith("#")]
    assert len(inside) > 80
    assert set(inside) <= ids
    assert set(values(html, "data-report")) <= ids
    assert {i for label in values(html, "aria-labelledby") for i in label.split()} <= ids


def test_full_texts_are_in_the_page_character_by_character() -> None:
    paragraphs = outline(page([bridge_story()])).paragraphs
    text = bridge_story().articles[2].text
    assert [p for key, p in paragraphs.items() if key.startswith("s1-r3-")] == text.split("\n\n")


def test_spans_count_as_scripts_do_after_characters_beyond_the_first_plane() -> None:
    def with_emoji(article: Article) -> Article:
        return replace(article, text=article.text.replace("BRIDGE OF", "\U0001f309RIDGE OF"))

    html = page([with_article(bridge_story(), "bell", with_emoji)])
    start = bridge_story().commentary[0].span.start
    assert f'data-report="s1-r3" data-spans="{start + 1}-' in html


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>xx",
        "\"'><img src=x onerror=y>!",
        "</p></details></article>!!!",
        "{{ 7 * 7 }}{% raw %}&lt;!!!",
    ],
)
def test_texts_are_escaped_wherever_they_stand(hostile: str) -> None:
    words = "It is a disgrace that nobody"[: len(hostile)]
    story = with_words(bridge_story(), "bell", words, hostile)
    title = replace(story.articles[2], title=hostile, outlet=hostile, file=hostile)
    html = page([replace(story, articles=(*story.articles[:2], title, story.articles[3]))])
    tags = {tag for tag, _ in outline(html).attributes}
    assert hostile not in html
    assert "img" not in tags
    assert html.count("<script>") == 1


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    addresses = [h for h in values(page([bridge_story()]), "href") if not h.startswith("#")]
    assert addresses == ["https://wire.example/vell-bridge", "https://gazette.example/crossing"]


def test_the_policy_forbids_every_request_and_every_script_but_the_pages_own() -> None:
    html = page([bridge_story()])
    (policy,) = (str(a["content"]) for t, a in outline(html).attributes if a.get("http-equiv"))
    style, script = (re.search(f"<{t}>(.*?)</{t}>", html, re.DOTALL) for t in ("style", "script"))
    assert style is not None
    assert script is not None
    assert policy.startswith("default-src 'none'; ")
    for source in (style[1], script[1]):
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_nothing_is_loaded_from_anywhere() -> None:
    tags = outline(page([bridge_story(), otter_story()])).attributes
    assert not [t for t, a in tags if t in ("link", "img", "iframe", "object") or "src" in a or "style" in a]


def test_one_story_has_no_index_and_several_have() -> None:
    assert 'id="index"' not in page([bridge_story()])
    html = page([bridge_story(), otter_story()])
    assert 'href="#s2">Otter moves into lido</a>' in html


def test_marks_are_told_in_words_too() -> None:
    html = page([bridge_story()])
    assert '<mark class="is-meaning" title="changes the meaning">if the engineers tell us it is safe</mark>' in html
    assert 'class="gap is-meaning" title="Only in the fullest reading: changes the meaning">' in html


def test_no_quotation_marks_are_put_around_words() -> None:
    html = page([bridge_story()])
    body = re.sub(r"<[^>]*>", "", html[html.index("<main") : html.index("The reports in full</h2>")])
    sources = " ".join(a.text for a in bridge_story().articles)
    for stretch in re.findall(r"“[^”]*”", body):
        assert stretch in sources
    assert "<q" not in html


def test_long_lists_are_folded_and_one_or_two_more_are_not_worth_it() -> None:
    assert split_at(range(12), 10) == (range(12), ())
    assert split_at(range(13), 10) == (range(10), range(10, 13))


def test_half_a_surrogate_pair_and_a_null_can_be_written() -> None:
    story = with_words(bridge_story(), "bell", "It is a disgrace", "It \x00s \ud83d disgrace")
    assert "It �s � disgrace" in publish([story], "html").encode().decode()
