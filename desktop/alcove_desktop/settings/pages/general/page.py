"""The general page: appearance and background behaviour."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale

from alcove.personal.window_settings import LARGEST_TEXT, LEAST_TEXT, OnClose, Theme, WindowSettings
from alcove_desktop.forms import DropDown, FormPage, FormRow, SegmentedControl, Switch
from alcove_desktop.settings.page_context import PageContext
from alcove_desktop.settings.pages.general.shortcut_row import ShortcutRow
from alcove_desktop.settings.setting_row import window_setting
from alcove_desktop.texts.translation import languages

_STEP = 10  # percent


class GeneralPage(FormPage):
    """Start at login, tray, closing, shortcut, theme, text size, language."""

    def __init__(self, context: PageContext) -> None:
        """Create the rows, filled in with the current settings."""
        super().__init__(context.look)
        self._context = context
        self.head(self.tr("General"))
        self._add_look()
        self._add_behaviour()
        self._shortcut = ShortcutRow(context)
        self.add(self._shortcut)
        context.settings_editor.window_changed.connect(self._show)
        self._show(context.settings_editor.window)

    def refresh(self) -> None:
        """Read whether the program is started at login."""
        self._context.workers.run(
            self._context.program.starts_at_login, self._login.setChecked, owner=self
        )

    def _add_look(self) -> None:
        themes = [
            (Theme.SYSTEM, self.tr("System")),
            (Theme.LIGHT, self.tr("Light")),
            (Theme.DARK, self.tr("Dark")),
            (Theme.HIGH_CONTRAST, self.tr("High contrast")),
        ]
        sizes = [(p, _percent(p)) for p in range(LEAST_TEXT, LARGEST_TEXT + 1, _STEP)]
        self._theme = SegmentedControl(themes, name=self.tr("Theme"))
        self._size = DropDown(self.look, sizes, name=self.tr("Text size"))
        self._language = DropDown(self.look, _languages(), name=self.tr("Language"))
        self.section(self.tr("Appearance"))
        context = self._context
        self.add(window_setting(context, self._theme, lambda now, value: replace(now, theme=value)))
        self.add(
            window_setting(context, self._size, lambda now, value: replace(now, text_size=value))
        )
        self.add(
            window_setting(
                context,
                self._language,
                lambda now, value: replace(now, language=value),
                self.tr("Takes effect at the next start."),
            )
        )

    def _add_behaviour(self) -> None:
        context, program = self._context, self._context.program
        self.section(self.tr("In the background"))
        self._login = Switch(self.look, self.tr("Start at login"))
        login = FormRow(self.look, self.tr("Start at login"), self._login)
        self._login.chosen.connect(lambda on: self._start_at_login(login, on=on))
        self.add(login)
        self._tray = Switch(self.look, self.tr("Icon in the tray"))
        self._tray.setEnabled(program.tray_available)
        missing = "" if program.tray_available else self.tr("This desktop shows no tray.")
        self.add(
            window_setting(context, self._tray, lambda now, on: replace(now, tray=on), missing)
        )
        meanings = [(OnClose.STAY, self.tr("Keep running")), (OnClose.QUIT, self.tr("Quit"))]
        if not program.tray_available:  # with a tray the program never asks
            meanings.insert(0, (OnClose.ASK, self.tr("Ask")))
        self._on_close = SegmentedControl(meanings, name=self.tr("When the window is closed"))
        self.add(
            window_setting(
                context,
                self._on_close,
                lambda now, value: replace(now, on_close=value),
                self.tr("“Keep running” keeps the index up to date in the background."),
            )
        )

    def _start_at_login(self, row: FormRow, *, on: bool) -> None:
        program = self._context.program
        self._context.settings_editor.write(
            lambda: program.start_at_login(wanted=on), lambda _: self.refresh(), row
        )

    def _show(self, window: WindowSettings) -> None:
        self._theme.show_value(window.theme)
        self._size.offer(window.text_size, _percent(window.text_size))
        self._size.show_value(window.text_size)
        self._language.offer(window.language, window.language or "")
        self._language.show_value(window.language)
        self._tray.setChecked(window.tray)
        in_tray = self._context.program.tray_available and window.on_close is OnClose.ASK
        self._on_close.show_value(OnClose.STAY if in_tray else window.on_close)
        self._shortcut.show_keys(window.shortcut)
        self.refresh()


def _percent(size: int) -> str:
    template = QCoreApplication.translate("GeneralPage", "{number} %")
    return template.format(number=QLocale().toString(size))


def _languages() -> list[tuple[object, str]]:
    """Return the system's language, then every translation by its own name."""
    system = QCoreApplication.translate("GeneralPage", "The system's")
    codes = sorted({"en", *languages()})
    return [(None, system), *((code, QLocale(code).nativeLanguageName()) for code in codes)]
