"""The façade of the core for both interfaces: index, search, report status, explain, forget."""

from alcove.library.facade import Library
from alcove.library.report.status import Failure, Status

__all__ = ["Failure", "Library", "Status"]
