"""The privacy page: the network guard, records of the user and their deletion, the report."""

from dataclasses import dataclass, replace

from alcove import guard
from alcove.personal import Settings
from alcove.personal.history import MOST
from alcove.sandbox.confinement import sandbox_level
from alcove_desktop.forms import FormPage, FormRow, Refresher, Switch, button
from alcove_desktop.settings.page_context import PageContext
from alcove_desktop.settings.pages.privacy.forget_folder import ForgetFolder
from alcove_desktop.settings.pages.privacy.kept_records import KeptRecords
from alcove_desktop.settings.pages.privacy.report_window import ReportWindow
from alcove_desktop.settings.pages.privacy.shield import Shield
from alcove_desktop.settings.setting_row import setting

_MIN_INTERVAL = 1000  # milliseconds between two refreshes


@dataclass(frozen=True, slots=True)
class _KeptCounts:
    """Numbers of stored questions and judgments."""

    questions: int
    judgments: int


class PrivacyPage(FormPage):
    """The shield, the records with their switches, forgetting a folder, and the report."""

    def __init__(self, context: PageContext) -> None:
        """Create the rows; they are filled in when the settings are read."""
        super().__init__(context.look)
        self._context = context
        self.head(self.tr("Privacy"))
        self.add(Shield(context.look, guard.level(), sandbox_level()), above=12)
        self._kept: Refresher[_KeptCounts] = Refresher(
            self, context.workers, self._count, self._tell, every=_MIN_INTERVAL
        )
        self._add_questions()
        self._add_judgments()
        self.section(self.tr("Folders"))
        self.add(ForgetFolder(context))
        self._add_report()
        context.settings_editor.changed.connect(self._show)

    def refresh(self) -> None:
        """Read the settings and the counts."""
        self._context.settings_editor.read()
        self._kept.soon()

    def _add_questions(self) -> None:
        context = self._context
        self.section(self.tr("What is kept about you"))
        self._history = Switch(self.look, self.tr("Remember questions"))
        self.add(
            setting(
                context,
                self._history,
                lambda now, on: replace(now, history=on),
                self.tr("Your earlier questions are suggested again. They stay on this machine."),
            )
        )
        self._questions = KeptRecords(
            context,
            title=self.tr("Remembered questions"),
            deed=self.tr("Delete all"),
            forget=context.library.forget_history,
        )
        self._questions.deleted.connect(self._kept.soon)
        self.add(self._questions)

    def _add_judgments(self) -> None:
        context = self._context
        self._judging = Switch(self.look, self.tr("Note which results you open"))
        self.add(
            setting(
                context,
                self._judging,
                lambda now, on: replace(now, judgments=on),
                self.tr("Lets “alcove evaluate --mine” show how well searching works for you."),
            )
        )
        self._judgments = KeptRecords(
            context,
            title=self.tr("Opened and marked results"),
            deed=self.tr("Delete all"),
            forget=context.library.forget_judgments,
        )
        self._judgments.deleted.connect(self._kept.soon)
        self.add(self._judgments)

    def _add_report(self) -> None:
        show = button(self.tr("Show the report"))
        show.clicked.connect(self._open_report)
        self.section(self.tr("Report"))
        self.add(
            FormRow(
                self.look,
                self.tr("What Alcove keeps, and where"),
                show,
                self.tr("Every part, with its location and size. You can save it as a text file."),
            )
        )

    def _open_report(self) -> None:
        window = ReportWindow(self._context, self)
        window.show()

    def _show(self, settings: Settings) -> None:
        self._history.setChecked(settings.history)
        self._judging.setChecked(settings.judgments)

    def _count(self) -> _KeptCounts:
        library = self._context.library
        return _KeptCounts(len(library.history(limit=MOST)), len(library.judgments()))

    def _tell(self, kept: _KeptCounts) -> None:
        questions = self.tr("%Ln question(s) is/are kept.", "", kept.questions)
        judgments = self.tr("%Ln result(s) is/are kept.", "", kept.judgments)
        nothing = self.tr("None are kept.")
        self._questions.show_count(kept.questions, questions if kept.questions else nothing)
        self._judgments.show_count(kept.judgments, judgments if kept.judgments else nothing)
