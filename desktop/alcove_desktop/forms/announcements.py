"""What a screen reader says of changes that happen away from the keyboard's focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Have something said, if anything listens; the drawing thread's.

    Args:
        widget: where it happened.
        text: plain; nothing is said of an empty one.
        at_once: instead of what is being said, as for what a key has just done.
    """
    if not text or not QAccessible.isActive():
        return
    politeness = QAccessible.AnnouncementPoliteness
    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    QAccessible.updateAccessibility(event)
