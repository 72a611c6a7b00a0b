"""The steps of a file's way into the index, in the window's words."""

from PySide6.QtCore import QCoreApplication

from alcove.library.step import Step, StepKind
from alcove_desktop.texts import reasons, rules

translate = QCoreApplication.translate


def step(told: Step) -> str:
    """What happened at one step; a kind that is unknown here is told in the core's words."""
    said = _words().get(told.kind)
    return said.format(**_values(told)).rstrip() if said else told.text


def _values(told: Step) -> dict[str, str | int]:
    values = dict(told.values)
    if "reason" in values:
        values["reason"] = reasons.reason(str(values["reason"]))
    if "rule" in values:
        values["rule"] = rules.rule(str(values["rule"]))
    return values


def _words() -> dict[StepKind, str]:
    return {
        StepKind.IN_FOLDER: translate("Steps", "It lies in a folder that is searched."),
        StepKind.IN_NO_FOLDER: translate(
            "Steps", "It lies in no folder that is searched. Folders are added in the settings."
        ),
        StepKind.ON_DISK: translate("Steps", "It is on the disk."),
        StepKind.NOT_ON_DISK: translate("Steps", "It is not on the disk now."),
        StepKind.IS_FOLDER: translate(
            "Steps", "It is a folder that is searched. Choose a file in it."
        ),
        StepKind.LINE_PASSED_OVER: translate(
            "Steps", "Passed over: {source}, line {line}: {what}."
        ),
        StepKind.LIST_PASSED_OVER: translate("Steps", "Passed over: {source}: {what}."),
        StepKind.NO_RULE: translate("Steps", "No rule leaves it out."),
        StepKind.LEFT_OUT: translate("Steps", "A rule leaves it out: “{name}”, {rule} ({source})."),
        StepKind.LEFT_OUT_BY_PATTERN: translate(
            "Steps", "A rule leaves it out: “{name}” is matched by “{pattern}” ({source})."
        ),
        StepKind.NOTHING_INDEXED: translate("Steps", "Nothing has been read yet."),
        StepKind.NOT_SEEN: translate("Steps", "It has not been seen yet. It soon will be."),
        StepKind.CHANGED: translate(
            "Steps", "It changed and waits to be read again. Its old text is found until then."
        ),
        StepKind.WAITS: translate("Steps", "It waits to be read."),
        StepKind.NO_TEXT: translate("Steps", "Its text could not be read: {reason}. {detail}"),
        StepKind.READ: translate("Steps", "It was read as {format}."),
        StepKind.CUT: translate("Steps", "Words find it, in {passages:,} passages."),
        StepKind.NOT_CUT: translate("Steps", "There is nothing in it that could be found."),
        StepKind.ENCODED: translate("Steps", "Meaning finds it."),
        StepKind.NOT_ALL_ENCODED: translate(
            "Steps", "Meaning finds {encoded:,} of its {passages:,} passages so far."
        ),
    }
