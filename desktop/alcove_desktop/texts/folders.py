"""The state of a folder in words: watched, polled, or not available."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from alcove.index.counts import FolderState
from alcove.indexer import FolderHealth
from alcove_desktop.texts import dates
from alcove_desktop.texts.core_messages import told
from alcove_desktop.texts.counts import CountTexts

translate = QCoreApplication.translate


def state(folder: FolderState, health: FolderHealth | None) -> str:
    """Return one line, such as “12,431 files · watched”.

    Args:
        folder: its state after the last scan.
        health: how the indexer watches it; None where no indexer is running.
    """
    if folder.missing_since is not None or (health is not None and health.missing):
        return _missing(folder)
    if folder.scanned_at is None:
        return translate("Folders", "Not scanned yet")
    count = CountTexts().files(folder.files)
    if health is None:
        return count
    if health.watched:
        return translate("Folders", "{files} · watched").format(files=count)
    return translate("Folders", "{files} · scanned every two minutes: {reason}").format(
        files=count, reason=told(health.reason)
    )


def _missing(folder: FolderState) -> str:
    if folder.missing_since is None:
        return translate("Folders", "Not available right now. Nothing was deleted.")
    since = dates.moment(datetime.fromtimestamp(folder.missing_since).astimezone())
    return translate("Folders", "Not available since {moment}. Nothing was deleted.").format(
        moment=since
    )
