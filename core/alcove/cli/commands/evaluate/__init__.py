"""`alcove evaluate`: labelled sets and the user's own questions, measured and reported."""

from alcove.cli.commands.evaluate.command import evaluate

__all__ = ["evaluate"]
