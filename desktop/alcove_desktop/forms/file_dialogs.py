"""Folders and files that the user picks in a dialog or drops."""

import os
from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

from alcove.paths import normalized


def choose_folder(
    owner: QWidget, title: str, chosen: Callable[[bytes], object], *, file: bool = False
) -> QFileDialog:
    """Open a dialog and hand on the path that is picked; the window goes on meanwhile.

    Args:
        owner: the dialog's window belongs to it.
        title: of the dialog.
        chosen: called with an absolute path, in the drawing thread.
        file: whether a file is wanted, not a folder.
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
    """The local paths in what is dragged; what lies elsewhere is passed over."""
    return [_local_path(url) for url in data.urls() if url.isLocalFile()]


def _local_path(url: QUrl) -> bytes:
    """The path, which need not be Unicode where paths are bytes."""
    if os.name == "nt":
        return normalized(os.fsencode(url.toLocalFile()))
    return unquote_to_bytes(url.path(QUrl.ComponentFormattingOption.FullyEncoded))
