"""Apply the theme and text size that the user chose; follow the system's theme by default."""

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
    """Owns the application's palette and style sheet; one instance, owned by the GUI thread.

    Lengths and text sizes are given in design pixels: pixels at a text size of 100 %.
    """

    changed = Signal()
    """Colours or sizes have changed: widgets that paint themselves must repaint."""

    def __init__(self, application: QApplication) -> None:
        """Take over the application's style; apply no theme before `choose`."""
        super().__init__(application)
        self._application = application
        self._theme, self._text_size = Theme.SYSTEM, 100
        self.tokens: ColourTokens = LIGHT
        application.setStyle("Fusion")  # the one style that obeys palettes and sheets everywhere
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._apply)
        hints.accessibility().contrastPreferenceChanged.connect(self._apply)

    def choose(self, theme: Theme, text_size: int) -> None:
        """Use a theme, and a text size in percent."""
        self._theme, self._text_size = theme, text_size
        self._apply()

    def px(self, size: float) -> int:
        """Convert design pixels to pixels at the user's text size, rounded."""
        return round(size * self._text_size / 100)

    def font(self, size: float, *, bold: bool = False) -> QFont:
        """Return the system's interface font, `size` design pixels high."""
        font = QFont(self._application.font())
        font.setPixelSize(self.px(size))
        if bold:
            font.setWeight(_SEMIBOLD)
        return font

    def icon(self, name: str, colour: str | None = None) -> QIcon:
        """Return an icon in the colour of a token, such as "muted"; None for the text colour."""
        return icons.icon(name, getattr(self.tokens, colour or "ink"))

    def give_icon(self, button: QAbstractButton, name: str, *, size: float = 16) -> None:
        """Give a button an icon in the muted colour, `size` design pixels wide."""
        side = self.px(size)
        button.setIcon(self.icon(name, "muted"))
        button.setIconSize(QSize(side, side))

    @property
    def moves(self) -> bool:
        """Whether to animate; False if the system asks for reduced motion."""
        return QApplication.isEffectEnabled(Qt.UIEffect.UI_General)

    def _apply(self) -> None:
        hints = QGuiApplication.styleHints()
        dark = hints.colorScheme() is Qt.ColorScheme.Dark
        if self._theme in {Theme.LIGHT, Theme.DARK}:
            dark = self._theme is Theme.DARK
        contrast = hints.accessibility().contrastPreference()
        wants_contrast = contrast is Qt.ContrastPreference.HighContrast
        high_contrast = wants_contrast or self._theme is Theme.HIGH_CONTRAST
        self.tokens = tokens_for(dark=dark, high_contrast=high_contrast)
        self._application.setPalette(palette_of(self.tokens))
        self._application.setStyleSheet(style_sheet(self.tokens, self.px))
        self.changed.emit()
