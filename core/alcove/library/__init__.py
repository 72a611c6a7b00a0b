"""The façade that both interfaces use: index, search, status, why, forget."""

from alcove.library.facade import Library
from alcove.library.report.status import Failure, Status

__all__ = ["Failure", "Library", "Status"]
