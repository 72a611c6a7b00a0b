"""How sure a mean over questions is: the bootstrap, and random halves of the questions."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 10_000
_SEED = 1993  # fixed, so that the same rankings give the same intervals
_AT_ONCE = 2_000_000  # draws held in memory


@dataclass(frozen=True, slots=True)
class MeanInterval:
    """A mean over questions with its 95% interval."""

    mean: float
    low: float
    high: float


def estimates(values: NDArray[np.float64]) -> list[MeanInterval]:
    """The mean of each column with its percentile bootstrap interval.

    Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13. All columns are
    drawn together, so that the interval of a difference of two columns is that of pairs
    (chapter 16).

    Args:
        values: float64 (n, k): k figures of each of n questions, n > 0.
    """
    low, high = np.percentile(_resampled_means(values), (2.5, 97.5), axis=0)
    columns = zip(values.mean(axis=0).tolist(), low.tolist(), high.tolist(), strict=True)
    return [MeanInterval(*column) for column in columns]


def difference(one: NDArray[np.float64], other: NDArray[np.float64]) -> MeanInterval:
    """How much higher `one` is than `other`, float64 (n,), question by question."""
    return estimates((one - other)[:, None])[0]


def random_halves(n: int, count: int) -> list[NDArray[np.int64]]:
    """Positions of `count` random halves of n questions; the same for the same n."""
    generator = np.random.default_rng(_SEED)
    return [np.sort(generator.permutation(n)[: max(1, n // 2)]) for _ in range(count)]


def _resampled_means(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The columns' means, float64 (RESAMPLES, k), over questions drawn with replacement."""
    n = len(values)
    generator = np.random.default_rng(_SEED)
    means = np.empty((RESAMPLES, values.shape[1]))
    size = max(1, _AT_ONCE // n)
    for start in range(0, RESAMPLES, size):
        part = means[start : start + size]
        drawn = generator.integers(n, size=(len(part), n))
        drawn += n * np.arange(len(part))[:, None]
        times = np.bincount(drawn.ravel(), minlength=len(part) * n).reshape(len(part), n)
        part[:] = times @ values / n
    return means
