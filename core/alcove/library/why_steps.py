"""The steps of indexing that `why` reports for one file: kind, passed or not, text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self


class FileStepKind(StrEnum):
    """Every step that `why` reports; the value is its English text, with named fields."""

    IN_FOLDER = "It is in a folder of this library."
    IN_NO_FOLDER = "It is in no folder of this library: add one with alcove index."
    ON_DISK = "It is on the disk."
    NOT_ON_DISK = "It is not on the disk now."
    IS_FOLDER = "It is a folder of this library: ask about a file in it."
    LINE_PASSED_OVER = "Skipped: {source}, line {line}: {what}."
    LIST_PASSED_OVER = "Skipped: {source}: {what}."
    NO_RULE = "No rule excludes it."
    LEFT_OUT = "A rule excludes it: “{name}”, {rule} ({source})."
    LEFT_OUT_BY_PATTERN = "A rule excludes it: “{name}” is matched by “{pattern}” ({source})."
    NOTHING_INDEXED = "Nothing has been indexed yet: run alcove index."
    NOT_SEEN = "No scan has seen it yet: run alcove index."
    CHANGED = "It changed and is waiting to be read again; until then, its old text can be found."
    WAITS = "It is waiting to be read: run alcove index."
    NO_TEXT = "It has no text here: {reason}. {detail}"
    READ = "It was read as {format}."
    SPLIT = "It was split into passages ({passages:,}): it can be found by words."
    NOT_SPLIT = "It has no passages: nothing in it can be found by words or meaning."
    ENCODED = "Every passage has a vector: it can be found by meaning."
    NOT_ALL_ENCODED = (
        "{encoded:,} of {passages:,} passages have a vector: run alcove index to continue."
    )


_PASSED = frozenset(
    {
        FileStepKind.IN_FOLDER,
        FileStepKind.ON_DISK,
        FileStepKind.IS_FOLDER,
        FileStepKind.LINE_PASSED_OVER,
        FileStepKind.LIST_PASSED_OVER,
        FileStepKind.NO_RULE,
        FileStepKind.READ,
        FileStepKind.SPLIT,
        FileStepKind.ENCODED,
    }
)


@dataclass(frozen=True, slots=True)
class FileStep:
    """One step of a file.

    Attributes:
        passed: whether the file passed it.
        kind: the step and its outcome; also the key for translations.
        values: the fields of the kind's text.
    """

    passed: bool
    kind: FileStepKind
    values: Mapping[str, str | int] = field(default_factory=dict)

    @classmethod
    def of(cls, kind: FileStepKind, **values: str | int) -> Self:
        """Return a step of this kind, passed or not as the kind says."""
        return cls(kind in _PASSED, kind, values)

    @property
    def text(self) -> str:
        """What happened, in plain English."""
        return self.kind.format(**self.values).rstrip()
