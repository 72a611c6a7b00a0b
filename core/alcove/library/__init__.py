"""The façade that both interfaces use: index, search, status, why, forget."""

from alcove.library.library import Library
from alcove.library.status import Failure, Status

__all__ = ["Failure", "Library", "Status"]
