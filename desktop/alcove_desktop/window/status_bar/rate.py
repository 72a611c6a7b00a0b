"""Estimate the rate of progress and the time left, over a sliding window of 20 seconds."""

from collections import deque

_WINDOW = 20.0  # seconds that the rate is averaged over
_LEAST = 2.0  # seconds of samples before there is a rate


class ProgressRate:
    """Follows one rising count; call `reset` for another activity."""

    def __init__(self) -> None:
        """Start without a rate."""
        self._samples: deque[tuple[float, int]] = deque()

    def note(self, now: float, done: int) -> None:
        """Record the count `done` at `now`, in seconds; a smaller count resets the rate."""
        if self._samples and done < self._samples[-1][1]:
            self._samples.clear()
        self._samples.append((now, done))
        while now - self._samples[0][0] > _WINDOW and len(self._samples) > 2:
            self._samples.popleft()

    def reset(self) -> None:
        """Drop all samples."""
        self._samples.clear()

    @property
    def per_second(self) -> float | None:
        """Items per second; None if unknown yet."""
        if not self._samples:
            return None
        (first, before), (last, after) = self._samples[0], self._samples[-1]
        if last - first < _LEAST or after == before:
            return None
        return (after - before) / (last - first)

    def seconds_for(self, left: int) -> float | None:
        """Return how many seconds `left` more items will take; None if unknown."""
        rate = self.per_second
        return left / rate if rate else None
