"""Dates and durations in words: a file's day, the time since an event, an estimate."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from alcove_desktop.texts.counts import CountTexts

_MINUTE, _HOUR, _DAY = 60, 3600, 86400  # seconds

translate = QCoreApplication.translate


def day(moment: datetime) -> str:
    """Return a short date, to stand beside a title, such as “12 Mar 2024”."""
    return _format_date(moment, translate("Dates", "d MMM yyyy"))


def full_day(moment: datetime) -> str:
    """Return a long date, to stand in a sentence, such as “12 March 2024”."""
    return _format_date(moment, translate("Dates", "d MMMM yyyy"))


def moment(at: datetime) -> str:
    """Return a moment, to stand in a sentence: the time if it is today, else the long date."""
    if at.date() == datetime.now(at.tzinfo).date():
        return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
    return full_day(at)


def ago(seconds: float) -> str:
    """Return how long ago something was, such as “3 s ago”."""
    if seconds < _MINUTE:
        return CountTexts().seconds_ago(max(0, int(seconds)))
    if seconds < _HOUR:
        return CountTexts().minutes_ago(int(seconds // _MINUTE))
    if seconds < _DAY:
        return CountTexts().hours_ago(int(seconds // _HOUR))
    return CountTexts().days_ago(int(seconds // _DAY))


def lasting(seconds: float) -> str:
    """Return an estimated duration, rounded to its largest unit, such as “about 4 min”."""
    if seconds < _MINUTE:
        return translate("Dates", "less than a minute")
    if seconds < 2 * _HOUR:
        return CountTexts().about_minutes(round(seconds / _MINUTE))
    return CountTexts().about_hours(round(seconds / _HOUR))


def _format_date(moment: datetime, pattern: str) -> str:
    return QLocale().toString(QDate(moment.year, moment.month, moment.day), pattern)
