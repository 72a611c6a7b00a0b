"""The command line: the second user interface, and the one that keeps the core honest."""

import gc
from typing import NoReturn

# New objects between two looks for garbage in circles: with Python's 700, a tenth of a search went
# into looking through what it had just imported.
_COLLECTED_AFTER = 100_000


def main() -> NoReturn:
    """Arm the guard before anything else is imported, then run the command."""
    gc.set_threshold(_COLLECTED_AFTER)
    from alcove.guard import arm

    arm()
    from alcove.cli.groups import run

    run()
