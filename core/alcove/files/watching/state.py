"""How each folder is kept fresh, as data: by events, or by sweeps and why."""

from dataclasses import dataclass
from enum import StrEnum


class WatchState(StrEnum):
    """How changes in a folder come to our knowledge."""

    WATCHED = "watched"
    SWEPT = "swept"
    MISSING = "missing"


class SweptReason(StrEnum):
    """Why a folder is only swept; shown in these words' translations."""

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
        state: whether events, sweeps, or neither tell of changes.
        reason: why it is swept; None in the other states.
        swept_below: mounts below a watched folder that events do not tell of (network shares,
            removable drives): these have to be swept.
    """

    state: WatchState
    reason: SweptReason | None = None
    swept_below: tuple[bytes, ...] = ()
