"""Messages of the preview for files that it cannot show, or not as expected."""

from PySide6.QtCore import QCoreApplication

from alcove.errors import ReadError, Reason
from alcove_desktop.preview.preview_data import DiskState, PreviewData
from alcove_desktop.texts.core_messages import in_words
from alcove_desktop.texts.reasons import reason, remedy

translate = QCoreApplication.translate


def since_read(on_disk: DiskState) -> str:
    """Return what happened to a file since its text was read; empty for nothing."""
    if on_disk is DiskState.GONE:
        return translate(
            "Preview",
            "This file is not available right now. You see the text that was read earlier.",
        )
    if on_disk is DiskState.CHANGED:
        return translate("Preview", "This file has changed since its text was read.")
    return ""


def still_drawing() -> str:
    """Return why the text is shown before the page."""
    return translate("Preview", "The page takes a moment to draw. This is its text.")


def without_page(error: Exception) -> str:
    """Return why a page cannot be shown."""
    if isinstance(error, FileNotFoundError):
        return since_read(DiskState.GONE)
    if isinstance(error, ReadError) and error.reason is Reason.TIMED_OUT:
        return translate("Preview", "The page takes too long to draw. This is its text.")
    if isinstance(error, ReadError):
        why = reason(error.reason)
        return translate("Preview", "The page cannot be drawn ({why}).").format(why=why)
    return in_words(error)


def without_text(loaded: PreviewData) -> str:
    """Return why there is nothing to show of a file."""
    file = loaded.file
    if file is None:
        return translate("Preview", "This file is no longer in the index.")
    if file.reason is not None:
        return "\n".join(filter(None, (reason(file.reason), remedy(file.reason))))
    if file.waiting:
        return translate("Preview", "This file is waiting to be read.")
    return translate("Preview", "There is no text in this file.")
