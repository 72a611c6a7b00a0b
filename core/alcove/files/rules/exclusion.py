"""Why an entry is left out: the rule, where it is written, and the entry it applies to."""

from dataclasses import dataclass

BUILT_IN = "built in"


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A rule that leaves an entry out, and all that lies below it.

    Attributes:
        rule: in plain words, after “left out:”; few in number, so that they can be counted by.
        entry: absolute path of the file or folder that the rule applies to.
        source: where the rule is written: “built in”, “your rules, line 3”,
            “/home/me/notes/.gitignore, line 12”.
        pattern: as it is written there; None for what is built in.
    """

    rule: str
    entry: bytes
    source: str = BUILT_IN
    pattern: bytes | None = None
