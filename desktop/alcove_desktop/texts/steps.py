"""The steps of a file through indexing, in the window's words."""

from PySide6.QtCore import QCoreApplication

from alcove.library.why_steps import FileStep, FileStepKind
from alcove_desktop.texts import numbers, reasons, rules
from alcove_desktop.texts.core_messages import told
from alcove_desktop.texts.counts import CountTexts

translate = QCoreApplication.translate


def step(done: FileStep) -> str:
    """Return what happened at one step; a kind that is unknown here keeps the core's words."""
    template = _templates().get(done.kind)
    if template is None:
        return done.text
    values = {name: _in_words(name, value) for name, value in done.values.items()}
    return template.format(**values).rstrip()


def _in_words(name: str, value: str | int) -> str:
    match name:
        case "reason":
            return reasons.reason(str(value))
        case "rule":
            return rules.rule(str(value))
        case "passages":
            return CountTexts().passages(int(value))
        case "encoded":
            return numbers.number(int(value))
        case "detail" | "source" | "what":
            return told(str(value))
        case _:
            return str(value)


def _templates() -> dict[FileStepKind, str]:
    return {
        FileStepKind.IN_FOLDER: translate("Steps", "It is in a folder that Alcove searches."),
        FileStepKind.IN_NO_FOLDER: translate(
            "Steps", "It is in no folder that Alcove searches. Add folders in the settings."
        ),
        FileStepKind.ON_DISK: translate("Steps", "It is on the disk."),
        FileStepKind.NOT_ON_DISK: translate("Steps", "It is not on the disk now."),
        FileStepKind.IS_FOLDER: translate(
            "Steps", "This is a folder that Alcove searches. Choose a file in it."
        ),
        FileStepKind.LINE_PASSED_OVER: translate(
            "Steps", "Skipped: {source}, line {line}: {what}."
        ),
        FileStepKind.LIST_PASSED_OVER: translate("Steps", "Skipped: {source}: {what}."),
        FileStepKind.NO_RULE: translate("Steps", "No rule excludes it."),
        FileStepKind.LEFT_OUT: translate(
            "Steps", "A rule excludes it: “{name}”, {rule} ({source})."
        ),
        FileStepKind.LEFT_OUT_BY_PATTERN: translate(
            "Steps", "A rule excludes it: “{name}” is matched by “{pattern}” ({source})."
        ),
        FileStepKind.NOTHING_INDEXED: translate("Steps", "Nothing has been read yet."),
        FileStepKind.NOT_SEEN: translate("Steps", "Alcove has not seen it yet, but soon will."),
        FileStepKind.CHANGED: translate(
            "Steps",
            "It changed and is waiting to be read again. Until then, its old text can be found.",
        ),
        FileStepKind.WAITS: translate("Steps", "It is waiting to be read."),
        FileStepKind.NO_TEXT: translate("Steps", "Its text could not be read: {reason}. {detail}"),
        FileStepKind.READ: translate("Steps", "It was read as {format}."),
        FileStepKind.SPLIT: translate("Steps", "It can be found by words, in {passages}."),
        FileStepKind.NOT_SPLIT: translate("Steps", "It contains nothing that could be found."),
        FileStepKind.ENCODED: translate("Steps", "It can be found by meaning."),
        FileStepKind.NOT_ALL_ENCODED: translate(
            "Steps", "So far, {encoded} of {passages} can be found by meaning."
        ),
    }
