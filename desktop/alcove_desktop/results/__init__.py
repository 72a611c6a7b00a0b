"""The list of hits: its rows, their texts and painting, and actions on a hit."""

from alcove_desktop.results.hit_actions import HitAction, HitActions
from alcove_desktop.results.list_view import ResultsList
from alcove_desktop.results.model import ResultsModel

__all__ = ["HitAction", "HitActions", "ResultsList", "ResultsModel"]
