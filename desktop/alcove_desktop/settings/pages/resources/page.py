"""The resources page: limit the indexer's cores and memory, throttle it, and pause it."""

import os
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from alcove.indexer import IndexerState, Pause
from alcove.personal import Pace, Settings
from alcove_desktop.forms import DropDown, FormPage, FormRow, SegmentedControl, button
from alcove_desktop.settings.page_context import PageContext
from alcove_desktop.settings.setting_row import setting
from alcove_desktop.texts import numbers, states

_MEMORY = tuple(mb * 10**6 for mb in (500, 1000, 1500, 2000, 3000, 4000, 8000))  # bytes


class ResourcesPage(FormPage):
    """Cores, memory, pace on battery and while other programs work, and a pause button."""

    def __init__(self, context: PageContext) -> None:
        """Create the rows; they are filled in when the settings are read."""
        super().__init__(context.look)
        self._context = context
        self.head(self.tr("Resources"))
        self._add_now()
        self._add_limits()
        self._add_paces()
        context.settings_editor.changed.connect(self._show)
        context.link.told.connect(self._show_state)

    def refresh(self) -> None:
        """Read the settings and show the indexer's state."""
        self._context.settings_editor.read()
        self._show_state(self._context.link.state)

    def _add_now(self) -> None:
        self._pause = button(self.tr("Pause"))
        self._pause.clicked.connect(self._pause_or_resume)
        self._now = FormRow(self.look, self.tr("Indexing"), self._pause)
        self.section(self.tr("Now"))
        self.add(self._now)

    def _add_limits(self) -> None:
        usual = self.tr("All but one")
        cores = [(None, usual), *((n, numbers.number(n)) for n in range(1, _cores() + 1))]
        sizes = [(size, numbers.size(size)) for size in _MEMORY]
        self._cores = DropDown(self.look, cores, name=self.tr("Processor cores"))
        self._memory = DropDown(self.look, sizes, name=self.tr("Memory"))
        explanation = self.tr("The most that indexing may use. Searching needs some more.")
        self.section(self.tr("Limits"))
        self.add(setting(self._context, self._cores, lambda now, n: replace(now, cores=n)))
        self.add(
            setting(self._context, self._memory, lambda now, n: replace(now, memory=n), explanation)
        )

    def _add_paces(self) -> None:
        self._on_battery = SegmentedControl(_paces(), name=self.tr("On battery"))
        self._when_busy = SegmentedControl(_paces(), name=self.tr("While other programs work"))
        self.section(self.tr("Pace"), self.tr("How fast indexing runs in the background."))
        context, battery, busy = self._context, self._on_battery, self._when_busy
        self.add(setting(context, battery, lambda now, pace: replace(now, on_battery=pace)))
        self.add(setting(context, busy, lambda now, pace: replace(now, when_busy=pace)))

    def _show(self, settings: Settings) -> None:
        self._cores.offer(settings.cores, numbers.number(settings.cores or 0))
        self._cores.show_value(settings.cores)
        self._memory.offer(settings.memory, numbers.size(settings.memory))
        self._memory.show_value(settings.memory)
        self._on_battery.show_value(settings.on_battery)
        self._when_busy.show_value(settings.when_busy)

    def _show_state(self, state: IndexerState | None) -> None:
        paused = state is not None and state.pause is Pause.ASKED
        self._pause.setEnabled(state is not None)
        self._pause.setText(self.tr("Resume") if paused else self.tr("Pause"))
        self._now.explain(_words_for(state))

    def _pause_or_resume(self) -> None:
        state = self._context.link.state
        paused = state is not None and state.pause is Pause.ASKED
        self._context.link.ask("resume" if paused else "pause")


def _words_for(state: IndexerState | None) -> str:
    if state is None:
        return QCoreApplication.translate("ResourcesPage", "The indexer is being started.")
    return states.pause(state.pause) if state.pause else states.activity(state.activity)


def _paces() -> list[tuple[Pace, str]]:
    translate = QCoreApplication.translate
    return [
        (Pace.FULL, translate("ResourcesPage", "Full")),
        (Pace.SLOW, translate("ResourcesPage", "Slow")),
        (Pace.PAUSE, translate("ResourcesPage", "Pause")),
    ]


def _cores() -> int:
    return os.cpu_count() or 1
