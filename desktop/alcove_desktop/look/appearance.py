"""The look in force: follows the user's choice, and the system's where they leave it to that."""

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QIcon
from PySide6.QtWidgets import QAbstractButton, QApplication

from alcove.personal.window_settings import Theme
from alcove_desktop.look import icons
from alcove_desktop.look.palette import palette_of
from alcove_desktop.look.sheets import style_sheet
from alcove_desktop.look.tokens import LIGHT, ColourTokens, tokens_for

_SEMIBOLD = QFont.Weight.DemiBold


class Appearance(QObject):
    """Owns the application's palette and style sheet; one for the program, the drawing thread's.

    Lengths and text sizes are given as in the drawings, in pixels at a text size of 100 %.
    """

    changed = Signal()
    """Colours or sizes are others now: what paints itself has to do so again."""

    def __init__(self, application: QApplication) -> None:
        """Take over how the application looks; nothing is applied before `choose`."""
        super().__init__(application)
        self._application = application
        self._theme, self._text_size = Theme.SYSTEM, 100
        self.tokens: ColourTokens = LIGHT
        application.setStyle("Fusion")  # the one style that obeys palettes and sheets everywhere
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._apply)
        hints.accessibility().contrastPreferenceChanged.connect(self._apply)

    def choose(self, theme: Theme, text_size: int) -> None:
        """Use a theme, and a text size in percent of the drawings'."""
        self._theme, self._text_size = theme, text_size
        self._apply()

    def px(self, size: float) -> int:
        """A length of the drawings at the user's text size, in whole pixels."""
        return round(size * self._text_size / 100)

    def font(self, size: float, *, bold: bool = False) -> QFont:
        """The system's interface font in one of the drawings' sizes."""
        font = QFont(self._application.font())
        font.setPixelSize(self.px(size))
        if bold:
            font.setWeight(_SEMIBOLD)
        return font

    def icon(self, name: str, colour: str | None = None) -> QIcon:
        """An icon in the colour of a token, such as "muted"; that of text where it is left out."""
        return icons.icon(name, getattr(self.tokens, colour or "ink"))

    def give_icon(self, button: QAbstractButton, name: str, *, size: float = 16) -> None:
        """Give a button a quiet icon, as wide as `size` in the drawings."""
        side = self.px(size)
        button.setIcon(self.icon(name, "muted"))
        button.setIconSize(QSize(side, side))

    @property
    def moves(self) -> bool:
        """Whether motion may explain something: not where the system asks for less."""
        return QApplication.isEffectEnabled(Qt.UIEffect.UI_General)

    def _apply(self) -> None:
        hints = QGuiApplication.styleHints()
        dark = hints.colorScheme() is Qt.ColorScheme.Dark
        if self._theme in {Theme.LIGHT, Theme.DARK}:
            dark = self._theme is Theme.DARK
        contrast = hints.accessibility().contrastPreference()
        high = contrast is Qt.ContrastPreference.HighContrast
        contrasted = high or self._theme is Theme.HIGH_CONTRAST
        self.tokens = tokens_for(dark=dark, high_contrast=contrasted)
        self._application.setPalette(palette_of(self.tokens))
        self._application.setStyleSheet(style_sheet(self.tokens, self.px))
        self.changed.emit()
