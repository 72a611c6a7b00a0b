"""Compile a model with OpenVINO: for many passages, or for one query at a time (cached)."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import Literal

from alcove.encoder.runtime.openvino_bindings import ov
from alcove.errors import ModelError

Precision = Literal["auto", "f32", "bf16"]

_CACHE_NAME = "compiled-for-queries"
_SEAL_SIZE = hashlib.sha256().digest_size  # bytes at the front of the cache file


def passage_requests(network: Path, precision: Precision, threads: int) -> list[ov.InferRequest]:
    """Compile with a stream for each thread; return two requests for each, so that one waits.

    Args:
        network: the IR's `.xml`.
        precision: of the arithmetic; "auto" takes bf16 where the processor has it.
        threads: how many cores to use.

    Raises:
        ModelError: "bf16" on a processor without it, or the files are malformed.
    """
    settings = {
        "NUM_STREAMS": threads,
        "INFERENCE_NUM_THREADS": threads,
        "INFERENCE_PRECISION_HINT": _resolve(precision),
    }
    compiled = _compile(network, settings)
    return [compiled.create_infer_request() for _ in range(2 * threads)]


def query_request(network: Path, fingerprint: str) -> ov.InferRequest:
    """Compile for one query at a time, in f32: a query takes only 2 to 4 ms.

    Caches the compiled network (.5 MB, without the weights) beside it, so that the next process
    waits .15 s instead of .45 s, on a slow machine.

    Args:
        network: the IR's `.xml`.
        fingerprint: of the network and its weights; a cache file for another one is replaced.

    Raises:
        ModelError: the files are malformed.
    """
    settings: dict[str, object] = {
        "NUM_STREAMS": 1,
        "INFERENCE_PRECISION_HINT": "f32",
        "CACHE_MODE": "OPTIMIZE_SIZE",  # without the weights
    }
    cache, cache_key = network.with_name(_CACHE_NAME), f"{settings} {fingerprint}".encode()
    weights = {"WEIGHTS_PATH": str(network.with_suffix(".bin"))}
    compiled = _read_cache(cache, cache_key, settings | weights)
    if compiled is None:
        compiled = _compile(network, settings)
        _write_cache(compiled, cache, cache_key)
    return compiled.create_infer_request()


def cores() -> int:
    """Return how many processor cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)  # absent on Windows and macOS
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def has_bf16() -> bool:
    """Return whether this processor has instructions for bfloat16."""
    return "BF16" in ov.Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")


def _resolve(precision: Precision) -> str:
    if precision == "auto":
        return "bf16" if has_bf16() else "f32"
    if precision == "bf16" and not has_bf16():
        raise ModelError("this processor has no bfloat16", advice='Choose "auto" or "f32".')
    return precision


def _compile(network: Path, settings: dict[str, object]) -> ov.CompiledModel:
    try:
        return ov.Core().compile_model(str(network), "CPU", settings)
    except RuntimeError as error:
        raise ModelError(
            f"{network} cannot be run",
            advice="Delete this model's folder; Alcove then prepares the model again.",
        ) from error


def _read_cache(
    cache: Path, cache_key: bytes, settings: dict[str, object]
) -> ov.CompiledModel | None:
    """Return the cached network if it is intact, for this OpenVINO and this kind of processor."""
    try:
        content = cache.read_bytes()
        seal, blob = content[:_SEAL_SIZE], content[_SEAL_SIZE:]
        if seal == _seal(cache_key, blob):
            return ov.Core().import_model(blob, "CPU", settings)
    except (OSError, RuntimeError):  # OpenVINO's RuntimeError: another version, say
        pass
    return None


def _write_cache(compiled: ov.CompiledModel, cache: Path, cache_key: bytes) -> None:
    """Cache the network for the next process, if the folder is writable and the disk has room."""
    blob = compiled.export_model().getvalue()
    unfinished = cache.with_suffix(".new")  # two concurrent writers only break the seal
    with suppress(OSError):
        unfinished.write_bytes(_seal(cache_key, blob) + blob)
        unfinished.replace(cache)


def _seal(cache_key: bytes, blob: bytes) -> bytes:
    return hashlib.sha256(cache_key + blob).digest()
