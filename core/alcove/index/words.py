"""The form of the words index: what tantivy is told of passages and of file names."""

import os
import re
from pathlib import Path

import tantivy

WORDS_VERSION = 2
"""Raised whenever what is indexed changes; an index of another version is built again."""

PASSAGES = "passages"
NAMES = "names"
"""Two indexes, in folders of these names: BM25 takes lengths and frequencies from all entries of
an index, and a name is not a very short passage."""

_ANALYZER = "alcove"
_LONGEST = 64  # bytes of a term; longer ones are blobs that nobody types
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])")


def schema(kind: str) -> tantivy.Schema:
    """The fields of one of the two: `id` of passage or file, `owner` (its document), `text`.

    Passages also have a `cut`: the number of the way in which their document was cut.
    """
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", indexed=kind == NAMES, fast=True)
    builder.add_unsigned_field("owner", indexed=kind == PASSAGES, fast=True)
    if kind == PASSAGES:
        builder.add_unsigned_field("cut", indexed=True, fast=True)
    builder.add_text_field("text", tokenizer_name=_ANALYZER)
    return builder.build()


def analyzer(*, drop_stop_words: bool = False) -> tantivy.TextAnalyzer:
    """Lower case, diacritics folded, English stems; stop words stay unless a query drops them."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    builder = builder.filter(tantivy.Filter.remove_long(_LONGEST))
    builder = builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold())
    if drop_stop_words:
        builder = builder.filter(tantivy.Filter.stopword("english"))
    return builder.filter(tantivy.Filter.stemmer("english")).build()


def open_index(folder: Path, kind: str) -> tantivy.Index:
    """Open one of the two below `folder`; ValueError where it is absent or damaged."""
    index = tantivy.Index.open(str(folder / kind))
    index.register_tokenizer(_ANALYZER, analyzer())
    return index


def create_index(folder: Path, kind: str) -> tantivy.Index:
    """Make one of the two, empty, below `folder`."""
    path = folder / kind
    path.mkdir(mode=0o700, parents=True)
    index = tantivy.Index(schema(kind), path=str(path))
    index.register_tokenizer(_ANALYZER, analyzer())
    return index


def name_words(path: bytes) -> str:
    """A file's name as words: as it is, and cut where letters change case or meet digits."""
    name = os.fsdecode(path.rsplit(b"/", 1)[-1]).encode(errors="replace").decode()
    name = name.replace("_", " ")
    cut = _CAMEL.sub(" ", name)
    return name if cut == name else f"{name} {cut}"
