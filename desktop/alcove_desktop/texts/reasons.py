"""The reasons why a file has no text in the index, in words, and their remedies."""

from PySide6.QtCore import QCoreApplication

from alcove.errors import Reason

translate = QCoreApplication.translate


def reason(stored: str) -> str:
    """Return the heading for files with this reason; an unknown reason is returned as it is."""
    texts = {
        Reason.EMPTY: translate("Reasons", "Empty"),
        Reason.NO_TEXT: translate("Reasons", "No text in it"),
        Reason.NEEDS_OCR: translate("Reasons", "Pictures of text only"),
        Reason.UNKNOWN_FORMAT: translate("Reasons", "Unknown file type"),
        Reason.BINARY: translate("Reasons", "Not text"),
        Reason.SWITCHED_OFF: translate("Reasons", "A type that is switched off"),
        Reason.ENCRYPTED: translate("Reasons", "Locked with a password"),
        Reason.DAMAGED: translate("Reasons", "Damaged"),
        Reason.TOO_LARGE: translate("Reasons", "Larger than the limit"),
        Reason.EXPANDS_TOO_MUCH: translate("Reasons", "Unpacks to far too much data"),
        Reason.TIMED_OUT: translate("Reasons", "Takes too long to read"),
        Reason.READER_DIED: translate("Reasons", "Crashes the reader"),
        Reason.NO_PERMISSION: translate("Reasons", "No permission to read"),
        Reason.NOT_A_REGULAR_FILE: translate("Reasons", "Not an ordinary file"),
        Reason.SYMBOLIC_LINK: translate("Reasons", "A link to another place"),
        Reason.PLACEHOLDER: translate("Reasons", "Not downloaded yet"),
        Reason.IO_ERROR: translate("Reasons", "The disk reports an error"),
        Reason.CHANGED_WHILE_READ: translate("Reasons", "Changed while it was read"),
    }
    return texts.get(Reason(stored), stored) if stored in set(Reason) else stored


def remedy(stored: str) -> str:
    """Return what the user can do about it; empty for nothing."""
    texts = {
        Reason.NEEDS_OCR: translate(
            "Reasons", "Install Tesseract's language data to read text in pictures."
        ),
        Reason.ENCRYPTED: translate(
            "Reasons", "Save a copy without the password, and it will be read."
        ),
        Reason.DAMAGED: translate("Reasons", "Open it to see whether it can still be used."),
        Reason.TOO_LARGE: translate("Reasons", "The limits are in the settings under File types."),
        Reason.NO_PERMISSION: translate("Reasons", "Allow yourself to read it, then try again."),
        Reason.PLACEHOLDER: translate("Reasons", "Download it, then try again."),
        Reason.IO_ERROR: translate("Reasons", "Check the disk, then try again."),
        Reason.CHANGED_WHILE_READ: translate("Reasons", "It will be read again by itself."),
    }
    return texts.get(Reason(stored), "") if stored in set(Reason) else ""
