"""Settings of a library, with their defaults."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Pace(StrEnum):
    """Speed of background work while something else needs the computer (throttling)."""

    FULL = "full"
    SLOW = "slow"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's settings, which the indexer makes the index match.

    Attributes:
        folders: absolute paths as bytes, sorted; never with a trailing separator.
        model: id of a prepared model, or None for the bundled one.
        patterns: lines in gitignore syntax for every folder; surrogate escapes stand for bytes of a
            name that is not valid Unicode.
        folder_patterns: the same for single folders; only for those in `folders`.
        ignore_files: whether .gitignore and .ignore files below the folders are obeyed.
        hidden: whether hidden files and folders are searched as well.
        size_limits: maximum file size in bytes by format name, overriding the format's own limit.
        cores: number of cores that the indexer may use; None lets the indexer decide.
        memory: bytes that the indexer may use.
        on_battery: pace while the computer runs on its battery.
        when_busy: pace while other programs need the processor.
        judgments: whether opened results are stored, with the query, as judgments for
            `alcove evaluate --mine`. Off by default: judgments never leave the machine and can be
            viewed and deleted, but a record of what people searched and read is kept only if they
            ask for it. Results marked by hand are always stored.
        history: whether queries are stored, to run them again.
        without_types: names of formats whose files are left out, sorted.
        revision: number that increases by one with every change; not compared, so that settings
            with equal values are equal.
    """

    folders: tuple[bytes, ...] = ()
    model: str | None = None
    patterns: str = ""
    folder_patterns: Mapping[bytes, str] = field(default_factory=dict)
    ignore_files: bool = True
    hidden: bool = False
    size_limits: Mapping[str, int] = field(default_factory=dict)
    cores: int | None = None
    memory: int = 1_500_000_000
    on_battery: Pace = Pace.SLOW
    when_busy: Pace = Pace.SLOW
    judgments: bool = False
    history: bool = True
    without_types: tuple[str, ...] = ()
    revision: int = field(default=0, compare=False)

    def rules_for(self, folder: bytes | None) -> list[str]:
        """The user's own lines in gitignore syntax, for one folder, or with None for all."""
        text = self.patterns if folder is None else self.folder_patterns.get(folder, "")
        return text.split("\n") if text else []
