"""A language other than English for as long as a test takes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from alcove_desktop.texts.translation import install


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """The interface speaks German."""
    before = set(qapp.findChildren(QTranslator))
    install(qapp, "de")
    yield
    for translator in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(translator)
        Shiboken.delete(translator)
    install(qapp, "en")
