"""Take the paths of folders and files that the user selects in a dialog or drops."""

import os
from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

from alcove.paths import normalized


def choose_folder(
    owner: QWidget, title: str, chosen: Callable[[bytes], object], *, file: bool = False
) -> QFileDialog:
    """Open a dialog without waiting, and pass the selected path on.

    Args:
        owner: the parent of the dialog.
        title: of the dialog.
        chosen: called with an absolute path, on the GUI thread.
        file: whether to select a file instead of a folder.
    """
    dialog = QFileDialog(owner, title)
    modes = QFileDialog.FileMode
    dialog.setFileMode(modes.ExistingFile if file else modes.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, not file)
    dialog.fileSelected.connect(lambda path: chosen(normalized(os.fsencode(path))))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def dropped_paths(data: QMimeData) -> list[bytes]:
    """Return the local paths in dragged data; skip remote addresses."""
    return [_local_path(url) for url in data.urls() if url.isLocalFile()]


def _local_path(url: QUrl) -> bytes:
    """Return the path of a URL as bytes; on POSIX it need not be valid UTF-8."""
    if os.name == "nt":
        return normalized(os.fsencode(url.toLocalFile()))
    return unquote_to_bytes(url.path(QUrl.ComponentFormattingOption.FullyEncoded))
