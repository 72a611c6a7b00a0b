"""Text as tokenizers can take it."""


def well_formed(text: str) -> str:
    """The text with "?" for each lone surrogate, so that every offset stays what it was.

    Command-line arguments and file names hold them where bytes were not UTF-8; no tokenizer
    takes them.
    """
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
