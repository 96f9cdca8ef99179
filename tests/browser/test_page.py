"""The page in a real browser: Debian's chromium, without a network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from secondsource.publish import publish
from tests.publish.invented import bridge_story, otter_story

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="chromium is not installed (apt-get install chromium)"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as running:
        launched = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The addresses of a page with one story, and of one with two."""
    folder = tmp_path_factory.mktemp("pages")
    stories = {"one": [bridge_story()], "two": [bridge_story(), otter_story()]}
    for name, collations in stories.items():
        (folder / f"{name}.html").write_text(publish(collations, "html"), encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in stories}


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, browser: Browser, pages: dict[str, str]) -> Iterator[Page]:
    """The page of one story; what the browser complains of or asks the network for fails the test."""
    yield from opened(browser, pages["one"], viewport=request.param)


def opened(browser: Browser, address: str, **context: object) -> Iterator[Page]:
    """A page in a context of its own, watched for complaints and requests."""
    surroundings = browser.new_context(**context)  # type: ignore[arg-type]
    found = surroundings.new_page()
    troubles: list[str] = []
    found.on("console", lambda message: troubles.append(message.text))
    found.on("pageerror", lambda error: troubles.append(str(error)))
    found.on("request", lambda request: None if request.url.startswith("file:") else troubles.append(request.url))
    found.goto(address)
    yield found
    surroundings.close()
    assert troubles == []


def focused(page: Page) -> str:
    """The text of the element that has the focus."""
    return str(page.evaluate("document.activeElement.textContent")).strip()


def shown_mark(page: Page) -> str:
    """The highlighted words in the panel, as they stand there."""
    return "".join(page.locator("#source mark").all_text_contents())


def test_opening_a_quotation_highlights_exactly_its_words_in_the_source(page: Page) -> None:
    page.locator(".reading .place", has_text="Evening Bell ¶2").first.click()
    assert page.locator("#source").is_visible()
    assert shown_mark(page) == "We will reopen the bridge on June 3,"
    assert page.locator("#source .source-outlet").text_content() == "Evening Bell, ¶2"
    mark, panel = page.locator("#source mark").bounding_box(), page.locator("#source").bounding_box()
    assert mark is not None
    assert panel is not None
    assert panel["y"] <= mark["y"] <= panel["y"] + panel["height"]


def test_every_place_of_the_page_opens_its_own_words(page: Page) -> None:
    wrong = page.evaluate(
        """() => {
          const texts = {};
          for (const report of document.querySelectorAll('details.text')) {
            texts[report.id] = '';
            for (const p of report.querySelectorAll('p')) {
              texts[report.id] = texts[report.id].padEnd(Number(p.dataset.start), '\\n') + p.textContent;
            }
          }
          const wrong = [];
          for (const link of document.querySelectorAll('a.place')) {
            for (const fold of document.querySelectorAll('details')) fold.open = true;
            link.click();
            const expected = link.dataset.spans.split(' ').filter(Boolean)
              .map((pair) => texts[link.dataset.report].slice(...pair.split('-').map(Number))).join('');
            const marks = Array.from(document.querySelectorAll('#source mark'), (m) => m.textContent).join('');
            if (marks !== expected || !document.getElementById('source').open) wrong.push([link.textContent, marks]);
          }
          return wrong;
        }"""
    )
    assert wrong == []


def test_a_quotation_in_two_parts_highlights_both(page: Page) -> None:
    page.locator(".lone .place", has_text="The Ostrey Gazette ¶5").first.click()
    assert page.locator("#source mark").all_text_contents() == [
        "I heard the girder sing like a wet glass,",
        "and then the whole deck hummed.",
    ]


def test_the_words_of_a_reading_open_its_source_too(page: Page) -> None:
    page.locator("blockquote.words", has_text="Nobody … will").click()
    assert shown_mark(page) == "Nobody … will be put at risk,"


def test_enter_opens_the_source_and_escape_closes_it_and_gives_the_focus_back(page: Page) -> None:
    link = page.locator(".reading .place", has_text="The Ostrey Gazette ¶2").first
    link.focus()
    page.keyboard.press("Enter")
    assert focused(page) == "The Ostrey Gazette, ¶2"
    page.keyboard.press("Escape")
    assert not page.locator("#source").is_visible()
    assert focused(page) == "The Ostrey Gazette ¶2"


def test_tab_reaches_the_close_button_of_the_panel_and_enter_presses_it(page: Page) -> None:
    page.locator(".reading .place").first.click()
    page.keyboard.press("Tab")
    assert focused(page) == "Close"
    page.keyboard.press("Enter")
    assert not page.locator("#source").is_visible()


