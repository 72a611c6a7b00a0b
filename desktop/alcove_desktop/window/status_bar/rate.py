"""How fast something goes, and how long the rest will take, from what was done so far."""

from collections import deque

_OVER = 20.0  # seconds that the rate is taken over
_LEAST = 2.0  # seconds before there is one


class ProgressRate:
    """Follows one count that goes up; a new activity needs a new start."""

    def __init__(self) -> None:
        """Begin without a rate."""
        self._seen: deque[tuple[float, int]] = deque()

    def note(self, now: float, done: int) -> None:
        """Note that so many are done at a moment in seconds; a smaller number begins anew."""
        if self._seen and done < self._seen[-1][1]:
            self._seen.clear()
        self._seen.append((now, done))
        while now - self._seen[0][0] > _OVER and len(self._seen) > 2:
            self._seen.popleft()

    def reset(self) -> None:
        """Begin anew."""
        self._seen.clear()

    @property
    def per_second(self) -> float | None:
        """How many a second; None where that is not known yet."""
        if not self._seen:
            return None
        (first, before), (last, after) = self._seen[0], self._seen[-1]
        if last - first < _LEAST or after == before:
            return None
        return (after - before) / (last - first)

    def seconds_for(self, left: int) -> float | None:
        """How long so many more will take; None where that is not known."""
        rate = self.per_second
        return left / rate if rate else None
