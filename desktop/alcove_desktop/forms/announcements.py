"""Announce changes away from the keyboard's focus to screen readers."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Send an announcement, if a screen reader listens. For the GUI thread only.

    Args:
        widget: where the change happened.
        text: plain; an empty one is not announced.
        at_once: interrupt the current speech, as for the effect of a key press.
    """
    if not text or not QAccessible.isActive():
        return
    politeness = QAccessible.AnnouncementPoliteness
    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    QAccessible.updateAccessibility(event)
