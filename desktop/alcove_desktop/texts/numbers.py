"""Format numbers, sizes and percentages in the interface's language."""

from PySide6.QtCore import QLocale


def number(value: int) -> str:
    """Return a count with separators, such as “12,431”."""
    return QLocale().toString(value)


def size(count: int) -> str:
    """Return a number of bytes in decimal units, such as “412 kB”."""
    return QLocale().formattedDataSize(count, 0 if count < 10**6 else 1, _SI)


_TOLERANCE = 1e-9  # by which a sum of floats may fall short of a whole number


def percent(share: float) -> str:
    """Return a share 0…1 in whole percent, rounded down; 100 only for a share of 1."""
    whole = 100 if share >= 1 else min(99, int(share * 100 + _TOLERANCE))
    return f"{QLocale().toString(whole)} %"


_SI = QLocale.DataSizeFormat.DataSizeSIFormat
