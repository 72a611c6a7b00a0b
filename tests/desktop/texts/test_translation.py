"""The interface speaks the language that was chosen, or English."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from alcove_desktop.look import Appearance
from alcove_desktop.texts import dates, numbers
from alcove_desktop.texts.counts import CountTexts
from alcove_desktop.texts.translation import install, languages
from alcove_desktop.window.query.field import SearchField


def test_english_and_german_are_spoken() -> None:
    assert languages() == ["de", "en"]


@pytest.mark.usefixtures("german")
def test_a_window_speaks_german(qtbot: QtBot, look: Appearance) -> None:
    field = SearchField(look)
    qtbot.addWidget(field)
    assert field.question.placeholderText() == "Wonach suchen Sie?"


@pytest.mark.usefixtures("german")
def test_the_buttons_of_qt_speak_german(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "Abbrechen"


@pytest.mark.usefixtures("german")
def test_dates_and_numbers_are_german() -> None:
    moment = datetime(2024, 3, 12, 9, tzinfo=UTC)
    assert dates.day(moment) == "12. März 2024"
    assert dates.day(datetime(2024, 10, 2, tzinfo=UTC)) == "2. Okt. 2024"
    assert dates.full_day(moment) == "12. März 2024"
    assert dates.ago(200000) == "vor 2 Tagen"
    assert numbers.number(12431) == "12.431"
    assert numbers.size(3_400_000) == "3,4 MB"
    assert CountTexts().files(1) == "1 Datei"
    assert CountTexts().files(12431) == "12.431 Dateien"


@pytest.mark.parametrize(("count", "words"), [(1, "1 copy"), (2, "2 copies")])
def test_english_has_its_plurals(count: int, words: str) -> None:
    assert CountTexts().copies(count) == words


def test_a_language_that_is_not_spoken_is_english(qapp: QApplication) -> None:
    assert install(qapp, "fr") == "en"
    assert QCoreApplication.translate("SearchField", "Search") == "Search"
    assert CountTexts().files(12431) == "12,431 files"
