"""Read and set settings by name: show, validate and parse the value of each."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from alcove.documents import format_named, size_limit
from alcove.errors import AlcoveError
from alcove.personal import LibraryFolder, Pace, Settings, settings_store

_UNITS = {"": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9, "KIB": 2**10, "MIB": 2**20, "GIB": 2**30}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMG]I?B|)", re.IGNORECASE)
_SWITCH = "on or off"
_PACES = "full, slow or pause"
_LEAST_MEMORY = 500_000_000  # bytes; for the encoder and one reader


@dataclass(frozen=True, slots=True)
class Preference:
    """One setting that can be named on the command line.

    Attributes:
        meaning: what it decides, in plain words.
        allowed: the values that it can have, in plain words.
        shown: returns its current value as it would be typed.
        edited: returns the settings with a typed value; raises ValueError if it is not allowed.
        concerns_indexer: whether the indexer acts on it.
    """

    meaning: str
    allowed: str
    shown: Callable[[Settings], str]
    edited: Callable[[Settings, str], Settings]
    concerns_indexer: bool = True


def set_preference(library: LibraryFolder, name: str, value: str) -> Settings:
    """Change one setting; create the library if it does not exist.

    Args:
        library: the library.
        name: one of `PREFERENCES`.
        value: as typed.

    Raises:
        AlcoveError: the value is not allowed; the advice says which values are.
    """
    preference = PREFERENCES[name]
    library.make()
    try:
        return settings_store.change(library.personal, lambda now: preference.edited(now, value))
    except ValueError as error:
        raise AlcoveError(
            f"“{value}” is no value for {name}", advice=f"It can be: {preference.allowed}."
        ) from error


def _is_on(value: str) -> bool:
    if value not in ("on", "off"):
        raise ValueError(value)
    return value == "on"


def _bytes(text: str) -> int:
    match = _SIZE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return round(float(match[1]) * _UNITS[match[2].upper()])


def _in_units(size: int) -> str:
    for unit in ("GB", "MB", "KB"):
        if size % _UNITS[unit] == 0 and size:
            return f"{size // _UNITS[unit]}{unit}"
    return str(size)


def _with_size_limit(now: Settings, value: str) -> Settings:
    name, _, size = value.partition("=")
    format_ = format_named(name)
    if format_ is None:
        raise ValueError(value)
    limits = {key: limit for key, limit in now.size_limits.items() if key != format_}
    if size != "default" and _bytes(size) != size_limit(format_):
        limits[str(format_)] = _bytes(size)
    return replace(now, size_limits=limits)


def _with_type(now: Settings, value: str) -> Settings:
    name, _, switch = value.partition("=")
    format_ = format_named(name)
    if format_ is None:
        raise ValueError(value)
    without = {*now.without_types} - {str(format_)}
    if not _is_on(switch):
        without.add(str(format_))
    return replace(now, without_types=tuple(sorted(without)))


def _with_cores(now: Settings, value: str) -> Settings:
    cores = None if value == "default" else int(value)
    if cores is not None and cores < 1:
        raise ValueError(value)
    return replace(now, cores=cores)


def _with_memory(now: Settings, value: str) -> Settings:
    memory = Settings().memory if value == "default" else _bytes(value)
    if memory < _LEAST_MEMORY:
        raise ValueError(value)
    return replace(now, memory=memory)


PREFERENCES: Mapping[str, Preference] = MappingProxyType(
    {
        "ignore-files": Preference(
            "obey .gitignore and .ignore files",
            _SWITCH,
            lambda now: "on" if now.ignore_files else "off",
            lambda now, value: replace(now, ignore_files=_is_on(value)),
        ),
        "hidden": Preference(
            "search hidden files as well",
            _SWITCH,
            lambda now: "on" if now.hidden else "off",
            lambda now, value: replace(now, hidden=_is_on(value)),
        ),
        "size-limit": Preference(
            "largest file of a kind that is read",
            "a kind and a size, such as pdf=300MB, or pdf=default",
            lambda now: (
                " ".join(f"{k}={_in_units(v)}" for k, v in sorted(now.size_limits.items()))
                or "default"
            ),
            _with_size_limit,
        ),
        "types": Preference(
            "kinds of documents that are read",
            "a kind and on or off, such as csv=off",
            lambda now: " ".join(f"{kind}=off" for kind in now.without_types) or "all",
            _with_type,
        ),
        "cores": Preference(
            "processor cores that indexing may use",
            "a number from 1, or default (all but one)",
            lambda now: str(now.cores or "default"),
            _with_cores,
        ),
        "memory": Preference(
            "memory that indexing may use",
            f"a size from {_in_units(_LEAST_MEMORY)}, such as 2GB, or default",
            lambda now: _in_units(now.memory),
            _with_memory,
        ),
        "on-battery": Preference(
            "pace of indexing on battery",
            _PACES,
            lambda now: now.on_battery,
            lambda now, value: replace(now, on_battery=Pace(value)),
        ),
        "when-busy": Preference(
            "pace of indexing while other programs work",
            _PACES,
            lambda now: now.when_busy,
            lambda now, value: replace(now, when_busy=Pace(value)),
        ),
        "judgments": Preference(
            "note which results are opened, for evaluate --mine",
            _SWITCH,
            lambda now: "on" if now.judgments else "off",
            lambda now, value: replace(now, judgments=_is_on(value)),
            concerns_indexer=False,
        ),
        "history": Preference(
            "keep the questions asked in the window (alcove history)",
            _SWITCH,
            lambda now: "on" if now.history else "off",
            lambda now, value: replace(now, history=_is_on(value)),
            concerns_indexer=False,
        ),
    }
)
"""Name → setting, in the order in which they are shown."""
