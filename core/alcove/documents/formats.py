"""Which kinds of documents we read, how a file's kind is told, and how large each may be."""

import re
from collections.abc import Callable, Collection
from enum import StrEnum

from alcove.paths import name_of

# Part of a document's key: raise it whenever the same bytes would give another text, other
# headings or other pages than before, so that people's documents are read again.
RECIPE_VERSION = 1

HEAD_SIZE = 4096  # bytes of a file's beginning that `format_of` wants to see

_MIB = 1 << 20

MAX_TEXT = 10 * _MIB  # code points of one document; more is a database, not a document
MAX_MAILBOX_TEXT = 50 * _MIB  # code points of all the messages in a mailbox


class Format(StrEnum):
    """A kind of document; its value is what a user types after `--type`.

    All source code, configuration and scripts are one kind, `code`: a language is asked for by
    the file's name, which is searched as words.
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
"""What their own programs call the pages of these."""

WITHOUT_LINES = frozenset({Format.DOC, Format.DOCX, Format.ODT, Format.RTF, Format.EPUB})
WITHOUT_LINES |= {Format.HTML, Format.IMAGE, Format.EML, Format.MSG, Format.MBOX}
"""Whose lines nobody but us has seen."""


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

# Never text worth reading, whatever their first bytes look like.
_IGNORED_TEXT = """
    7z ai avi avif bin bz2 class com dat db dll dmg dwg dylib eps exe fig flac gif gz heic
    ico iso jar key lnk lz4 m4a m4v map mkv mov mp3 mp4 mpg msi numbers o obj ogg otf pack
    pages parquet pickle pkl psd pyc pyo rar so sqlite sqlite3 svg swp tar tgz ttf wasm wav
    webm wmf wmv woff woff2 xcf xz zip zst
"""
_IGNORED = frozenset(_IGNORED_TEXT.split())

_LARGE = frozenset({Format.PDF, Format.EPUB, Format.DOCX, Format.PPTX, Format.XLSX, Format.ODT})
_LARGE |= {Format.ODP, Format.ODS, Format.DOC, Format.PPT, Format.XLS, Format.RTF, Format.MSG}

# In the order in which they are tried; the last ones are looked for past leading white space.
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
    """Tell a file's format from its name, or from its first bytes where the name says nothing.

    Args:
        name: the file's name or path, as the file system has it.
        head: the first `HEAD_SIZE` bytes, or fewer where the file is shorter.

    Returns:
        None where we would not know how to read it.
    """
    extension = _extension(name)
    if extension in _IGNORED:
        return None
    return _FORMATS.get(extension) or sniff(head)


def format_of_name(name: bytes) -> Format | None:
    """Tell a file's format from its name alone; None where that says nothing we could read."""
    return _FORMATS.get(_extension(name))


def is_told_by_name(name: bytes) -> bool:
    """Whether a file's name says what `format_of` says, whatever its first bytes are."""
    extension = _extension(name)
    return extension in _FORMATS or extension in _IGNORED


def named_as(formats: Collection[str]) -> Callable[[bytes], bool] | None:
    """Return what tells by a file's name whether it has one of these formats; None for none."""
    extensions = {extension for extension, format_ in _FORMATS.items() if format_ in formats}
    return (lambda name: _extension(name) in extensions) if extensions else None


def _extension(name: bytes) -> str:
    """What follows the last dot, in lower case; the whole name where it has no other part."""
    last = name_of(name).decode("utf-8", "replace").lower()
    dot = last.rfind(".")
    return last[dot + 1 :] if 0 < dot < len(last) - 1 else last.removeprefix(".")


def sniff(head: bytes) -> Format | None:
    """Tell the format from the first bytes alone; None for what is neither known nor text."""
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
    """Return how many bytes a file of this format may have; a larger one is not even opened."""
    if format_ is Format.MBOX:
        return 512 * _MIB
    if format_ in _LARGE:
        return 200 * _MIB
    return 50 * _MIB if format_ in (Format.EML, Format.IMAGE) else 20 * _MIB


def format_named(word: str) -> Format | None:
    """Find the format that a user means by a word after `--type`: its name or an extension."""
    return _FORMATS.get(word.lower().removeprefix(".")) or (
        Format(word.lower()) if word.lower() in set(Format) else None
    )
