"""`alcove search`: answer a query as text or as JSON."""

from alcove.cli.commands.search.command import search

__all__ = ["search"]
