"""Watch state of a folder: kept fresh by file events, or by polling sweeps and why."""

from dataclasses import dataclass
from enum import StrEnum


class WatchState(StrEnum):
    """Detection of changes in a folder: by events, by polling sweeps, or not at all (missing)."""

    WATCHED = "watched"
    SWEPT = "swept"
    MISSING = "missing"


class SweptReason(StrEnum):
    """Reason why a folder is polled by sweeps; stored as it is, shown translated."""

    NETWORK = "on a network file system"
    REMOVABLE = "on a removable drive"
    WATCH_LIMIT = "watch limit reached"
    NO_EVENTS = "no events arrive"
    NO_PERMISSION = "no permission"
    UNSUPPORTED = "the system cannot watch it"


@dataclass(frozen=True, slots=True)
class FolderWatch:
    """The state of one folder.

    Attributes:
        state: whether changes are detected by events, by sweeps, or not at all.
        reason: why it is swept; None in the other states.
        swept_below: mounts below a watched folder without events (network shares, removable
            drives): these have to be swept.
    """

    state: WatchState
    reason: SweptReason | None = None
    swept_below: tuple[bytes, ...] = ()
