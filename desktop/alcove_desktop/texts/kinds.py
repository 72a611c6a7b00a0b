"""Short names of document formats: a label of a few letters, and a word."""

from PySide6.QtCore import QCoreApplication

from alcove.documents.formats import Format

_NAMES = {
    Format.DOC: "Word",
    Format.DOCX: "Word",
    Format.EML: "Mail",
    Format.MSG: "Mail",
    Format.MBOX: "Mail",
    Format.EPUB: "EPUB",
    Format.HTML: "HTML",
    Format.IPYNB: "Jupyter",
    Format.MD: "Markdown",
    Format.PPT: "PowerPoint",
    Format.PPTX: "PowerPoint",
    Format.XLS: "Excel",
    Format.XLSX: "Excel",
}
_LABELS = {Format.IMAGE: "IMG", Format.IPYNB: "NB", Format.MBOX: "MAIL"}


def label(format_: str | None) -> str:
    """Return the few letters on a row's icon, such as “PDF”; “?” for a file without text."""
    return _LABELS.get(Format(format_), format_.upper()) if format_ else "?"


def kind(format_: str | None) -> str:
    """Return the everyday name of this kind of document, such as “Word”."""
    translate = QCoreApplication.translate
    if format_ is None:
        return translate("Kinds", "File")
    own = {
        Format.CODE: translate("Kinds", "Code"),
        Format.IMAGE: translate("Kinds", "Image"),
        Format.TXT: translate("Kinds", "Text"),
        Format.EML: translate("Kinds", "Mail"),
        Format.MSG: translate("Kinds", "Mail"),
        Format.MBOX: translate("Kinds", "Mail"),
    }
    format_ = Format(format_)
    return own.get(format_) or _NAMES.get(format_) or format_.upper()
