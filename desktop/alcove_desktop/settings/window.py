"""The settings window: a list of pages at the left, the selected page at the right."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
)

from alcove.library import Library
from alcove.personal.window_settings import WindowSettings
from alcove_desktop.background.indexer_link import IndexerLink
from alcove_desktop.background.worker_pool import WorkerPool
from alcove_desktop.forms import FormPage, SecondaryWindow
from alcove_desktop.look import Appearance
from alcove_desktop.settings.page_context import PageContext, ProgramSettings
from alcove_desktop.settings.pages.exclusions.page import ExclusionsPage
from alcove_desktop.settings.pages.folders.page import FoldersPage
from alcove_desktop.settings.pages.formats.page import FormatsPage
from alcove_desktop.settings.pages.general.page import GeneralPage
from alcove_desktop.settings.pages.models.page import ModelsPage
from alcove_desktop.settings.pages.privacy.page import PrivacyPage
from alcove_desktop.settings.pages.resources.page import ResourcesPage
from alcove_desktop.settings.settings_editor import SettingsEditor

_SIZE = (920, 660)  # pixels at a text size of 100 %
_LIST_WIDTH = 200  # pixels at a text size of 100 %, at least


class SettingsWindow(SecondaryWindow):
    """Shows and changes the settings at once, without an "OK". Owned by the GUI thread."""

    window_changed = Signal(object)
    """`WindowSettings`, after the user changed one, such as theme, text size, language, tray."""

    def __init__(
        self,
        library: Library,
        *,
        workers: WorkerPool,
        link: IndexerLink,
        look: Appearance,
        window_settings: WindowSettings,
        program: ProgramSettings,
    ) -> None:
        """Create all pages; each reads its contents when it is first shown."""
        title = QCoreApplication.translate("SettingsWindow", "Settings")
        super().__init__(look, title, _SIZE)
        self.setObjectName("settingsWindow")
        self._look = look
        self._settings_editor = SettingsEditor(library, workers, window_settings)
        self._settings_editor.setParent(self)
        self._settings_editor.window_changed.connect(self.window_changed)
        context = PageContext(library, workers, link, look, self._settings_editor, program)
        self._names, self._pages = QListWidget(), QStackedWidget()
        self._names.setObjectName("settingsPages")
        self._names.setAccessibleName(self.tr("Pages of settings"))
        for icon, name, page in self._create_pages(context):
            self._names.addItem(_item(name, icon))
            self._pages.addWidget(page)
        self._names.currentRowChanged.connect(self._pages.setCurrentIndex)
        self._names.setCurrentRow(0)
        self._lay_out()
        look.changed.connect(self._restyle)
        self._restyle()

    def open_page(self, name: str) -> None:
        """Show the page with this object name, such as "folders"."""
        page = self._pages.findChild(FormPage, name)
        if page is None:
            raise LookupError(name)
        self._names.setCurrentRow(self._pages.indexOf(page))

    def show_window_settings(self, settings: WindowSettings) -> None:
        """Show the window's settings after a change made elsewhere."""
        self._settings_editor.take_window(settings)

    def _create_pages(self, context: PageContext) -> list[tuple[str, str, FormPage]]:
        pages: list[tuple[str, str, FormPage]] = [
            ("folder", self.tr("Folders"), FoldersPage(context)),
            ("exclude", self.tr("Exclusions"), ExclusionsPage(context)),
            ("file", self.tr("File types"), FormatsPage(context)),
            ("model", self.tr("Model"), ModelsPage(context)),
            ("gauge", self.tr("Resources"), ResourcesPage(context)),
            ("shield", self.tr("Privacy"), PrivacyPage(context)),
            ("settings", self.tr("General"), GeneralPage(context)),
        ]
        names = ("folders", "exclusions", "formats", "models", "resources", "privacy", "general")
        for name, (_, _, page) in zip(names, pages, strict=True):
            page.setObjectName(name)
        return pages

    def _lay_out(self) -> None:
        divider = QFrame()
        divider.setProperty("kind", "upright")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._names)
        row.addWidget(divider)
        row.addWidget(self._pages, 1)

    def _restyle(self) -> None:
        px = self._look.px
        self._names.setIconSize(QSize(px(18), px(18)))
        for row in range(self._names.count()):
            item = self._names.item(row)
            item.setIcon(self._look.icon(item.data(Qt.ItemDataRole.UserRole), "muted"))
        wide = self._names.sizeHintForColumn(0) + px(24)
        self._names.setFixedWidth(max(px(_LIST_WIDTH), wide))


def _item(name: str, icon: str) -> QListWidgetItem:
    item = QListWidgetItem(name)
    item.setData(Qt.ItemDataRole.UserRole, icon)
    return item
