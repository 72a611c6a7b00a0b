"""One folder in the settings: its name, path, state, and actions."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alcove.index.counts import FolderState
from alcove.indexer import FolderHealth
from alcove_desktop.forms import Confirmation, ElidedLabel, FormRow, button, line, side_by_side
from alcove_desktop.settings.page_context import PageContext
from alcove_desktop.settings.pages.exclusions.rules_editor import RulesEditor
from alcove_desktop.texts import folders, paths


class FolderEntry(QWidget):
    """The widgets for one folder. Owned by the GUI thread."""

    def __init__(self, context: PageContext, path: bytes) -> None:
        """`path` is absolute."""
        super().__init__()
        self._context, self._path, self._files = context, path, 0
        name = paths.name_of(path)
        self._rules = button(self.tr("Rules"), name=self.tr("Rules for {name}").format(name=name))
        self._remove = button(self.tr("Remove"), name=self.tr("Remove {name}").format(name=name))
        self._rules.setCheckable(True)
        self._rules.toggled.connect(self._show_rules)
        self._remove.clicked.connect(self._ask)
        self._row = FormRow(context.look, name, side_by_side(self._rules, self._remove))
        self._editor: RulesEditor | None = None
        self._confirmation = Confirmation(
            self.tr("Remove from the library"), back=self.tr("Keep it")
        )
        self._confirmation.confirmed.connect(self._forget)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._row.put_below_title(ElidedLabel(paths.from_home(path)))
        self._column.addWidget(self._row)
        self._column.addWidget(self._confirmation)
        self._column.addWidget(line())

    def show_state(self, folder: FolderState, health: FolderHealth | None) -> None:
        """Show the folder's state in the index, and how the indexer watches it."""
        self._files = folder.files
        self._row.explain(folders.state(folder, health))

    def _show_rules(self, shown: bool) -> None:  # noqa: FBT001 - a Qt slot
        if self._editor is None:
            self._editor = RulesEditor(self._context, self._path)
            self._column.insertWidget(1, self._editor)
        self._editor.setVisible(shown)

    def _ask(self) -> None:
        self._confirmation.ask(
            self.tr(
                "%Ln file(s) will be removed from the index, with everything that was read from "
                "it/them. Nothing changes on the disk.",
                "",
                self._files,
            )
        )

    def _forget(self) -> None:
        """Remove the folder; the indexer may take a moment to drop its files."""
        context = self._context
        context.settings_editor.write(
            lambda: context.library.forget(self._path),
            lambda _: context.settings_editor.read(),
            self._row,
        )
