"""Where the data lies that a clone does not have: all that tests and benchmarks know of it.

Tests reach it through the fixtures `shared_data` and `netwatch`, which skip where it is absent.
"""

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "shared"
"""Beside the checkout, or nowhere."""

DATA = FOLDER / "data"
"""Real documents, notes, and labelled questions."""

NETWATCH = FOLDER / "tools/netwatch"
"""Runs a command under strace, and ends with 3 where any of it asked for a network."""
