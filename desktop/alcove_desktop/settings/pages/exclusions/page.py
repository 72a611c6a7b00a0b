"""The exclusions page: the user's rules, ignore files, hidden files, and a count for each rule."""

from collections import Counter
from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QWidget

from alcove.library import Status
from alcove.personal import Settings
from alcove_desktop.forms import FormPage, Refresher, Switch, label, line
from alcove_desktop.settings.page_context import PageContext
from alcove_desktop.settings.pages.exclusions.rules_editor import RulesEditor
from alcove_desktop.settings.setting_row import setting
from alcove_desktop.texts import numbers, rules

_MIN_INTERVAL = 2000  # milliseconds between two refreshes


class ExclusionsPage(FormPage):
    """Rules for all folders, and how many files each rule excludes now."""

    def __init__(self, context: PageContext) -> None:
        """Create the rows; they are filled in when the settings are read."""
        super().__init__(context.look)
        self._context = context
        self.head(
            self.tr("Exclusions"),
            self.tr("Alcove neither reads nor finds what is excluded. Your files are not changed."),
        )
        self._add_switches()
        self.add(line(), above=8)
        self.add(RulesEditor(context, None), above=8)
        self.section(self.tr("Excluded now"))
        self._counts = QWidget()
        self.add(self._counts)
        self._status: Refresher[Status] = Refresher(
            self, context.workers, context.library.status, self._count, every=_MIN_INTERVAL
        )
        context.settings_editor.changed.connect(self._show)
        context.link.told.connect(self._status.if_seen)

    def refresh(self) -> None:
        """Read the settings and the counts."""
        self._context.settings_editor.read()
        self._status.soon()

    def _add_switches(self) -> None:
        context = self._context
        self._ignore_files = Switch(self.look, self.tr("Respect .gitignore files"))
        self._hidden = Switch(self.look, self.tr("Search hidden files"))
        self.add(
            setting(
                context,
                self._ignore_files,
                lambda now, on: replace(now, ignore_files=on),
                self.tr("Excludes what .gitignore and .ignore files in your folders list."),
            ),
            above=12,
        )
        self.add(
            setting(
                context,
                self._hidden,
                lambda now, on: replace(now, hidden=on),
                self.tr("Files and folders whose name begins with a dot."),
            )
        )

    def _show(self, settings: Settings) -> None:
        self._ignore_files.setChecked(settings.ignore_files)
        self._hidden.setChecked(settings.hidden)

    def _count(self, status: Status) -> None:
        """Show how many files each rule excludes, the most first."""
        counts: Counter[str] = Counter()
        for folder in status.folders:
            counts.update(folder.excluded)
        new = _table(counts, nothing=self.tr("Nothing is excluded."))
        self.body.replaceWidget(self._counts, new)
        self._counts.deleteLater()
        self._counts = new


def _table(counts: Counter[str], *, nothing: str) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 4, 0, 0)
    grid.setVerticalSpacing(6)
    grid.setHorizontalSpacing(16)
    grid.setColumnStretch(1, 1)
    for row, (rule, number) in enumerate(counts.most_common()):
        grid.addWidget(label(numbers.number(number), "count", wrap=False), row, 0)
        grid.addWidget(label(rules.rule(rule), "muted"), row, 1)
    if not counts:
        grid.addWidget(label(nothing, "muted"), 0, 1)
    return table
