"""Counts in words, in the singular and plurals of the interface's language."""

from PySide6.QtCore import QObject


class CountTexts(QObject):
    """Counts with their nouns. Create one where it is needed, on the GUI thread.

    The texts use the `tr` of a class because lupdate 6.11, which collects them, takes the count of
    a `translate(…)` for the name of an encoding, and then sees no plural in it.
    """

    def files(self, count: int) -> str:
        """Return such as “12,431 files”."""
        return self.tr("%Ln file(s)", "", count)

    def documents(self, count: int) -> str:
        """Return such as “12,431 documents”."""
        return self.tr("%Ln document(s)", "", count)

    def passages(self, count: int) -> str:
        """Return such as “12,431 passages”."""
        return self.tr("%Ln passage(s)", "", count)

    def pages(self, count: int) -> str:
        """Return such as “24 pages”."""
        return self.tr("%Ln page(s)", "", count)

    def slides(self, count: int) -> str:
        """Return such as “24 slides”."""
        return self.tr("%Ln slide(s)", "", count)

    def sheets(self, count: int) -> str:
        """Return such as “3 sheets”."""
        return self.tr("%Ln sheet(s)", "", count)

    def more_passages(self, count: int) -> str:
        """Return such as “2 more passages”."""
        return self.tr("%n more passage(s)", "", count)

    def copies(self, count: int) -> str:
        """Return such as “2 copies”."""
        return self.tr("%n copy/copies", "", count)

    def other_versions(self, count: int) -> str:
        """Return such as “2 other versions”."""
        return self.tr("%n other version(s)", "", count)

    def seconds_ago(self, count: int) -> str:
        """Return such as “3 s ago”."""
        return self.tr("%n s ago", "", count)

    def minutes_ago(self, count: int) -> str:
        """Return such as “3 min ago”."""
        return self.tr("%n min ago", "", count)

    def hours_ago(self, count: int) -> str:
        """Return such as “3 h ago”."""
        return self.tr("%n h ago", "", count)

    def days_ago(self, count: int) -> str:
        """Return such as “3 days ago”."""
        return self.tr("%n day(s) ago", "", count)

    def about_minutes(self, count: int) -> str:
        """Return such as “about 4 min”."""
        return self.tr("about %n min", "", count)

    def about_hours(self, count: int) -> str:
        """Return such as “about 4 h”."""
        return self.tr("about %n h", "", count)
