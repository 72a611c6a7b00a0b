"""The command line, the second user interface: it uses the same core as the window."""

import gc
from typing import NoReturn

# New objects between two collections of cyclic garbage: with Python's 700, a tenth of a search
# went into scanning the modules that it had just imported.
_COLLECTED_AFTER = 100_000


def main() -> NoReturn:
    """Arm the guard before anything else is imported, then run the command."""
    gc.set_threshold(_COLLECTED_AFTER)
    from alcove.guard import arm

    arm()
    from alcove.cli.groups import run

    run()