def test_tab_goes_first_to_the_way_past_the_head_of_the_page(page: Page) -> None:
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the dossier"
    box = page.locator(".skip").bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_every_link_and_button_can_be_reached_with_tab(page: Page) -> None:
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = false")
    wanted = page.evaluate(
        """() => Array.from(document.querySelectorAll('a[href], button, summary'))
          .filter((e) => e.tabIndex >= 0 && e.checkVisibility()).length"""
    )
    reached = 0
    for _ in range(wanted + 20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        reached += page.evaluate("document.activeElement.matches('a[href], button, summary')")
    assert reached == wanted


def test_focus_can_be_seen(page: Page) -> None:
    page.locator(".reading .place").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_makes_the_page_scroll_sideways(browser: Browser, pages: dict[str, str], width: int) -> None:
    for page in opened(browser, pages["one"], viewport={"width": width, "height": 800}):
        page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.locator(".reading .place").first.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_dark_and_light_follow_the_system_and_the_button_changes_them(browser: Browser, pages: dict[str, str]) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    for page in opened(browser, pages["one"], color_scheme="dark"):
        dark = page.evaluate(paper)
        page.get_by_role("button", name="Light").click()
        light = page.evaluate(paper)
        assert (dark, light) == ("rgb(21, 23, 26)", "rgb(252, 251, 248)")
        page.get_by_role("button", name="Dark").click()
        assert page.evaluate(paper) == dark


CONTRASTS = """() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const channels = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return Array.from(canvas.getImageData(0, 0, 1, 1).data);
  };
  const luminance = (color) => {
    const [r, g, b] = channels(color).slice(0, 3).map((v) => v / 255)
      .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const color = getComputedStyle(e).backgroundColor;
      if (channels(color)[3] === 255) return color;
    }
    return 'rgb(255, 255, 255)';
  };
  const low = new Set();
  for (const element of document.querySelectorAll('body *')) {
    const direct = Array.from(element.childNodes).some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!direct || !element.checkVisibility() || element.closest('script, style, svg')) continue;
    const [a, b] = [luminance(getComputedStyle(element).color), luminance(ground(element))].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    if (contrast < 4.5) low.add(`${element.tagName}.${element.className}: ${contrast.toFixed(2)}`);
  }
  return Array.from(low);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_a_contrast_of_at_least_4_5(browser: Browser, pages: dict[str, str], scheme: str) -> None:
    for page in opened(browser, pages["two"], color_scheme=scheme):
        for fragment in ("", "#s1"):
            page.goto(pages["two"] + fragment)
            page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
            if fragment:
                page.locator(".reading .place").first.click()
            assert page.evaluate(CONTRASTS) == []


def test_of_several_stories_one_is_shown_at_a_time_behind_an_index(browser: Browser, pages: dict[str, str]) -> None:
    for page in opened(browser, pages["two"]):
        assert page.locator(".story:visible").count() == 0
        page.get_by_role("link", name="Otter moves into lido").click()
        assert page.locator(".story:visible h1").all_text_contents() == ["Otter moves into lido"]
        page.get_by_role("link", name="All stories").click()
        assert page.locator("#index").is_visible()
        assert page.locator(".story:visible").count() == 0


def test_a_link_to_an_item_opens_its_story_and_its_fold(browser: Browser, pages: dict[str, str]) -> None:
    for page in opened(browser, pages["two"] + "#s2-r1-p2"):
        assert page.locator("#s2-r1-p2").is_visible()
        assert page.locator("#s1").is_hidden()


def test_without_scripts_every_story_is_there_and_places_lead_to_their_paragraphs(
    browser: Browser, pages: dict[str, str]
) -> None:
    for page in opened(browser, pages["two"], java_script_enabled=False):
        assert page.locator(".story:visible").count() == 2
        page.locator(".reading .place", has_text="Evening Bell ¶2").first.click()
        assert page.url.endswith("#s1-r3-p3")
        assert page.locator("#s1-r3-p3").text_content() == (
            "“We will reopen the bridge on June 3,” Mayor Ilse Okonjo promised."
        )


def test_on_paper_folds_are_open_and_what_only_a_screen_needs_is_gone(browser: Browser, pages: dict[str, str]) -> None:
    for page in opened(browser, pages["one"]):
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        assert page.locator(".wordings li").first.is_visible()
        assert page.locator(".contents").is_hidden()
        assert page.locator(".theme").is_hidden()
        assert page.locator("blockquote.words").first.is_visible()
