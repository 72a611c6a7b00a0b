"""Where figures lie on the axes of a plot, and which of them are written beside it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to pixels, in a straight line or by the logarithm.

    Attributes:
        low: the value at `start`.
        high: the value at `end`; more than `low`.
        start: pixels.
        end: pixels.
        ticks: values to write, ascending.
        logarithmic: whether equal ratios lie equally far apart.
    """

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[float, ...]
    logarithmic: bool = False

    def __call__(self, value: float) -> float:
        """Where a value lies, in pixels."""
        low, high = self.low, self.high
        if self.logarithmic:
            low, high, value = math.log(low), math.log(high), math.log(value)
        return self.start + (value - low) / (high - low) * (self.end - self.start)


def straight(values: Sequence[float], start: float, end: float) -> Scale:
    """A scale with round ticks that begins and ends with one, around the values."""
    step = _round_step((max(values) - min(values)) / 5)
    low = math.floor(min(values) / step)
    high = max(math.ceil(max(values) / step), low + 1)
    ticks = tuple(number * step for number in range(low, high + 1))
    return Scale(ticks[0], ticks[-1], start, end, ticks)


def doubling(values: Sequence[float], start: float, end: float) -> Scale:
    """A logarithmic scale with a tick at each of the values, with room on both sides."""
    room = (max(values) / min(values)) ** 0.12
    low, high = min(values) / room, max(values) * room
    return Scale(low, high, start, end, tuple(sorted(set(values))), logarithmic=True)


def _round_step(atmost: float) -> float:
    """1, 2 or 5 times a power of ten, at least a thousandth."""
    power = 10.0 ** math.floor(math.log10(max(atmost, 0.001)))
    return next(times * power for times in (1, 2, 5, 10) if times * power >= atmost * 0.999)
