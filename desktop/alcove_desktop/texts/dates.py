"""Moments in words: the day of a file, and how long ago something was."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from alcove_desktop.texts.counts import CountTexts

_MINUTE, _HOUR, _DAY = 60, 3600, 86400  # seconds

translate = QCoreApplication.translate


def day(moment: datetime) -> str:
    """A day as it stands beside a title, such as “12 Mar 2024”."""
    return _written(moment, translate("Dates", "d MMM yyyy"))


def full_day(moment: datetime) -> str:
    """A day as it stands in a sentence, such as “12 March 2024”."""
    return _written(moment, translate("Dates", "d MMMM yyyy"))


def moment(at: datetime) -> str:
    """A moment as it stands in a sentence: the time if it was today, else the day."""
    if at.date() == datetime.now(at.tzinfo).date():
        return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
    return full_day(at)


def ago(seconds: float) -> str:
    """How long ago something was, such as “3 s ago”."""
    if seconds < _MINUTE:
        return CountTexts().seconds_ago(max(0, int(seconds)))
    if seconds < _HOUR:
        return CountTexts().minutes_ago(int(seconds // _MINUTE))
    if seconds < _DAY:
        return CountTexts().hours_ago(int(seconds // _HOUR))
    return CountTexts().days_ago(int(seconds // _DAY))


def lasting(seconds: float) -> str:
    """How long something will take, rounded as an estimate deserves, such as “about 4 min”."""
    if seconds < _MINUTE:
        return translate("Dates", "less than a minute")
    if seconds < 2 * _HOUR:
        return CountTexts().about_minutes(round(seconds / _MINUTE))
    return CountTexts().about_hours(round(seconds / _HOUR))


def _written(moment: datetime, pattern: str) -> str:
    return QLocale().toString(QDate(moment.year, moment.month, moment.day), pattern)
