"""Confidence intervals of means over questions by the bootstrap, and random halves of them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 10_000
_SEED = 1993  # fixed: the same rankings give the same intervals
_BATCH = 2_000_000  # the most draws in memory at once


@dataclass(frozen=True, slots=True)
class MeanInterval:
    """A mean over questions with its 95% interval."""

    mean: float
    low: float
    high: float


def estimates(values: NDArray[np.float64]) -> list[MeanInterval]:
    """Return the mean of each column with its percentile bootstrap interval.

    Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13. All columns are
    resampled together, so the interval of a difference of two columns is a paired one
    (chapter 16).

    Args:
        values: float64 (n, k), k figures for each of n questions, n > 0.
    """
    low, high = np.percentile(_resampled_means(values), (2.5, 97.5), axis=0)
    columns = zip(values.mean(axis=0).tolist(), low.tolist(), high.tolist(), strict=True)
    return [MeanInterval(*column) for column in columns]


def difference(values: NDArray[np.float64], other: NDArray[np.float64]) -> MeanInterval:
    """Return the mean of `values - other`, both float64 (n,), paired by question."""
    return estimates((values - other)[:, None])[0]


def random_halves(n: int, count: int) -> list[NDArray[np.int64]]:
    """Return the positions of `count` random halves of n questions; the same for the same n."""
    generator = np.random.default_rng(_SEED)
    return [np.sort(generator.permutation(n)[: max(1, n // 2)]) for _ in range(count)]


def _resampled_means(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the columns' means over questions drawn with replacement, float64 (RESAMPLES, k)."""
    n = len(values)
    generator = np.random.default_rng(_SEED)
    means = np.empty((RESAMPLES, values.shape[1]))
    size = max(1, _BATCH // n)
    for start in range(0, RESAMPLES, size):
        batch = means[start : start + size]
        draws = generator.integers(n, size=(len(batch), n))
        draws += n * np.arange(len(batch))[:, None]
        counts = np.bincount(draws.ravel(), minlength=len(batch) * n).reshape(len(batch), n)
        batch[:] = counts @ values / n
    return means
