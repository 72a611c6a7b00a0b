"""Split documents into passages for one model (chunking), and hash each encoder input."""

import hashlib
from dataclasses import dataclass

from alcove.documents.passages.encoder_text import encoder_text
from alcove.documents.passages.splitting import split
from alcove.encoder import PassageWindow
from alcove.index.documents import SplitDocument
from alcove.records import Document

_HASH_SIZE = 16  # bytes; the chance of a collision among 2**32 passages is 2**-64


@dataclass(frozen=True, slots=True)
class Splitter:
    """Splits documents for the window of one model."""

    window: PassageWindow

    def __call__(self, document: Document) -> SplitDocument:
        """Split a document, and hash the encoder's input of each passage (blake2b, 16 bytes)."""
        passages = split(document, self.window.tokenizer, self.window.max_tokens)
        hashes = [
            _input_hash(encoder_text(document.title, p.headings, document.text[p.start : p.end]))
            for p in passages
        ]
        return SplitDocument(document, passages, hashes)


def _input_hash(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=_HASH_SIZE).digest()
