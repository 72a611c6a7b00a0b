"""How OpenVINO is asked to compile a model: for many passages, or for one question at a time."""

import os
from pathlib import Path
from typing import Literal

from alcove.encoder.bindings import ov
from alcove.errors import ModelError

Precision = Literal["auto", "f32", "bf16"]


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


def query_request(network: Path) -> ov.InferRequest:
    """Compiles for one question at a time, in f32: a question takes 2 to 4 ms anyway.

    Raises:
        ModelError: the files make no sense.
    """
    settings = {"NUM_STREAMS": 1, "INFERENCE_PRECISION_HINT": "f32"}
    return _compile(network, settings).create_infer_request()


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
            f"{network} cannot be run", advice="Remove this model's folder to have it made again."
        ) from error
