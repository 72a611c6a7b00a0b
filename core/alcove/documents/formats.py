"""Document formats: detection by name or first bytes, and the size limit of each."""

import re
from collections.abc import Callable, Collection
from enum import StrEnum

from alcove.paths import name_of

# Part of a document's key. Raise it whenever the same bytes would yield different text, headings
# or pages than before, so that people's documents are read again.
RECIPE_VERSION = 1

HEAD_SIZE = 4096  # bytes from the start of a file that `format_of` needs

_MIB = 1 << 20

MAX_TEXT = 10 * _MIB  # code points of one document; more is a database, not a document
MAX_MAILBOX_TEXT = 50 * _MIB  # code points of all messages in a mailbox


class Format(StrEnum):
    """A document format; its value is what a user types after `--type`.

    All source code, configuration and scripts share one format, `code`. To find one language, a
    user searches for its extension: the keyword arm covers file names.
    """

    CODE = "code"
    CSV = "csv"
    DOC = "doc"
    DOCX = "docx"
    EML = "eml"
    EPUB = "epub"
    HTML = "html"
    IMAGE = "image"
    IPYNB = "ipynb"
    JSON = "json"
    MBOX = "mbox"
    MD = "md"
    MSG = "msg"
    ODP = "odp"
    ODS = "ods"
    ODT = "odt"
    ORG = "org"
    PDF = "pdf"
    PPT = "ppt"
    PPTX = "pptx"
    RST = "rst"
    RTF = "rtf"
    TEX = "tex"
    TSV = "tsv"
    TXT = "txt"
    XLS = "xls"
    XLSX = "xlsx"
    XML = "xml"


SHEETS = frozenset({Format.XLS, Format.XLSX, Format.ODS})
SLIDES = frozenset({Format.PPT, Format.PPTX, Format.ODP})
"""Formats whose pages are called sheets or slides."""

WITHOUT_LINES = frozenset({Format.DOC, Format.DOCX, Format.ODT, Format.RTF, Format.EPUB})
WITHOUT_LINES |= {Format.HTML, Format.IMAGE, Format.EML, Format.MSG, Format.MBOX}
"""Formats whose lines exist only in our extracted text, so that line numbers mean nothing."""


_EXTENSIONS = {
    Format.CODE: """
        ada adb ads asm astro awk bash bat bazel bzl c cc cfg clj cljc cljs cljson cmake cmd cnf
        coffee conf cpp cr cs cshtml csproj css cu cuh cxx d dart desktop diff dockerfile ebuild
        editorconfig edn el elm env erb erl ex exs f f03 f77 f90 f95 fish fs fsi fsx gemspec
        gitattributes gitignore glsl go gql gradle graphql groovy h hbs hcl hh hpp hrl hs hxx
        ini ino ipp java jinja jinja2 jl js jsx just kt kts less lisp lock lua m m4 mak make mjs
        mk ml mli mm mod nim nimble nix pas patch php pl plist pm pp pro prolog properties proto
        ps1 psd1 psm1 pug pxd py pyi pyw pyx qml r rake rb rego rkt rs s sass sbt scala scm scss
        service sh sln sol spec sql sv svelte svh swift tcl tf tfvars thrift toml ts tsx typ v vb
        vala vbs vhd vhdl vim vue wat xsl xslt yaml yml zig zsh
        """,
    Format.CSV: "csv",
    Format.DOC: "doc dot",
    Format.DOCX: "docx docm dotx dotm",
    Format.EML: "eml emlx",
    Format.EPUB: "epub",
    Format.HTML: "html htm xhtml xht shtml",
    Format.IMAGE: "png jpg jpeg jpe tif tiff bmp webp",
    Format.IPYNB: "ipynb",
    Format.JSON: "json jsonl ndjson geojson jsonld json5 webmanifest",
    Format.MBOX: "mbox mbx",
    Format.MD: "md markdown mdown mkd mdx qmd rmd",
    Format.MSG: "msg",
    Format.ODP: "odp otp",
    Format.ODS: "ods ots",
    Format.ODT: "odt ott",
    Format.ORG: "org",
    Format.PDF: "pdf",
    Format.PPT: "ppt pps pot",
    Format.PPTX: "pptx pptm ppsx ppsm potx potm",
    Format.RST: "rst rest",
    Format.RTF: "rtf",
    Format.TEX: "tex latex ltx sty cls bib",
    Format.TSV: "tsv tab",
    Format.TXT: "txt text log asc adoc asciidoc srt vtt nfo me 1st ics vcf wiki textile",
    Format.XLS: "xls xlt",
    Format.XLSX: "xlsx xlsm xltx xltm",
    Format.XML: "xml rss atom opml rdf kml gpx xsd wsdl fb2 dbk",
}

