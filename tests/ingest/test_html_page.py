from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from secondsource.ingest.draft import Draft, Place
from secondsource.ingest.html_page import LONGEST_PAGE, NoArticle, read_page
from secondsource.ingest.page_metadata import without_site
from tests.ingest.pages import PARAGRAPHS, TITLE, json_ld, meta, page, paragraphs
from tests.ingest.sources import read_one, write_lines

TEXT = "\n\n".join(PARAGRAPHS)


def read(source: str) -> Draft:
    return read_page(source, Place("a.html", None, "a"))


def test_paragraphs_are_joined_by_blank_lines_without_title_and_furniture() -> None:
    assert read(page()).text == TEXT


def test_a_standfirst_that_repeats_the_description_is_kept() -> None:
    standfirst = "Two hundred people are cut off until Friday at least"
    draft = read(page(f"<h2>{standfirst}</h2>" + paragraphs(*PARAGRAPHS), meta(og__description=standfirst)))
    assert draft.text == f"{standfirst}\n\n{TEXT}"


def test_a_standfirst_in_the_page_header_is_put_back() -> None:
    standfirst = "Two hundred people are cut off until Friday, and the ferry is full."
    body = f'<div class="article-standfirst">{standfirst}</div>' + paragraphs(*PARAGRAPHS)
    assert read(page(body)).text == f"{standfirst}\n\n{TEXT}"


def test_paragraphs_in_further_boxes_of_the_same_kind_are_put_back() -> None:
    boxes = [
        f'<div class="chunk"><div class="inner">{paragraphs(*(f"{p} Part {n}." for p in PARAGRAPHS))}</div></div><hr>'
        for n in range(3)
    ]
    draft = read(page("".join(boxes)))
    assert draft.text.split("\n\n") == [f"{p} Part {n}." for n in range(3) for p in PARAGRAPHS]


def test_links_to_other_pieces_between_paragraphs_are_left_out() -> None:
    link = '<p><a href="/fares">FERRY FARES TO RISE BY NINE PER CENT</a></p>'
    assert read(page(paragraphs(*PARAGRAPHS[:3]) + link + paragraphs(*PARAGRAPHS[3:]))).text == TEXT


def test_a_linked_sentence_of_the_story_is_kept() -> None:
    linked = '<p><a href="/doc">The council published the divers’ report in full on Monday night.</a></p>'
    draft = read(page(paragraphs(*PARAGRAPHS) + linked))
    assert draft.text.endswith("The council published the divers’ report in full on Monday night.")


def test_a_list_of_other_pieces_below_the_story_is_left_out() -> None:
    teasers = "".join(
        f'<h2><a href="/{n}">Another story about the town, number {n}</a></h2><p>What it says, in one line.</p>'
        for n in range(4)
    )
    assert read(page(paragraphs(*PARAGRAPHS) + f"<h2>More from the Herald</h2>{teasers}")).text == TEXT


def test_headings_between_paragraphs_are_kept_and_over_nothing_left_out() -> None:
    body = f"{paragraphs(*PARAGRAPHS[:3])}<h2>What happens next</h2>{paragraphs(*PARAGRAPHS[3:])}<h2>Comments</h2>"
    assert read(page(body)).text.split("\n\n")[3] == "What happens next"
    assert not read(page(body)).text.endswith("Comments")


def test_line_breaks_part_paragraphs() -> None:
    draft = read(page(f"<div><p>{'<br><br>'.join(PARAGRAPHS)}</p></div>"))
    assert draft.text == TEXT


@pytest.mark.parametrize(
    ("head", "title", "headline", "expected"),
    [
        ("", "Herald", TITLE, TITLE),
        (meta(og__title="You will not believe this bridge"), f"{TITLE} | The Aldmoor Herald", TITLE, TITLE),
        (json_ld(headline="Flood shuts bridge"), "Flood shuts bridge | Town – Herald", TITLE, "Flood shuts bridge"),
        (json_ld(headline="Flood shuts bridge"), "Bridge shut", TITLE, TITLE),
        (json_ld(headline="Bridge &#8216;will hold&#8217;"), "x", "", "Bridge ‘will hold’"),
        (meta(og__title=f"{TITLE} - Town | The Aldmoor Herald"), "", "", TITLE),
    ],
)
def test_the_title_that_most_give_or_else_the_visible_one(head: str, title: str, headline: str, expected: str) -> None:
    site = meta(og__site_name="The Aldmoor Herald")
    assert read(page(head=head + site, title=title, headline=headline)).title == expected


@pytest.mark.parametrize(
    ("title", "outlet", "expected"),
    [
        ("Bridge shut | The Herald", "The Herald", "Bridge shut"),
        ("Bridge shut - Town | Herald.example", "Herald", "Bridge shut"),
        ("Bridge shut – town in despair | Herald", "Herald", "Bridge shut – town in despair"),
        ("Bridge shut | Herald", "", "Bridge shut | Herald"),
        ("Bridge shut | Echo", "Herald", "Bridge shut | Echo"),
        ("BUDGET | Bridge shut", "Herald", "BUDGET | Bridge shut"),
        ("Herald", "Herald", "Herald"),
    ],
)
def test_the_outlet_is_taken_off_a_title(title: str, outlet: str, expected: str) -> None:
    assert without_site(title, outlet) == expected


