from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from secondsource.publish.when import basis_words, gap_words, moment_words, period_words, range_words
from secondsource.types import DateBasis, DateMention, Precision, Span

MAY_14 = date(2024, 5, 14)
WEST = timezone(timedelta(hours=-3, minutes=-30))


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (None, "no date given"),
        (MAY_14, "Tue 14 May 2024"),
        (datetime(2024, 5, 14, 9, 5, tzinfo=UTC), "Tue 14 May 2024, 09:05 UTC"),
        (datetime(2024, 5, 14, 9, 5, tzinfo=WEST), "Tue 14 May 2024, 09:05 UTC−3:30"),
    ],
)
def test_the_time_of_publication_is_told_in_its_own_zone(moment: date | None, words: str) -> None:
    assert moment_words(moment) == words


@pytest.mark.parametrize(
    ("value", "precision", "first", "last", "words"),
    [
        ("2024-05-14", Precision.DAY, MAY_14, MAY_14, "Tue 14 May 2024"),
        ("2024-W20", Precision.WEEK, date(2024, 5, 13), date(2024, 5, 19), "week of 13 May 2024"),
        ("2024-05", Precision.MONTH, date(2024, 5, 1), date(2024, 5, 31), "May 2024"),
        ("2024-SU", Precision.SEASON, date(2024, 6, 1), date(2024, 8, 31), "summer 2024"),
        ("2024-Q2", Precision.QUARTER, date(2024, 4, 1), date(2024, 6, 30), "second quarter of 2024"),
        ("2024", Precision.YEAR, date(2024, 1, 1), date(2024, 12, 31), "2024"),
        ("199X", Precision.DECADE, date(1990, 1, 1), date(1999, 12, 31), "1990s"),
        ("18", Precision.CENTURY, date(1801, 1, 1), date(1900, 12, 31), "19th century"),
        ("20", Precision.CENTURY, date(2000, 1, 1), date(2099, 12, 31), "21st century"),
        ("2024-05-30/2024-06-02", Precision.RANGE, date(2024, 5, 30), date(2024, 6, 2), "30 May – 2 June 2024"),
    ],
)
def test_a_calendar_value_is_told_as_exactly_as_it_is(
    value: str, precision: Precision, first: date, last: date, words: str
) -> None:
    assert period_words(value, precision, first, last) == words


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (MAY_14, "14 May 2024"),
        (date(2024, 5, 16), "14–16 May 2024"),
        (date(2024, 6, 2), "14 May – 2 June 2024"),
        (date(2025, 1, 2), "14 May 2024 – 2 January 2025"),
    ],
)
def test_a_range_names_month_and_year_once_where_it_can(last: date, words: str) -> None:
    assert range_words(MAY_14, last) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, ""),
        (-3, ""),
        (1, "the next day"),
        (9, "9 days later"),
        (90, "about 3 months later"),
        (1500, "about 4 years later"),
    ],
)
def test_the_time_between_two_days_is_told_in_fitting_units(days: int, words: str) -> None:
    day = MAY_14 + timedelta(days=days)
    assert gap_words((MAY_14, MAY_14), (day, day)) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2024, 6, 2), date(2024, 6, 2), ""),
        (date(2025, 5, 2), date(2025, 5, 2), "about 12 months later"),
        (date(2028, 1, 1), date(2028, 12, 31), "about 4 years later"),
    ],
)
def test_after_a_month_only_a_long_time_is_told(first: date, last: date, words: str) -> None:
    assert gap_words((date(2024, 5, 1), date(2024, 5, 31)), (first, last)) == words


def year(number: int) -> tuple[date, date]:
    return date(number, 1, 1), date(number, 12, 31)


def month(number: int) -> tuple[date, date]:
    first = date(2024, number, 1)
    return first, date(2024, number + 1, 1) - timedelta(days=1)


def day(words: str) -> tuple[date, date]:
    return date.fromisoformat(words), date.fromisoformat(words)


@pytest.mark.parametrize(
    ("previous", "following"),
    [
        (year(2024), day("2024-08-19")),
        (year(2023), day("2024-08-19")),
        (day("2024-11-01"), year(2025)),
        ((date(2024, 8, 12), date(2024, 8, 18)), day("2024-08-19")),
        (month(7), day("2024-08-19")),
        (month(7), month(8)),
        (year(2023), year(2024)),
    ],
)
def test_no_time_is_told_between_a_period_and_what_lies_in_or_near_it(
    previous: tuple[date, date], following: tuple[date, date]
) -> None:
    assert gap_words(previous, following) == ""


def test_two_months_and_two_years_are_counted_by_the_calendar() -> None:
    assert gap_words(month(7), month(9)) == "about 2 months later"
    assert gap_words(year(2020), year(2024)) == "about 4 years later"


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        (DateBasis.ABSOLUTE, "as written"),
        (DateBasis.PUBLICATION, "counted from the day of publication"),
        (DateBasis.TEXT, "counted from last June in the same report"),
        (DateBasis.UNRESOLVED, "not resolved"),
    ],
)
def test_how_a_date_was_resolved_is_told(basis: DateBasis, words: str) -> None:
    assert basis_words(DateMention(Span(0, 3), None, Precision.DAY, basis), "last June") == words
