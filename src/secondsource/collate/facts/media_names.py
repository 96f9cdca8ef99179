"""Names of news media in running text, and which report of the story a name stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from secondsource.types import Article, Span
from secondsource.types.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from secondsource.types import Story

# Last words of names that say "a news medium"; the first group does so after a mere "the" ("the Times").
_HEADS = (
    "Times Post Journal Tribune Herald Globe Guardian Gazette Chronicle Examiner Telegraph Register Observer Inquirer "
    "Enquirer Dispatch Courier"
).split()
_LATER_HEADS = (
    "News Press Star Sun Mail Mirror Standard Sentinel Echo Argus Mercury Advertiser Bulletin Ledger Monitor Weekly "
    "Spectator Record Review Republic Independent Magazine magazine Radio Television TV Newswire Post-Dispatch "
    "Star-Tribune Star-Ledger Newspaper newspaper"
).split()
# Names that do not say it themselves.
_LISTED = (
    "Associated Press|AP|Reuters|Agence France[- ]Presse|AFP|UPI|Xinhua|TASS|Interfax|Kyodo|Yonhap|Deutsche "
    "Presse-Agentur|dpa|CNN|MSNBC|CNBC|NBC|CBS|ABC|PBS|NPR|BBC|ITV|C-SPAN|Al Jazeera|Univision|Telemundo|Newsmax|"
    "Politico|POLITICO|BuzzFeed|HuffPost|Axios|ProPublica|TMZ|Newsweek|Breitbart|Roll Call|USA Today|USA TODAY|"
    "Mother Jones|Vox|Salon|Slate|Le Monde|Der Spiegel|El País"
)
_WITH_ARTICLE = "Hill|Intercept|Atlantic|Economist|New Yorker|Daily Beast|Daily Caller|Wrap|Verge|Blaze|Conversation"
# Words with a capital that begin a sentence, a date or a person, and no name of a medium.
_NO_NAME = (
    "The|A|An|And|As|At|But|By|For|From|If|In|It|Meanwhile|On|Or|That|This|When|While|Yesterday|Today|Earlier|Later|Last|"
    "Mr|Mrs|Ms|Sen|Rep|Gov|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|"
    "July|August|September|October|November|December|According|After|Citing|Told"
)
_WORD = rf"(?!(?:{_NO_NAME})\b)(?:St\.|[A-Z](?:[\w&'’-]|\.(?=\w))*(?<!['’]s))"
_NAME = re.compile(
    r"(?<![\w@#&/-])(?:"
    rf"(?:[Tt]he )?(?:{_LISTED})(?: News(?: Service| Agency)?)?"
    rf"|The (?:{_WITH_ARTICLE})"
    rf"|(?:[Tt]he )?(?:{_WORD} ){{1,4}}(?:{'|'.join((*_HEADS, *_LATER_HEADS))})"
    r"(?: (?:Agency|Service|Network|Channel))?"
    rf"|(?:[Tt]he )?(?:Daily {_WORD}|Times of {_WORD})|[Tt]he (?:{'|'.join(_HEADS)})"
    r"|[KW][A-Z]{2,3}(?:-(?:TV|AM|FM))?(?: (?:radio|TV|Radio))?"
    r"|[A-Z][\w-]+\.(?:com|org|net|co\.uk)"
    r")(?![\w&/@-])"
)
# "the newspaper" stands for the medium named last.
_AGAIN = re.compile(
    r"\b[Tt]he (?:newspaper|paper|network|magazine|news (?:site|outlet|agency)|website|outlet|broadcaster)\b"
)
_SHORT = {
    "ap": "associatedpress", "agencefrancepresse": "afp", "wsj": "wallstreetjournal", "nyt": "newyorktimes",
    "nytimes": "newyorktimes", "washpost": "washingtonpost", "latimes": "losangelestimes", "huffpost": "huffingtonpost",
    "apnews": "associatedpress",
}  # fmt: skip
_EXTRA = re.compile(r" magazine$| newspaper$|\.(?:com|org|net|co\.uk)$")
_HOSTS = frozenset("www edition news amp m com co uk org net au ca ie in nz us".split())


_REMEMBERED = 100  # names back in an article among which a short name's full one is sought
ELSEWHERE = "outlet:"  # begins the id of an origin that has no report in the story


class Named(NamedTuple):
    """A news medium named at `span`. `key` is its name without space, case and article; "" for "the newspaper"."""

    span: Span
    key: str


@dataclass(frozen=True, slots=True)
class MediaNames:
    """The outlets of a story: origin ids by key of their names, the own origin of each article, and their pattern."""

    origins: Mapping[str, str]
    own: Mapping[str, str]
    pattern: re.Pattern[str] | None

    def find(self, text: str, within: Span) -> list[Named]:
        """The media that ``text[within.start:within.end]`` names, in order; none lies in another."""
        found = [Named(Span(*m.span()), key_of(m.group())) for m in _NAME.finditer(text, *within)]
        if self.pattern is not None:
            found += [Named(Span(*m.span()), key_of(m.group())) for m in self.pattern.finditer(text, *within)]
        found += [Named(Span(*m.span()), "") for m in _AGAIN.finditer(text, *within)]
        kept: list[Named] = []
        for named in sorted(found, key=lambda n: (n.span.start, -n.span.end)):
            if not kept or named.span.start >= kept[-1].span.end:
                kept.append(named)
        return kept

    def origin(self, key: str) -> str:
        """The id of the story's origin that `key` names, or one of its own for a medium without a report in it."""
        return self.origins.get(key) or ELSEWHERE + key

    def is_own(self, article: str, origin: str) -> bool:
        """Whether `origin` is the one that `article` comes from."""
        return self.own.get(article) == origin

    def full(self, key: str, before: Sequence[str]) -> str:
        """The key that `key` is short for: of the media named `before`, the last that ends with it; else of the story's
        outlets, if one alone does; else itself.
        """
        for earlier in reversed(before[-_REMEMBERED:]):
            if earlier.endswith(key):
                return earlier
        outlets = {known for known in self.origins if known.endswith(key)}
        return outlets.pop() if len(outlets) == 1 else key


