"""`alcove search`: a question from the command line, answered for people or as JSON."""

from alcove.cli.commands.search.command import search

__all__ = ["search"]
