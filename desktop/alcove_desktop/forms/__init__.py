"""What settings, health and first run are made of: labels, rows, switches, choices, pages."""

from alcove_desktop.forms.announcing import announce
from alcove_desktop.forms.check import Check
from alcove_desktop.forms.choice import Choice
from alcove_desktop.forms.choosing import choose_folder, dropped_paths
from alcove_desktop.forms.confirmation import Confirmation
from alcove_desktop.forms.flow import Flow
from alcove_desktop.forms.labels import ElidedLabel, button, label, line, side_by_side, tip
from alcove_desktop.forms.page import Page
from alcove_desktop.forms.refresher import Refresher
from alcove_desktop.forms.row import Row
from alcove_desktop.forms.segments import Segments
from alcove_desktop.forms.switch import Switch
from alcove_desktop.forms.window import Window

__all__ = [
    "Check",
    "Choice",
    "Confirmation",
    "ElidedLabel",
    "Flow",
    "Page",
    "Refresher",
    "Row",
    "Segments",
    "Switch",
    "Window",
    "announce",
    "button",
    "choose_folder",
    "dropped_paths",
    "label",
    "line",
    "side_by_side",
    "tip",
]
