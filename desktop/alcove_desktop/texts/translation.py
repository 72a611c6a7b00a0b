"""The interface's language: the user's choice or the system's, with Qt's own texts beside ours."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from alcove_resources import names, read_bytes

_FOLDER = "translations"


def languages() -> list[str]:
    """The languages that the interface speaks, ISO 639-1, sorted."""
    return sorted(name.removesuffix(".qm") for name in names(_FOLDER) if name.endswith(".qm"))


def install(application: QCoreApplication, language: str | None) -> str:
    """Speak a language, and write dates and numbers as is usual in it.

    Args:
        application: owns the translators.
        language: ISO 639-1; None for the system's, where we speak it, else English.

    Returns:
        The language that is spoken.
    """
    locale = QLocale(language) if language else QLocale.system()
    spoken = _spoken(locale)
    QLocale.setDefault(locale if spoken == _code(locale) else QLocale(spoken))
    for translator in (_of_qt(application, spoken), _ours(application, spoken)):
        if translator is not None:
            application.installTranslator(translator)
    return spoken


def _code(locale: QLocale) -> str:
    return locale.name().partition("_")[0]


def _spoken(locale: QLocale) -> str:
    code = _code(locale)
    return code if code in languages() else "en"


def _ours(application: QCoreApplication, language: str) -> QTranslator | None:
    name = f"{language}.qm"
    if name not in names(_FOLDER):
        return None
    translator = _Translator(application, read_bytes(f"{_FOLDER}/{name}"))
    return translator if translator.loaded else None


class _Translator(QTranslator):
    """A translator that keeps the bytes it reads from: Qt does not copy them."""

    def __init__(self, parent: QCoreApplication, content: bytes) -> None:
        super().__init__(parent)
        self._content = content
        self.loaded = self.load(content)


def _of_qt(application: QCoreApplication, language: str) -> QTranslator | None:
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator if translator.load(f"qtbase_{language}", folder) else None
