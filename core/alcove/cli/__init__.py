"""The command line: the second user interface, and the one that keeps the core honest."""


def main() -> None:
    """Arm the guard before anything else is imported, then run the command."""
    from alcove.guard import arm

    arm()
    from alcove.cli.commands import run

    run()
