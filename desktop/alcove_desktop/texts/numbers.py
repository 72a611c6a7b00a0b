"""Numbers and sizes as people of the interface's language write them."""

from PySide6.QtCore import QLocale


def number(value: int) -> str:
    """A count, such as “12,431”."""
    return QLocale().toString(value)


def size(count: int) -> str:
    """Bytes, such as “412 kB”."""
    return QLocale().formattedDataSize(count, 0 if count < 10**6 else 1, _SI)


_ROUGH = 1e-9  # what a sum of floats may lack of a whole number


def percent(share: float) -> str:
    """A share 0…1 in whole percent; 100 only for all of it."""
    whole = 100 if share >= 1 else min(99, int(share * 100 + _ROUGH))
    return f"{QLocale().toString(whole)} %"


_SI = QLocale.DataSizeFormat.DataSizeSIFormat
