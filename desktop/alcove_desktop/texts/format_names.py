"""Full names of document formats, for a list of all of them."""

from PySide6.QtCore import QCoreApplication

from alcove.documents.formats import Format


def name(format_: Format) -> str:
    """Return the name with its file extension, such as “Word (docx)”; no two are the same."""
    translate = QCoreApplication.translate
    named = {
        Format.CODE: translate("FormatNames", "Source code, scripts and configuration"),
        Format.CSV: translate("FormatNames", "Tables as text (csv)"),
        Format.DOC: translate("FormatNames", "Word until 2003 (doc)"),
        Format.DOCX: translate("FormatNames", "Word (docx)"),
        Format.EML: translate("FormatNames", "Single mails (eml)"),
        Format.EPUB: translate("FormatNames", "Electronic books (epub)"),
        Format.HTML: translate("FormatNames", "Web pages (html)"),
        Format.IMAGE: translate("FormatNames", "Pictures with text"),
        Format.IPYNB: translate("FormatNames", "Jupyter notebooks (ipynb)"),
        Format.JSON: translate("FormatNames", "Data (json)"),
        Format.MBOX: translate("FormatNames", "Mailboxes (mbox)"),
        Format.MD: translate("FormatNames", "Markdown (md)"),
        Format.MSG: translate("FormatNames", "Outlook mails (msg)"),
        Format.ODP: translate("FormatNames", "OpenDocument slides (odp)"),
        Format.ODS: translate("FormatNames", "OpenDocument sheets (ods)"),
        Format.ODT: translate("FormatNames", "OpenDocument text (odt)"),
        Format.ORG: translate("FormatNames", "Org mode (org)"),
        Format.PDF: translate("FormatNames", "PDF"),
        Format.PPT: translate("FormatNames", "PowerPoint until 2003 (ppt)"),
        Format.PPTX: translate("FormatNames", "PowerPoint (pptx)"),
        Format.RST: translate("FormatNames", "reStructuredText (rst)"),
        Format.RTF: translate("FormatNames", "Rich text (rtf)"),
        Format.TEX: translate("FormatNames", "TeX and LaTeX (tex)"),
        Format.TSV: translate("FormatNames", "Tables with tabs (tsv)"),
        Format.TXT: translate("FormatNames", "Plain text (txt)"),
        Format.XLS: translate("FormatNames", "Excel until 2003 (xls)"),
        Format.XLSX: translate("FormatNames", "Excel (xlsx)"),
        Format.XML: translate("FormatNames", "XML"),
    }
    return named[format_]
