from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from secondsource.errors import PartlyRead
from secondsource.ingest.articles import Admission
from secondsource.ingest.draft import Draft, Place
from secondsource.types import Article

TODAY = date(2024, 3, 5)


def admitted(published: datetime | date | None) -> list[object]:
    draft = Draft(Place("a.txt", 3, "Herald"), "The bridge was closed.", published=published)
    return list(Admission(TODAY).admit(draft))


@pytest.mark.parametrize(
    "published", [None, date(1999, 1, 1), TODAY, date(2024, 3, 6), datetime(2024, 3, 6, 23, tzinfo=UTC)]
)
def test_a_date_up_to_tomorrow_is_not_remarked_on(published: datetime | date | None) -> None:
    assert [type(item) for item in admitted(published)] == [Article]


@pytest.mark.parametrize("published", [date(2024, 3, 7), datetime(2042, 3, 5, tzinfo=UTC)])
def test_a_date_in_the_future_is_kept_and_remarked_on(published: datetime | date) -> None:
    article, remark = admitted(published)
    assert isinstance(article, Article)
    assert article.published == published
    assert isinstance(remark, PartlyRead)
    assert (remark.file, remark.line) == ("a.txt", 3)
    assert str(article.published_day) in remark.reason
    assert "lies in the future" in remark.reason


def test_by_default_today_is_the_day_of_the_run() -> None:
    draft = Draft(Place("a.txt", None, "Herald"), "The bridge was closed.", published=date(9999, 1, 1))
    assert len(list(Admission().admit(draft))) == 2
