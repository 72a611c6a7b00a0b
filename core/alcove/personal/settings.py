"""The settings themselves: what a user can want of a library, with its defaults."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Pace(StrEnum):
    """How fast background work goes while something else needs the computer."""

    FULL = "full"
    SLOW = "slow"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Settings:
    """The wish that the index is brought to equal.

    Attributes:
        folders: absolute paths as bytes, sorted; never with a trailing separator.
        model: id of a prepared model, or None for the bundled one.
        patterns: lines in gitignore syntax that hold in every folder; a name that is not valid
            Unicode is kept by surrogate escapes.
        folder_patterns: the same for single folders; only for those in `folders`.
        ignore_files: whether .gitignore and .ignore files below the folders are obeyed.
        hidden: whether hidden files and folders are searched as well.
        size_limits: bytes by name of a format, in place of that format's own limit.
        cores: that the indexer may use; None leaves it to the indexer.
        memory: bytes that the indexer may use.
        on_battery: pace while the computer runs on its battery.
        when_busy: pace while other programs need the processor.
        judgments: whether the results that are opened are noted, with the question, as judgments
            for `alcove evaluate --mine`. Off until somebody switches it on: judgments never leave
            the machine and can be seen and deleted, yet a record of what one asked and read is
            kept for nobody who did not ask for it. What is marked by hand is kept in any case.
        history: whether questions are kept, to ask them again.
        without_types: names of formats whose files are left out, sorted.
        revision: goes up by one with every change; no part of what is wanted, so that two
            settings that want the same are equal.
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