def test_a_page_that_does_not_name_its_outlet_is_known_by_its_address() -> None:
    link = '<link rel="canonical" href="https://www.aldmoorherald.example/bridge">'
    draft = read(page(head=link, headline=""))
    assert (draft.title, draft.outlet, draft.url) == (TITLE, "", "https://www.aldmoorherald.example/bridge")


def test_what_a_page_says_of_itself() -> None:
    head = meta(og__site_name="The Aldmoor Herald", og__url="https://herald.example/og") + json_ld(
        datePublished="2024-03-05T10:00:00Z", author=[{"@type": "Person", "name": "Ann Oakley"}, {"name": "Bo Quist"}]
    )
    draft = read(page(head=head))
    assert draft.outlet == "The Aldmoor Herald"
    assert draft.url == "https://herald.example/og"
    assert draft.authors == ("Ann Oakley", "Bo Quist")
    assert draft.published == datetime(2024, 3, 5, 10, tzinfo=UTC)
    assert draft.language == "en"
    assert not draft.remarks


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (meta(article__published_time="2024-03-05T10:00:00+00:00"), datetime(2024, 3, 5, 10, tzinfo=UTC)),
        (json_ld(datePublished="5 March 2024"), date(2024, 3, 5)),
        (json_ld(datePublished="soon") + meta(article__published_time="2024-03-05"), date(2024, 3, 5)),
        ('<meta name="dc.date" content="2024-03-05">', date(2024, 3, 5)),
        ("", None),
    ],
)
def test_the_date_is_the_first_that_can_be_read(head: str, published: date | None) -> None:
    assert read(page(head=head)).published == published


def test_a_date_that_cannot_be_read_is_remarked_on() -> None:
    draft = read(page(head=json_ld(datePublished="soon")))
    assert draft.published is None
    assert draft.remarks[0].startswith("the date 'soon' cannot be read")


def test_broken_json_ld_is_passed_over() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", </script>' + json_ld(headline=TITLE)
    assert read(page(head=head, headline="")).title == TITLE


@pytest.mark.parametrize("body", ["", "<p>Turn on JavaScript.</p>", paragraphs(*PARAGRAPHS[:2])])
def test_a_body_that_only_json_ld_has_is_taken_from_there(body: str) -> None:
    assert read(page(body, json_ld(articleBody="\n\n".join(PARAGRAPHS)))).text == TEXT


@pytest.mark.parametrize("body", ["One sentence of it.", "<p>" + TEXT * 9 + "</p>", 5, ""])
def test_a_body_in_json_ld_that_is_shorter_or_markup_is_not(body: object) -> None:
    assert read(page(head=json_ld(articleBody=body))).text == TEXT


def test_a_record_goes_before_its_page(tmp_path: Path) -> None:
    source = page(head=meta(og__site_name="Herald") + json_ld(datePublished="2024-03-05"))
    article = read_one(write_lines(tmp_path / "a.jsonl", {"id": 1, "html": source, "outlet": "Echo"}))
    assert (article.outlet, article.title, article.published) == ("Echo", TITLE, date(2024, 3, 5))
    assert article.text == TEXT


@pytest.mark.parametrize("name", ["a.html", "a", "a.txt"])
def test_a_page_is_told_by_its_content(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(page(), encoding="utf-8")
    assert read_one(tmp_path / name).text == TEXT


def test_a_page_in_another_encoding_is_read(tmp_path: Path) -> None:
    source = page().replace('charset="utf-8"', 'charset="windows-1252"')
    (tmp_path / "a.html").write_bytes(source.encode("cp1252"))
    assert read_one(tmp_path / "a.html").text == TEXT


@pytest.mark.parametrize(
    "source",
    [
        "<html></html>",
        "<html><body></body></html>",
        "<!DOCTYPE html>",
        "<html>" + "<div>" * 50_000,
        "<p>" * 20_000,
        "<html><body><script>var a = 1;</script></body></html>",
        "x" * (LONGEST_PAGE + 1),
    ],
)
def test_a_page_without_an_article_is_refused(source: str) -> None:
    with pytest.raises(NoArticle):
        read(source)


def test_a_failure_of_the_extraction_names_the_page_and_ends_no_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_options: object) -> None:
        raise AttributeError("inside the library")

    monkeypatch.setattr("trafilatura.bare_extraction", broken)
    with pytest.raises(NoArticle, match="AttributeError"):
        read(page())


def test_libraries_for_pages_are_imported_with_the_first_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge was closed on Monday.")
    program = (
        "import sys, json; from secondsource.ingest import ingest\n"
        f"items = list(ingest([{str(tmp_path / 'a.txt')!r}]))\n"
        "print(json.dumps([len(items), [m for m in ('lxml', 'trafilatura', 'dateparser') if m in sys.modules]]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [1, []]
