"""Install the interface's language, the user's choice or the system's, for our texts and Qt's."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from alcove_resources import names, read_bytes

_FOLDER = "translations"


def languages() -> list[str]:
    """Return the languages that the interface is translated into, ISO 639-1, sorted."""
    return sorted(name.removesuffix(".qm") for name in names(_FOLDER) if name.endswith(".qm"))


def install(application: QCoreApplication, language: str | None) -> str:
    """Install a language's texts, and its formats of dates and numbers.

    Args:
        application: owns the translators.
        language: ISO 639-1; None for the system's, if it is translated, else English.

    Returns:
        The language that was installed.
    """
    locale = QLocale(language) if language else QLocale.system()
    supported = _supported(locale)
    QLocale.setDefault(locale if supported == _code(locale) else QLocale(supported))
    for translator in (_of_qt(application, supported), _ours(application, supported)):
        if translator is not None:
            application.installTranslator(translator)
    return supported


def _code(locale: QLocale) -> str:
    return locale.name().partition("_")[0]


def _supported(locale: QLocale) -> str:
    code = _code(locale)
    return code if code in languages() else "en"


def _ours(application: QCoreApplication, language: str) -> QTranslator | None:
    name = f"{language}.qm"
    if name not in names(_FOLDER):
        return None
    translator = _Translator(application, read_bytes(f"{_FOLDER}/{name}"))
    return translator if translator.loaded else None


class _Translator(QTranslator):
    """A translator that keeps alive the bytes it reads from: Qt does not copy them."""

    def __init__(self, parent: QCoreApplication, content: bytes) -> None:
        super().__init__(parent)
        self._content = content
        self.loaded = self.load(content)


def _of_qt(application: QCoreApplication, language: str) -> QTranslator | None:
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator if translator.load(f"qtbase_{language}", folder) else None