_FORMATS = {ext: format_ for format_, text in _EXTENSIONS.items() for ext in text.split()}

# Extensions of files that are never worth reading, whatever their first bytes look like.
_IGNORED_TEXT = """
    7z ai avi avif bin bz2 class com dat db dll dmg dwg dylib eps exe fig flac gif gz heic
    ico iso jar key lnk lz4 m4a m4v map mkv mov mp3 mp4 mpg msi numbers o obj ogg otf pack
    pages parquet pickle pkl psd pyc pyo rar so sqlite sqlite3 svg swp tar tgz ttf wasm wav
    webm wmf wmv woff woff2 xcf xz zip zst
"""
_IGNORED = frozenset(_IGNORED_TEXT.split())

_LARGE = frozenset({Format.PDF, Format.EPUB, Format.DOCX, Format.PPTX, Format.XLSX, Format.ODT})
_LARGE |= {Format.ODP, Format.ODS, Format.DOC, Format.PPT, Format.XLS, Format.RTF, Format.MSG}

# Tried in this order. The last two may follow leading white space.
_SIGNATURES = (
    (re.compile(rb"%PDF-"), Format.PDF),
    (re.compile(rb"\{\\rtf"), Format.RTF),
    (re.compile(rb"\x89PNG\r\n|\xff\xd8\xff|II\*\0|MM\0\*|RIFF....WEBP", re.DOTALL), Format.IMAGE),
    (re.compile(rb"From \S+.*\d\d:\d\d.*\r?\n[\w-]+:"), Format.MBOX),
    (re.compile(rb"\s*(?:<!doctype html|<html[\s>])", re.IGNORECASE), Format.HTML),
    (re.compile(rb"\s*<\?xml\s", re.IGNORECASE), Format.XML),
)
_UTF_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_ZIP_KINDS = (
    (b"application/epub+zip", Format.EPUB),
    (b"opendocument.text", Format.ODT),
    (b"opendocument.spreadsheet", Format.ODS),
    (b"opendocument.presentation", Format.ODP),
    (b"word/", Format.DOCX),
    (b"ppt/", Format.PPTX),
    (b"xl/", Format.XLSX),
)


def format_of(name: bytes, head: bytes) -> Format | None:
    """Return a file's format by its name, or by its first bytes where the name does not decide.

    Args:
        name: the file's name or path, as the file system has it.
        head: the first `HEAD_SIZE` bytes, or all of a shorter file.

    Returns:
        The format; None for a file that Alcove cannot read.
    """
    extension = _extension(name)
    if extension in _IGNORED:
        return None
    return _FORMATS.get(extension) or sniff(head)


def format_of_name(name: bytes) -> Format | None:
    """Return a file's format by its name alone; None for an unknown or ignored extension."""
    return _FORMATS.get(_extension(name))


def is_told_by_name(name: bytes) -> bool:
    """Return whether the name alone decides the result of `format_of`."""
    extension = _extension(name)
    return extension in _FORMATS or extension in _IGNORED


def named_as(formats: Collection[str]) -> Callable[[bytes], bool] | None:
    """Return a predicate for file names of these formats; None if no extension has one."""
    extensions = {extension for extension, format_ in _FORMATS.items() if format_ in formats}
    return (lambda name: _extension(name) in extensions) if extensions else None


def _extension(name: bytes) -> str:
    """Return what follows the last dot, in lower case; without one, the whole name."""
    last = name_of(name).decode("utf-8", "replace").lower()
    dot = last.rfind(".")
    return last[dot + 1 :] if 0 < dot < len(last) - 1 else last.removeprefix(".")


def sniff(head: bytes) -> Format | None:
    """Return the format by the first bytes alone; None for what is neither known nor text."""
    if head.startswith(b"PK\x03\x04"):
        return next((kind for mark, kind in _ZIP_KINDS if mark in head), None)
    for signature, format_ in _SIGNATURES:
        if signature.match(head):
            return format_
    return Format.TXT if _looks_like_text(head) else None


def _looks_like_text(head: bytes) -> bool:
    if head.startswith(_UTF_BOMS):
        return True
    controls = sum(byte < 32 and byte not in b"\t\n\v\f\r\x1b" for byte in head)
    return bool(head) and controls == 0


def size_limit(format_: Format) -> int:
    """Return the largest size of a file of this format, in bytes; a larger one is not opened."""
    if format_ is Format.MBOX:
        return 512 * _MIB
    if format_ in _LARGE:
        return 200 * _MIB
    return 50 * _MIB if format_ in (Format.EML, Format.IMAGE) else 20 * _MIB


def format_named(word: str) -> Format | None:
    """Return the format that a word after `--type` names: a format's name or an extension."""
    return _FORMATS.get(word.lower().removeprefix(".")) or (
        Format(word.lower()) if word.lower() in set(Format) else None
    )
