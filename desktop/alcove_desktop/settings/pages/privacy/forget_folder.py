"""The row that forgets a folder: delete everything that was read from it from the library."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alcove.personal import Settings
from alcove_desktop.forms import Confirmation, DropDown, FormRow, button, side_by_side
from alcove_desktop.settings.page_context import PageContext
from alcove_desktop.texts import paths


class ForgetFolder(QWidget):
    """A choice of folders and a button. Owned by the GUI thread."""

    def __init__(self, context: PageContext) -> None:
        """Create the row; it offers the folders in the settings."""
        super().__init__()
        self._context = context
        self._to_confirm = b""
        self._folders = DropDown(context.look, [], name=self.tr("Folder to forget"))
        self._button = button(self.tr("Forget"), name=self.tr("Forget this folder"))
        self._row = FormRow(
            context.look,
            self.tr("Forget a folder"),
            side_by_side(self._folders, self._button),
            self.tr(
                "Everything that was read from it is deleted from the library. Your files stay."
            ),
        )
        self._confirmation = Confirmation(self.tr("Forget"), back=self.tr("Keep it"))
        self._button.clicked.connect(self._ask)
        self._confirmation.confirmed.connect(self._forget)
        context.settings_editor.changed.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._row)
        column.addWidget(self._confirmation)
        self._show(context.settings_editor.settings)

    def _show(self, settings: Settings) -> None:
        self._folders.offer_only([(path, paths.name_of(path)) for path in settings.folders])
        self._folders.setVisible(bool(settings.folders))
        self._button.setEnabled(bool(settings.folders))

    def _ask(self) -> None:
        path = self._folders.value()
        assert isinstance(path, bytes)
        self._to_confirm = path  # the choice may change before the user confirms
        question = self.tr("Everything that was read from {folder} is deleted from the library.")
        self._confirmation.ask(question.format(folder=paths.trail(path)))

    def _forget(self) -> None:
        context, path = self._context, self._to_confirm
        context.settings_editor.write(
            lambda: context.library.forget(path),
            lambda _: context.settings_editor.read(),
            self._row,
        )
