"""The states of the indexer and of the network guard, in the words of the status bar."""

from PySide6.QtCore import QCoreApplication

from alcove.guard import GuardLevel
from alcove.indexer import Activity, Pause

translate = QCoreApplication.translate


def activity(what: Activity) -> str:
    """Return the name of an indexer's activity."""
    return {
        Activity.STARTING: translate("States", "Starting"),
        Activity.SCANNING: translate("States", "Looking for changes"),
        Activity.READING: translate("States", "Reading"),
        Activity.PREPARING: translate("States", "Preparing the model"),
        Activity.ENCODING: translate("States", "Encoding meaning"),
        Activity.SPLITTING: translate("States", "Splitting for another model"),
        Activity.CHANGING: translate("States", "Encoding for another model"),
        Activity.CLEANING_UP: translate("States", "Cleaning up"),
        Activity.PAUSED: translate("States", "Paused"),
        Activity.IDLE: translate("States", "Up to date"),
        Activity.STOPPING: translate("States", "Stopping"),
    }[what]


def pause(why: Pause) -> str:
    """Return why an indexer with work to do is paused."""
    return {
        Pause.ASKED: translate("States", "Paused"),
        Pause.BATTERY: translate("States", "Paused on battery"),
        Pause.BUSY: translate("States", "Paused while the computer is busy"),
        Pause.DISK_FULL: translate("States", "Paused: the disk is full"),
        Pause.DISK_FAILS: translate("States", "Paused: disk error"),
        Pause.NO_READER: translate("States", "Paused: documents cannot be read"),
    }[why]


def shield(level: GuardLevel) -> str:
    """Return in a few words how strongly the program is kept from networks."""
    return {
        GuardLevel.KERNEL: translate("States", "Sealed: no network, checked by the kernel"),
        GuardLevel.PYTHON: translate("States", "Offline: Python refuses the network"),
        GuardLevel.ENVIRONMENT: translate("States", "Asked to stay offline, but not enforced"),
        GuardLevel.NONE: translate("States", "Not sealed"),
    }[level]


def shield_in_full(level: GuardLevel) -> str:
    """Return the same in a sentence that says what it means."""
    return {
        GuardLevel.KERNEL: translate(
            "States",
            "The kernel refuses every network connection to this program and to all that it "
            "starts. Nothing that you search can leave this machine.",
        ),
        GuardLevel.PYTHON: translate(
            "States",
            "Python code is refused every network connection; compiled libraries are only asked "
            "to stay offline, because this system has no kernel filter that we can use.",
        ),
        GuardLevel.ENVIRONMENT: translate(
            "States", "Libraries are asked to stay offline, but nothing holds them to it."
        ),
        GuardLevel.NONE: translate("States", "Nothing keeps this program from using a network."),
    }[level]
