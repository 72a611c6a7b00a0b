"""Reason why an entry is left out: the rule, its source, and the entry that it applies to."""

from dataclasses import dataclass

BUILT_IN = "built in"


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A rule that leaves out an entry and everything below it.

    Attributes:
        rule: name in plain words, to follow “left out:”; there are few, so exclusions can be
            counted by it.
        entry: absolute path of the file or folder that the rule applies to.
        source: where the rule is written: “built in”, “your rules, line 3”,
            “/home/me/notes/.gitignore, line 12”.
        pattern: text of the pattern; None for a built-in rule.
    """

    rule: str
    entry: bytes
    source: str = BUILT_IN
    pattern: bytes | None = None
