"""`alcove evaluate`: measure search quality on labelled sets and on the user's own questions."""

from alcove.cli.commands.evaluate.command import evaluate

__all__ = ["evaluate"]
