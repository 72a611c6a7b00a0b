"""How OpenVINO is asked to compile a model: for many passages, or for one question at a time."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import Literal

from alcove.encoder.runtime.openvino_bindings import ov
from alcove.errors import ModelError

Precision = Literal["auto", "f32", "bf16"]

_KEPT = "compiled-for-queries"
_SEAL = hashlib.sha256().digest_size  # bytes at the front


def passage_requests(network: Path, precision: Precision, threads: int) -> list[ov.InferRequest]:
    """Compiles with a stream for each thread; two requests for each, so that one always waits.

    Args:
        network: the IR's `.xml`.
        precision: of the arithmetic; "auto" takes bf16 where the processor has it.
        threads: how many cores to use.

    Raises:
        ModelError: "bf16" on a processor that has none, or the files make no sense.
    """
    settings = {
        "NUM_STREAMS": threads,
        "INFERENCE_NUM_THREADS": threads,
        "INFERENCE_PRECISION_HINT": _resolve(precision),
    }
    compiled = _compile(network, settings)
    return [compiled.create_infer_request() for _ in range(2 * threads)]


def query_request(network: Path, fingerprint: str) -> ov.InferRequest:
    """Compiles for one question at a time, in f32: a question takes 2 to 4 ms anyway.

    What OpenVINO made of the network (.5 MB, without the weights) is kept beside it, so that the
    next process waits .15 s instead of .45 s, on a slow machine.

    Args:
        network: the IR's `.xml`.
        fingerprint: of the network and its weights: what was kept of others is made again.

    Raises:
        ModelError: the files make no sense.
    """
    settings: dict[str, object] = {
        "NUM_STREAMS": 1,
        "INFERENCE_PRECISION_HINT": "f32",
        "CACHE_MODE": "OPTIMIZE_SIZE",  # without the weights
    }
    place, made_for = network.with_name(_KEPT), f"{settings} {fingerprint}".encode()
    weights = {"WEIGHTS_PATH": str(network.with_suffix(".bin"))}
    compiled = _kept(place, made_for, settings | weights)
    if compiled is None:
        compiled = _compile(network, settings)
        _keep(compiled, place, made_for)
    return compiled.create_infer_request()


def cores() -> int:
    """How many processor cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)  # absent on Windows and macOS
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def has_bf16() -> bool:
    """Whether this processor multiplies bfloat16 by itself."""
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


def _kept(place: Path, made_for: bytes, settings: dict[str, object]) -> ov.CompiledModel | None:
    """What was kept, if it is whole, and of this OpenVINO and this kind of processor."""
    try:
        content = place.read_bytes()
        seal, blob = content[:_SEAL], content[_SEAL:]
        if seal == _sealed(made_for, blob):
            return ov.Core().import_model(blob, "CPU", settings)
    except (OSError, RuntimeError):  # a RuntimeError of OpenVINO's: of another version, say
        pass
    return None


def _keep(compiled: ov.CompiledModel, place: Path, made_for: bytes) -> None:
    """Keeps it for the next process, where the folder may be written to and the disk has room."""
    blob = compiled.export_model().getvalue()
    unfinished = place.with_suffix(".new")  # two that write at once break the seal, no more
    with suppress(OSError):
        unfinished.write_bytes(_sealed(made_for, blob) + blob)
        unfinished.replace(place)


def _sealed(made_for: bytes, blob: bytes) -> bytes:
    return hashlib.sha256(made_for + blob).digest()
