"""Encoding against sentence-transformers, on the same passages and in the same run.

    python -m tests.benchmarks.encoder.encoding [--passages N] [--texts FOLDER] [--rounds N]

The runtimes take turns, round by round, and a ratio is the median of the rounds' ratios, so that
other work on the machine affects all of them. Exits with 1 if a bar is missed.
"""

import argparse
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tests.shared import DATA

from alcove.encoder import ModelTokenizer, bundled_model, load, load_tokenizer, prepare
from alcove.encoder.conversion.torch_reference import TorchEncoder
from alcove.encoder.model_folder.description import read_folder
from alcove.encoder.runtime.openvino_compile import cores, has_bf16
from alcove.guard import arm

TOKENS = 170  # of a passage
A_FILE = 12  # passages at most, so that many files have a share
BARS = {"f32": 2.5, "bf16": 4.0}  # times the reference's rate
MEAN_COSINE, MIN_COSINE = 0.9999, 0.9995

Vectors = NDArray[np.float32]
Encode = Callable[[list[str]], Vectors]


@dataclass(frozen=True)
class Result:
    """One runtime: passages a second in each round, and its vectors."""

    rates: list[float]
    vectors: Vectors


def main() -> int:
    """Print a table; return 0 if every bar is met."""
    options = read_options()
    arm()
    texts = split_passages(options.texts, options.passages)
    with tempfile.TemporaryDirectory() as folder:
        results = measure(runtimes(Path(folder)), texts, options.rounds)
    print(f"{len(texts)} passages, {options.rounds} rounds, {cores()} cores, {platform.machine()}")
    return print_table(results)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Encoding against sentence-transformers.")
    parser.add_argument("--passages", type=int, default=600)
    parser.add_argument("--texts", type=Path, default=DATA / "notes", help="a folder of text files")
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


def split_passages(folder: Path, wanted: int) -> list[str]:
    tokenizer = load_tokenizer(bundled_model())
    found: list[str] = []
    for file in sorted(folder.rglob("*.*")):
        if file.suffix in {".txt", ".md", ".rst"} and len(found) < wanted:
            text = file.read_text(encoding="utf-8", errors="replace")
            found += list(passages_of(text, tokenizer))[:A_FILE]
    return found[:wanted]


def passages_of(text: str, tokenizer: ModelTokenizer) -> Iterator[str]:
    (spans,) = tokenizer.token_spans([text])
    for start in range(0, len(spans) - TOKENS, TOKENS):
        length = TOKENS - 20 + start % 41  # 150 to 190
        inside = spans[start : start + length]
        yield text[inside[0][0] : inside[-1][1]]


def runtimes(models_dir: Path) -> dict[str, Encode]:
    reference = TorchEncoder(read_folder(bundled_model()), device="cpu").model
    prepared = prepare(bundled_model(), models_dir)

    def sentence_transformers(texts: list[str]) -> Vectors:
        return np.asarray(reference.encode(texts, batch_size=32), np.float32)

    found: dict[str, Encode] = {"reference": sentence_transformers}
    found["f32"] = load(prepared, "f32").encode_passages
    if has_bf16():
        found["bf16"] = load(prepared, "bf16").encode_passages
    return found


def measure(runtimes: dict[str, Encode], texts: list[str], rounds: int) -> dict[str, Result]:
    results = {name: Result([], encode(texts)) for name, encode in runtimes.items()}  # warms up
    for _ in range(rounds):
        for name, encode in runtimes.items():
            started = time.perf_counter()
            encode(texts)
            results[name].rates.append(len(texts) / (time.perf_counter() - started))
    return results


def print_table(results: dict[str, Result]) -> int:
    reference = results["reference"]
    print(f"{'':10} {'passages/s':>10} {'ratio':>6} {'bar':>4} {'cosine mean':>12} {'min':>9}")
    print(f"{'reference':10} {statistics.median(reference.rates):10.1f}")
    missed = 0
    for name, bar in BARS.items():
        if name not in results:
            print(f"{name:10} this processor has none")
            continue
        result = results[name]
        ratio = statistics.median(a / b for a, b in zip(result.rates, reference.rates, strict=True))
        cosines = np.einsum("nd,nd->n", result.vectors, reference.vectors)
        mean, least = float(cosines.mean()), float(cosines.min())
        rate = statistics.median(result.rates)
        print(f"{name:10} {rate:10.1f} {ratio:6.2f} {bar:4.1f} {mean:12.7f} {least:9.7f}")
        missed += ratio < bar or mean < MEAN_COSINE or least < MIN_COSINE
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
