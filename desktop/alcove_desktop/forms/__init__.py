"""Form widgets of settings, health and first run: labels, rows, switches, choices, pages."""

from alcove_desktop.forms.announcements import announce
from alcove_desktop.forms.check_box import CheckBox
from alcove_desktop.forms.confirmation import Confirmation
from alcove_desktop.forms.drop_down import DropDown
from alcove_desktop.forms.file_dialogs import choose_folder, dropped_paths
from alcove_desktop.forms.flow import FlowLayout
from alcove_desktop.forms.labels import ElidedLabel, button, label, line, side_by_side, tip
from alcove_desktop.forms.page import FormPage
from alcove_desktop.forms.refresher import Refresher
from alcove_desktop.forms.row import FormRow
from alcove_desktop.forms.segments import SegmentedControl
from alcove_desktop.forms.switch import Switch
from alcove_desktop.forms.window import SecondaryWindow

__all__ = [
    "CheckBox",
    "Confirmation",
    "DropDown",
    "ElidedLabel",
    "FlowLayout",
    "FormPage",
    "FormRow",
    "Refresher",
    "SecondaryWindow",
    "SegmentedControl",
    "Switch",
    "announce",
    "button",
    "choose_folder",
    "dropped_paths",
    "label",
    "line",
    "side_by_side",
    "tip",
]
