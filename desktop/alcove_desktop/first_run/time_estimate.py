"""Word the estimated indexing time of the chosen folders, roughly."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from alcove.library import Library
from alcove.library.new_folders.folder_size import FolderSize
from alcove_desktop.texts import dates
from alcove_desktop.texts.counts import CountTexts

translate = QCoreApplication.translate


def in_words(sizes: Sequence[FolderSize | None]) -> str:
    """Return one or two sentences on the folders; a size is None while it is being measured."""
    if not sizes:
        return translate("Outlook", "Choose at least one folder.")
    counted = [size for size in sizes if size is not None]
    if len(counted) < len(sizes):
        return translate("Outlook", "Counting the documents in these folders …")
    documents = sum(size.documents for size in counted)
    if documents == 0:
        return translate("Outlook", "There are no documents in them yet.")
    estimates = [Library.estimate(size) for size in counted]
    words = sum(each.words_after for each in estimates)
    meaning = sum(each.meaning_after for each in estimates)
    return _said(words, meaning).format(
        documents=CountTexts().documents(documents),
        words=dates.lasting(words),
        meaning=dates.lasting(meaning),
    )


def _said(words: float, meaning: float) -> str:
    if dates.lasting(words) == dates.lasting(meaning):
        return translate("Outlook", "{documents}, all of them ready in {meaning}.")
    return translate(
        "Outlook",
        "{documents}. Search by words in {words}, by meaning in {meaning}. You can search what "
        "is ready at any time.",
    )
