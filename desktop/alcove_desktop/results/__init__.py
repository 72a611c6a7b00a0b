"""The list of hits: what a row says, how it is drawn, and what can be done with it."""

from alcove_desktop.results.hit_actions import HitAction, HitActions
from alcove_desktop.results.list_view import ResultsList
from alcove_desktop.results.model import ResultsModel

__all__ = ["HitAction", "HitActions", "ResultsList", "ResultsModel"]
