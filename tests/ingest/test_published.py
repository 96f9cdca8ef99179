from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from secondsource.ingest.published import UnreadDate, published_of

NEW_YORK = timezone(timedelta(hours=-4))


@pytest.mark.parametrize("value", [None, "", "  ", {"$date": None}])
def test_no_date(value: object) -> None:
    assert published_of(value) is None


@pytest.mark.parametrize(
    "value",
    [
        "soon",
        "yesterday",
        "Friday",
        "March 2024",
        "2024",
        "03/04/2024",
        "2024-13-05",
        "2024-02-30",
        "2024-03-055",
        "0001-01-01T00:00:00",
        "1500-01-01",
        "5" * 5000,
        "March 5, 2024 " * 100,
        float("nan"),
        float("inf"),
        10**30,
        -1e300,
        True,
        [],
        ["2024-03-05"],
        {"a": 1, "b": 2},
    ],
)
def test_what_says_no_certain_day_is_not_guessed(value: object) -> None:
    with pytest.raises(UnreadDate) as error:
        published_of(value)
    assert "cannot be read" in str(error.value)
    assert len(str(error.value)) < 250


@pytest.mark.parametrize(
    "value",
    [
        "2024-03-05",
        " 2024-03-05 ",
        "20240305",
        20240305,
        "2024-03-05T10:00:00",
        "2024-03-05 10:00",
        "2024-03-05 24:00",
        "2024-03-05 25:10Z",
        "2024-03-05 10:00 UTC+99",
        "March 5, 2024",
        "Mar. 5, 2024 10:30 AM",
        "Tuesday, 5 March 2024",
        "5th of March 2024",
        "Published: 5 March 2024",
        "13/03/2024",
    ],
)
def test_a_day_or_a_time_without_a_zone_is_a_day(value: object) -> None:
    day = published_of(value)
    assert type(day) is date
    assert day == (date(2024, 3, 13) if value == "13/03/2024" else date(2024, 3, 5))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-03-05T10:00:00Z", datetime(2024, 3, 5, 10, tzinfo=UTC)),
        ("2024-03-05T10:00:00.123Z", datetime(2024, 3, 5, 10, tzinfo=UTC)),
        ("2024-03-05T10:00Z", datetime(2024, 3, 5, 10, tzinfo=UTC)),
        ("2024-03-05 10:00:00 UTC", datetime(2024, 3, 5, 10, tzinfo=UTC)),
        ("2024-03-04 24:00Z", datetime(2024, 3, 5, tzinfo=UTC)),
        ("2024-02-29T24:00:00-04:00", datetime(2024, 3, 1, tzinfo=NEW_YORK)),
        ("2024-03-05 10:00 UTC-4", datetime(2024, 3, 5, 10, tzinfo=NEW_YORK)),
        ("2024-03-05 10:00 UTC -04:00", datetime(2024, 3, 5, 10, tzinfo=NEW_YORK)),
        ("2024-03-05 10:00:00 GMT-400", datetime(2024, 3, 5, 10, tzinfo=NEW_YORK)),
        ("2024-03-05 10:00 GMT", datetime(2024, 3, 5, 10, tzinfo=UTC)),
        ("2024-03-05T10:00:00-0400", datetime(2024, 3, 5, 10, tzinfo=NEW_YORK)),
        ("2024-03-05 10:00:00-04:00", datetime(2024, 3, 5, 10, tzinfo=NEW_YORK)),
        ("Tue, 05 Mar 2024 10:00:00 -0400", datetime(2024, 3, 5, 10, tzinfo=NEW_YORK)),
        ({"$date": "2024-03-05T10:00:00Z"}, datetime(2024, 3, 5, 10, tzinfo=UTC)),
        (1709632800, datetime(2024, 3, 5, 10, tzinfo=UTC)),
        (1709632800000, datetime(2024, 3, 5, 10, tzinfo=UTC)),
        ("1709632800", datetime(2024, 3, 5, 10, tzinfo=UTC)),
        ("5 March 2024 10:00 GMT", datetime(2024, 3, 5, 10, tzinfo=UTC)),
    ],
)
def test_a_time_with_its_zone(value: object, expected: datetime) -> None:
    moment = published_of(value)
    assert isinstance(moment, datetime)
    assert moment == expected
    assert moment.utcoffset() == expected.utcoffset()
