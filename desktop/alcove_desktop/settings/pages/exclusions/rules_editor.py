"""Text editor for rules in gitignore syntax, with a preview of what the current line hides."""

from dataclasses import replace

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from alcove.files.rules.patterns import encoded, parse
from alcove.personal import Settings
from alcove_desktop.forms import FormRow, button, label, side_by_side
from alcove_desktop.settings.page_context import PageContext
from alcove_desktop.settings.pages.exclusions.rule_preview import RulePreview
from alcove_desktop.texts import paths
from alcove_desktop.texts.core_messages import told

_VISIBLE_LINES = 6


class RulesEditor(QWidget):
    """The rules for one folder, or for all folders. Owned by the GUI thread.

    Rules are saved when the user asks for it, not while they type: a rule that is half typed, such
    as “*”, would drop everything from the index.
    """

    def __init__(self, context: PageContext, folder: bytes | None) -> None:
        """`folder` is absolute; None for the rules of all folders."""
        super().__init__()
        self._context, self._folder = context, folder
        self._kept = ""
        self._text = QPlainTextEdit()
        self._preview = RulePreview(context, folder, self)
        self._add_parts()
        context.settings_editor.changed.connect(self._show)
        context.look.changed.connect(self._restyle)
        self._restyle()
        self._show(context.settings_editor.settings)

    def _add_parts(self) -> None:
        self._keep = button(self.tr("Apply"), "primary")
        self._back = button(self.tr("Discard"))
        self._keep.clicked.connect(self._write)
        self._back.clicked.connect(lambda: self._text.setPlainText(self._kept))
        self._row = FormRow(self._context.look, self._title(), side_by_side(self._back, self._keep))
        self._row.explain(self.tr("One pattern per line, as in .gitignore; “!” brings files back."))
        self._preview_label = label("", "muted")
        self._text.setObjectName("rules")
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self._title())
        self._text.cursorPositionChanged.connect(self._try_line)
        self._preview.told.connect(self._preview_label.setText)
        self._text.textChanged.connect(self._check)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(6)
        for part in (self._row, self._text, self._preview_label):
            column.addWidget(part)

    def _title(self) -> str:
        if self._folder is None:
            return self.tr("Rules for all folders")
        return self.tr("Rules for {folder}").format(folder=paths.name_of(self._folder))

    def _show(self, settings: Settings) -> None:
        """Show the saved rules, unless the user is editing."""
        kept = "\n".join(settings.rules_for(self._folder))
        untouched = self._text.toPlainText() == self._kept
        self._kept = kept
        if untouched and self._text.toPlainText() != kept:
            self._text.setPlainText(kept)
        self._check()

    def _check(self) -> None:
        """Name the invalid lines, and offer to save a changed text."""
        text = self._text.toPlainText()
        _, problems = parse(encoded(text))
        template = self.tr("Line {number} is not valid: {what}.")
        self._row.complain(
            "\n".join(template.format(number=p.line, what=told(p.what)) for p in problems)
        )
        changed = text != self._kept
        self._keep.setVisible(changed)
        self._back.setVisible(changed)
        self._keep.setEnabled(not problems)
        self._try_line()

    def _write(self) -> None:
        text, folder = self._text.toPlainText(), self._folder
        self._context.settings_editor.change(lambda now: _with(now, folder, text), self._row)

    def _try_line(self) -> None:
        """Preview what the line with the cursor excludes."""
        line = self._text.textCursor().block().text()
        self._preview.try_soon(line, is_kept=line in self._kept.split("\n"))

    def _restyle(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(self._context.look.px(13))
        self._text.setFont(font)
        height = self._text.fontMetrics().lineSpacing() * _VISIBLE_LINES
        self._text.setFixedHeight(height + self._context.look.px(20))


def _with(now: Settings, folder: bytes | None, text: str) -> Settings:
    if folder is None:
        return replace(now, patterns=text)
    return replace(now, folder_patterns={**now.folder_patterns, folder: text})
