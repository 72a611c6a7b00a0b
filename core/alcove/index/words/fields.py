"""Define the words index in tantivy: schemas and tokenizer for passages and for file names.

The tokenizer only splits at spaces: `alcove.language` has analyzed the words before.
"""

import os
from pathlib import Path

import tantivy

from alcove.language import LONGEST
from alcove.paths import name_of

WORDS_VERSION = 3
"""Raised whenever the indexed fields or terms change; an index of another version is rebuilt."""

PASSAGES = "passages"
NAMES = "names"
"""The two indexes, in folders of these names. They are apart because BM25 uses the lengths and
frequencies of all entries of an index, and a name is not a very short passage."""

TERMS = "terms"
"""Field that BM25 scores: stems, parts of identifiers, pairs of characters; no positions."""

SURFACE = "surface"
"""Field of the words as written, only folded, with positions: for phrases and exclusions, words
being typed, and spelling variants."""

ENDINGS = "endings"
"""Field of the terms that may be compounds, spelt backwards, so that their endings are found; only
for passages in languages with compounds."""

LANGUAGE = "language"
"""Field of a passage's language, from which a search learns which languages there are."""

_BETWEEN_SPACES = "between spaces"  # the text is a list of terms already


def schema(kind: str) -> tantivy.Schema:
    """Return the fields of one of the two: `id` of passage or file, `owner`, and the words.

    The owner of a passage is its document, of a name the file itself. Passages also have a
    `split_id`, the number of their split; its field keeps the stored name "cut".
    """
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", indexed=kind == NAMES, fast=True)
    builder.add_unsigned_field("owner", indexed=kind == PASSAGES, fast=True)
    if kind == PASSAGES:
        builder.add_unsigned_field("cut", indexed=True, fast=True)
        builder.add_text_field(LANGUAGE, tokenizer_name="raw", index_option="basic")
        builder.add_text_field(ENDINGS, tokenizer_name=_BETWEEN_SPACES, index_option="basic")
    builder.add_text_field(TERMS, tokenizer_name=_BETWEEN_SPACES, index_option="freq")
    builder.add_text_field(SURFACE, tokenizer_name=_BETWEEN_SPACES, index_option="position")
    return builder.build()


def open_index(folder: Path, kind: str) -> tantivy.Index:
    """Open one of the two below `folder`; ValueError if it is missing or damaged."""
    return _prepared(tantivy.Index.open(str(folder / kind)))


def create_index(folder: Path, kind: str) -> tantivy.Index:
    """Create one of the two, empty, below `folder`."""
    path = folder / kind
    path.mkdir(mode=0o700, parents=True)
    return _prepared(tantivy.Index(schema(kind), path=str(path)))


def file_name(path: bytes) -> str:
    """Return the file name of a path as text, with ? for what is not valid Unicode."""
    return os.fsdecode(name_of(path)).encode(errors="replace").decode()


def _prepared(index: tantivy.Index) -> tantivy.Index:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    # The filter keeps terms shorter than its limit.
    analyzer = builder.filter(tantivy.Filter.remove_long(LONGEST + 1)).build()
    index.register_tokenizer(_BETWEEN_SPACES, analyzer)
    return index
