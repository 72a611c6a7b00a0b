"""Clean extracted text: white space, ligatures, hyphens at line ends; reject junk titles."""

import re

from alcove.documents.readers.decoding import normalise_newlines

# C0 and C1 controls except tab and line feed, lone surrogates, soft hyphens, zero-width spaces
# and byte order marks: nobody reads or searches these.
_INVISIBLE = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\ufeff\ud800-\udfff]+"
)
# PDFium writes U+0002 for a hyphen that only breaks a word at the end of a line.
_BROKEN_WORD = re.compile(r"(?<=\w)\x02(?:\r?\n)?(?=\w)")
_SPACES = re.compile("[ \xa0\u2000-\u200a\u202f\u3000]{2,}|[\xa0\u2000-\u200a\u202f]")
_BLANK_LINES = re.compile(r"\n{3,}")
_IMAGE = re.compile(r"!\[([^\]\n]*)\]\([^)\s]*\)")
_LINK = re.compile(r"\[([^\]\n]+)\]\((?:https?:|mailto:|data:|file:|#)[^)\s]*\)")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)

_PRODUCER = re.compile(r"^Microsoft (?:Word|PowerPoint|Excel)\s*-\s*", re.IGNORECASE)
_EMPTY_TITLE = re.compile(
    r"\(?(?:untitled|anonymous|unnamed|no ?title|(?:powerpoint )?presentation|document|"
    r"slide|sheet|tabelle|feuil|hoja|unknown|none|null|title)\)?\s*(?:document|spreadsheet|"
    r"presentation)?\s*\d*",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(r"\S+\.[A-Za-z]\w{1,4}|(?=.*[_\d])\S+|(?=[^A-Z]*-)[^A-Z\s]+|\S*[/\\]\S*")
_MAX_TITLE = 300  # characters; a longer one is a paragraph styled as a title


def clean_block(text: str, *, code: bool = False) -> str:
    """Clean a block of extracted text; code keeps its indentation."""
    text = _BROKEN_WORD.sub("", normalise_newlines(text))
    text = _INVISIBLE.sub("", text.replace("\x02", "-")).translate(_LIGATURES)
    if code:
        return text.strip("\n").rstrip()
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    lines = (line.rstrip() for line in _SPACES.sub(" ", text).split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def clean_line(text: str) -> str:
    """Clean a text and put it on one line."""
    return " ".join(clean_block(text).split())


def sensible_title(raw: str | None) -> str | None:
    """Return the title stored in a file, cleaned; None for a placeholder that a program wrote."""
    title = _PRODUCER.sub("", clean_line(raw or ""))
    junk = _EMPTY_TITLE.fullmatch(title) or _FILE_NAME.fullmatch(title)
    return None if not title or junk or len(title) > _MAX_TITLE else title
