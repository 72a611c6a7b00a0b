"""Parse dates of the query language: days, months, years, and "so long ago"."""

import re
from datetime import UTC, datetime, timedelta
from typing import Final

_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?", re.ASCII)
_AGO = re.compile(r"(\d{1,4})([dwmy])", re.ASCII)
_DAYS: Final = {"today": 0, "yesterday": 1}
_ZONES_SINCE = 1971  # Windows knows no zone before the epoch


def span_of(text: str, now: datetime) -> tuple[datetime, datetime] | None:
    """Return the first moment of a period and the first moment after it, in the local time zone.

    Args:
        text: 2025, 2025-03, 2025-03-01, today, yesterday, or the day so long ago: 7d, 2w, 3m, 1y.
        now: the moment of the search, in the local time zone.

    Returns:
        None if the text is none of these or no day of the calendar.
    """
    text = text.strip().lower()
    try:
        if match := _DATE.fullmatch(text):
            first, after = _of_calendar(*(int(part) if part else None for part in match.groups()))
        elif match := _AGO.fullmatch(text):
            first, after = _one_day(_ago(now, int(match[1]), match[2]))
        elif text in _DAYS:
            first, after = _one_day(now - timedelta(days=_DAYS[text]))
        else:
            return None
        return _local(first), _local(after)
    except (ValueError, OverflowError):
        return None


def day_of(moment: datetime) -> str:
    """Format the day of a moment in the local time zone so that `span_of` can parse it."""
    return f"{_in_local_zone(moment):%Y-%m-%d}".zfill(10)


def _of_calendar(year: int | None, month: int | None, day: int | None) -> tuple[datetime, datetime]:
    assert year is not None  # the pattern has one
    if day is not None:
        return _one_day(datetime(year, month or 1, day))  # noqa: DTZ001 - gets its zone in _local
    first = datetime(year, month or 1, 1)  # noqa: DTZ001
    return first, _months_after(first, 1 if month else 12)


def _one_day(moment: datetime) -> tuple[datetime, datetime]:
    first = moment.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    return first, first + timedelta(days=1)


def _ago(now: datetime, count: int, unit: str) -> datetime:
    if unit in "dw":
        return now - timedelta(days=count * (7 if unit == "w" else 1))
    return _months_after(now, -count * (12 if unit == "y" else 1))


def _months_after(moment: datetime, months: int) -> datetime:
    """Return the same day some months later, or the last day of a shorter month."""
    number = moment.year * 12 + moment.month - 1 + months
    first = moment.replace(year=number // 12, month=number % 12 + 1, day=1)
    last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(moment.day, last.day))


def _local(naive: datetime) -> datetime:
    return naive.astimezone() if naive.year >= _ZONES_SINCE else naive.replace(tzinfo=UTC)


def _in_local_zone(moment: datetime) -> datetime:
    return moment.astimezone() if moment.year >= _ZONES_SINCE else moment
