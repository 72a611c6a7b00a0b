"""The fast runtime gives the vectors that sentence-transformers gives."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from alcove.encoder import Encoder, PreparedModel, load, load_torch
from alcove.encoder.conversion.convert import convert_here
from alcove.encoder.runtime.openvino_compile import Precision, has_bf16
from alcove.layout import WEIGHTS

Vectors = NDArray[np.float32]

PROMPTS = {"query": "find this: ", "passage": "from a file: "}


def varied_texts() -> list[str]:
    words = ["archive", "budget", "river", "letter", "engine", "contract", "of", "the", "a"]
    pick = random.Random(7)
    return [
        "",
        " ",
        "one",
        "日本語の文書を意味で探す。" * 40,
        "emoji 🎈🎉 and 👩‍👩‍👧 families",
        "lines\n\nand\ttabs\r\nand \x00 odd \u200b characters\ufffd",
        "naïve café Straße ﬁn",
        "x" * 3000,
        *(" ".join(pick.choices(words, k=pick.choice([3, 30, 150, 600]))) for _ in range(24)),
    ]


def cosines(a: Vectors, b: Vectors) -> Vectors:
    np.testing.assert_allclose(np.linalg.norm(a, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(b, axis=1), 1, atol=1e-5)
    return np.asarray(np.einsum("nd,nd->n", a, b))


@pytest.fixture(scope="module")
def expected(reference: Encoder) -> Vectors:
    """What the reference makes of the varied texts."""
    return reference.encode_passages(varied_texts())


@pytest.mark.parametrize("precision", ["f32", "bf16"])
def test_passages_agree(prepared: PreparedModel, expected: Vectors, precision: Precision) -> None:
    if precision == "bf16" and not has_bf16():
        pytest.skip("this processor has no bfloat16")
    ours = load(prepared, precision).encode_passages(varied_texts())
    found = cosines(ours, expected)
    assert found.mean() >= 0.9999
    assert found.min() >= (0.9999 if precision == "f32" else 0.9995)


def test_the_word_table_takes_one_byte_a_number(prepared: PreparedModel) -> None:
    rows, dimensions, others = 30_522, 384, 10_844_928  # the bundled model's, without its pooler
    table, scales, halves = rows * dimensions, 4 * rows, 2 * others
    alignment = 10_000  # between the parts of the file, and a few numbers of the network itself
    assert (prepared.path / WEIGHTS).stat().st_size < table + scales + halves + alignment


def test_the_reference_is_sentence_transformers(reference: Encoder, expected: Vectors) -> None:
    from alcove.encoder.conversion.torch_reference import TorchEncoder

    assert isinstance(reference, TorchEncoder)
    theirs = reference.model.encode(varied_texts(), normalize_embeddings=True)
    assert cosines(expected, theirs).min() > 0.999999


def test_a_query_agrees_with_a_passage_of_the_same_words(
    prepared: PreparedModel, reference: Encoder
) -> None:
    ours = load(prepared).encode_query("how to renew a passport")
    assert ours.shape == (384,)
    assert ours.dtype == np.float32
    assert ours @ reference.encode_passages(["how to renew a passport"])[0] > 0.9999


@pytest.mark.parametrize("export", ["", "onnx", "openvino"])
@pytest.mark.parametrize(
    ("pooling", "general"),
    [
        ({"pooling_mode": "cls"}, {}),
        ({"pooling_mode": "max"}, {"prompts": PROMPTS}),
        ({"pooling_mode": "lasttoken"}, {}),
        ({"pooling_mode": "weightedmean"}, {}),
        ({"pooling_mode_mean_sqrt_len_tokens": True}, {}),
        ({"pooling_mode": ["mean", "max"]}, {"truncate_dim": 40}),
        ({"pooling_mode": "mean", "include_prompt": False}, {"prompts": PROMPTS}),
        ({"pooling_mode": "cls", "include_prompt": False}, {"prompts": PROMPTS}),
    ],
)
def test_other_models_agree(
    tiny_model: Callable[..., Path],
    tmp_path: Path,
    tiny_transformer: Path,
    pooling: dict[str, Any],
    general: dict[str, Any],
    export: str,
) -> None:
    source, made = tiny_model(pooling, export=export, **general), tmp_path / "made"
    made.mkdir()
    convert_here(source, made, "tiny")
    shutil.copy(tiny_transformer / "weights/model.safetensors", source)
    check_against_sentence_transformers(load(made, "f32"), source)


@pytest.mark.parametrize("export", ["", "onnx", "openvino"])
@pytest.mark.parametrize("then", [(), ("LayerNorm", "Normalize")])
def test_a_dense_step_changes_the_dimension(
    tiny_model: Callable[..., Path],
    tmp_path: Path,
    tiny_transformer: Path,
    then: tuple[str, ...],
    export: str,
) -> None:
    source = tiny_model({"pooling_mode": "mean"}, dense=24, then=then, export=export)
    made = tmp_path / "made"
    made.mkdir()
    convert_here(source, made, "tiny")
    shutil.copy(tiny_transformer / "weights/model.safetensors", source)
    encoder = load(made, "f32")
    assert encoder.dimension == 24
    assert encoder.max_tokens == 64
    check_against_sentence_transformers(encoder, source)


def check_against_sentence_transformers(encoder: Encoder, source: Path) -> None:
    """Compare with its own encode_query and encode, with the prompts as documented there."""
    from alcove.encoder.conversion.torch_reference import TorchEncoder

    reference = load_torch(source, device="cpu")
    assert isinstance(reference, TorchEncoder)
    texts = varied_texts()
    prompt = reference.model.prompts.get("passage", "")
    theirs = reference.model.encode(texts, prompt=prompt, normalize_embeddings=True)
    assert encoder.dimension == theirs.shape[1]
    assert cosines(encoder.encode_passages(texts), theirs).min() > 0.999
    query = reference.model.encode_query("where is it", normalize_embeddings=True)
    assert encoder.encode_query("where is it") @ query > 0.999
