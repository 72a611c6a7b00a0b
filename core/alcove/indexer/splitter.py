"""How documents are cut for one model, and what names a passage's input to the encoder."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from alcove.documents import Tokenizer, encoder_text, split
from alcove.encoder import load_tokenizer
from alcove.encoder.folder import read_folder
from alcove.index.documents import SplitDocument
from alcove.index.records import Document

_HASH_SIZE = 16  # bytes; 2**-64 is the chance of a collision among 2**32 passages


@dataclass(frozen=True, slots=True)
class Splitter:
    """How documents are cut: a tokenizer, and the tokens that there is room for."""

    tokenizer: Tokenizer
    max_tokens: int

    def __call__(self, document: Document) -> SplitDocument:
        """Cut a document and name each passage by the hash of what the encoder will be given."""
        passages = split(document, self.tokenizer, self.max_tokens)
        hashes = [
            _input_hash(encoder_text(document.title, p.headings, document.text[p.start : p.end]))
            for p in passages
        ]
        return SplitDocument(document, passages, hashes)


def splitter_of(model: Path) -> Splitter:
    """The splitter for a model folder: its own tokenizer, its window less its own prompt.

    Raises:
        ModelError: the folder is incomplete.
    """
    folder, tokenizer = read_folder(model), load_tokenizer(model)
    prompt = len(tokenizer.token_spans([folder.passage_prompt])[0])
    return Splitter(tokenizer, folder.max_tokens - prompt)


def _input_hash(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=_HASH_SIZE).digest()
