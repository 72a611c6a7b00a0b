"""The form of the words index: what tantivy is told of passages and of file names."""

import os
from pathlib import Path

import tantivy

from alcove.language import LONGEST
from alcove.paths import name_of

WORDS_VERSION = 3
"""Raised whenever what is indexed changes; an index of another version is built again."""

PASSAGES = "passages"
NAMES = "names"
"""Two indexes, in folders of these names: BM25 takes lengths and frequencies from all entries of
an index, and a name is not a very short passage."""

TERMS = "terms"
"""Field of what a search scores: stems, parts of identifiers, pairs of characters; no positions."""

SURFACE = "surface"
"""Field of the words as they are written, only folded, with their positions: for phrases and
exclusions, words being typed, and spelling variants."""

ENDINGS = "endings"
"""Field of the terms that may be compounds, backwards: so that they are found by what they end in;
of passages in languages that have them."""

LANGUAGE = "language"
"""Field of a passage's language, so that a search knows which languages there are."""

_BETWEEN_SPACES = "between spaces"  # words are told apart before they come here


def schema(kind: str) -> tantivy.Schema:
    """The fields of one of the two: `id` of passage or file, `owner` (its document), the words.

    Passages also have a `split_id`: the number of the way in which their document was cut.
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
    """Open one of the two below `folder`; ValueError where it is absent or damaged."""
    return _prepared(tantivy.Index.open(str(folder / kind)))


def create_index(folder: Path, kind: str) -> tantivy.Index:
    """Make one of the two, empty, below `folder`."""
    path = folder / kind
    path.mkdir(mode=0o700, parents=True)
    return _prepared(tantivy.Index(schema(kind), path=str(path)))


def file_name(path: bytes) -> str:
    """A file's name as text."""
    return os.fsdecode(name_of(path)).encode(errors="replace").decode()


def _prepared(index: tantivy.Index) -> tantivy.Index:
    spaces = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    # Keeps what is shorter than the limit.
    known = spaces.filter(tantivy.Filter.remove_long(LONGEST + 1)).build()
    index.register_tokenizer(_BETWEEN_SPACES, known)
    return index