def media_names(story: Story, articles: Mapping[str, Article]) -> MediaNames:
    """The names of the outlets of `story` and of the origins of their reports."""
    origins: dict[str, str] = {}
    own: dict[str, str] = {}
    names: set[str] = set()
    for origin in story.origins:
        for identifier in origin.articles:
            article = articles.get(identifier)
            if article is None:
                continue
            own[identifier] = origin.id
            names |= {name for name in (article.outlet, origin.name) if name[:1].isupper()}
            for key in _keys(article, origin.name):
                origins.setdefault(key, origin.id)
    return MediaNames(origins, own, _outlets(names))


def key_of(name: str) -> str:
    """`name` as it is compared: letters and digits, without article, case, ending of a host, or a last "News"."""
    words = _EXTRA.sub("", fold(name).removeprefix("the "))
    key = "".join(character for character in words if character.isalnum())
    key = _SHORT.get(key, key)
    return key.removesuffix("news") or key


def _keys(article: Article, origin: str) -> Iterator[str]:
    for name in (article.outlet, origin):
        if name.strip():
            yield key_of(name)
    try:
        host = urlsplit(article.url or "").hostname or ""
    except ValueError:  # a bracket in the host
        return
    parts = [part for part in host.split(".") if part not in _HOSTS]
    if parts:
        yield key_of(parts[-1])


def _outlets(names: set[str]) -> re.Pattern[str] | None:
    """Where the names of a story's outlets stand, in full, or by their last word after "the" ("the Lark")."""
    full = {name.removeprefix("The ") for name in names if len(name) > 2}
    last = {name.split()[-1] for name in full if len(name.split()) > 1}
    forms = [rf"(?:[Tt]he )?(?:{_any(full)})"] if full else []
    forms += [rf"[Tt]he (?:{_any(last)})"] if last else []
    return re.compile(rf"(?<![\w@#-])(?:{'|'.join(forms)})(?![\w@-])") if forms else None


def _any(names: set[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
