"""Verify that a newly prepared model gives vectors that are fit for search."""

import numpy as np
from numpy.typing import NDArray

from alcove.encoder.protocol import Encoder
from alcove.errors import ModelError

_SAMPLES = (
    "",
    "The committee met on Tuesday and put the decision off until the budget is known.",
    "naïve café, 日本語の文書, emoji 🎈, and a\nline break",
    "A paragraph that is longer than any window. " * 200,
)
_SAME_AS_ORIGINAL = 0.999  # cosine, of f32 with smaller weights; 0.99998 for the bundled model
_SAME_ALONE = 0.99  # cosine; with dynamic quantization the rest of a batch affects the scale
_ALIKE = 0.99999  # cosine of two unrelated texts; above, the model cannot tell texts apart

_OTHER_MODEL = "Choose another model, or one whose network was exported differently."


def check_against(reference: Encoder, converted: Encoder) -> None:
    """Compare a converted model with the original.

    Raises:
        ModelError: their vectors differ.
    """
    cosine = min(_cosines(_vectors(converted), _vectors(reference)))
    if not cosine >= _SAME_AS_ORIGINAL:  # also true of NaN
        raise ModelError(
            f"the converted model is not the same: cosine similarity {cosine:.4f}",
            advice="Choose another model, or run this one with torch.",
        )


def check_by_itself(encoder: Encoder) -> None:
    """Check a model without comparing it with its original.

    Raises:
        ModelError: it cannot be run, gives zero or non-finite vectors, gives the same text another
            vector a second time or in a batch, or gives all texts the same vector.
    """
    try:
        together = _vectors(encoder)
        alone = np.stack([encoder.encode_passages([sample])[0] for sample in _SAMPLES])
        again = _vectors(encoder)
    except (RuntimeError, ValueError) as error:  # OpenVINO's, and numpy's for a wrong shape
        raise ModelError("its network cannot be run", advice=_OTHER_MODEL) from error
    if not np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-3):
        raise ModelError("its vectors are zero or not finite", advice=_OTHER_MODEL)
    if not np.allclose(together, again, atol=1e-5):
        raise ModelError("it gives one text different vectors", advice=_OTHER_MODEL)
    if min(_cosines(together[: len(_SAMPLES)], alone)) < _SAME_ALONE:
        raise ModelError("it gives a text another vector among others", advice=_OTHER_MODEL)
    if float(together[1] @ together[2]) > _ALIKE:
        raise ModelError("it gives different texts the same vector", advice=_OTHER_MODEL)


def _vectors(encoder: Encoder) -> NDArray[np.float32]:
    return np.stack([*encoder.encode_passages(_SAMPLES), encoder.encode_query(_SAMPLES[1])])


def _cosines(ours: NDArray[np.float32], theirs: NDArray[np.float32]) -> list[float]:
    return [float(np.dot(a, b)) for a, b in zip(ours, theirs, strict=True)]
