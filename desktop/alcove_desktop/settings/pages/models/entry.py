"""One embedding model in the settings: its facts, its state, and actions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from alcove.encoder import AvailableModel
from alcove.indexer import Activity, IndexerState
from alcove_desktop.forms import Confirmation, FormRow, button, label, side_by_side
from alcove_desktop.settings.page_context import PageContext
from alcove_desktop.texts import numbers, states
from alcove_desktop.texts.core_messages import told

_SWITCHING = (Activity.SPLITTING, Activity.CHANGING)


class ModelEntry(QWidget):
    """The widgets for one model. Owned by the GUI thread."""

    changed = Signal()
    """The user chose another model, or removed one."""

    def __init__(self, context: PageContext, model: AvailableModel) -> None:
        """Create the row; `show_model` and `show_progress` keep it current."""
        super().__init__()
        self._context, self._id = context, model.id
        self._takes_over = False
        name = model.manifest.name
        self._use = button(self.tr("Use"), name=self.tr("Use {name}").format(name=name))
        self._remove = button(self.tr("Remove"), name=self.tr("Remove {name}").format(name=name))
        self._use.clicked.connect(self._want)
        self._row = FormRow(context.look, name, side_by_side(self._use, self._remove))
        self._facts = label(self._facts_of(model), "muted")
        self._row.put_below_title(self._facts)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the change of model"))
        self._bar.hide()
        self._confirmation = Confirmation(self.tr("Remove the model"), back=self.tr("Keep it"))
        question = self.tr("The model is deleted from the library. It can be imported again.")
        self._remove.clicked.connect(lambda: self._confirmation.ask(question))
        self._confirmation.confirmed.connect(self._delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._row, self._bar, self._confirmation):
            column.addWidget(part)

    def show_model(self, model: AvailableModel, *, serves: bool, wanted: bool) -> None:
        """Show the model's state.

        Args:
            model: its current state on disk.
            serves: whether it is the active model, which answers searches.
            wanted: whether the user chose it to be the active model.
        """
        self._takes_over = wanted and not serves
        self._facts.setText(self._facts_of(model))
        self._use.setVisible(not wanted)
        self._remove.setVisible(not (model.bundled or wanted or serves))
        self._row.explain(self._state(serves=serves, wanted=wanted))
        self._bar.setVisible(self._takes_over)

    def show_progress(self, state: IndexerState | None) -> None:
        """Show the progress of the switch to this model."""
        if not self._takes_over or state is None:
            return
        self._row.complain(told(state.error) if state.error else "")
        self._bar.setVisible(not state.error)
        switching = state.activity in _SWITCHING and state.total > 0
        self._bar.setRange(0, state.total if switching else 0)
        self._bar.setValue(state.done if switching else 0)
        if switching:
            text = self.tr("{activity}: {done} of {total}. Until then, the current model is used.")
            self._row.explain(
                text.format(
                    activity=states.activity(state.activity),
                    done=numbers.number(state.done),
                    total=numbers.number(state.total),
                )
            )

    def _state(self, *, serves: bool, wanted: bool) -> str:
        if serves and wanted:
            return self.tr("In use for searches.")
        if serves:
            return self.tr("In use until the new model is ready.")
        if wanted:
            return self.tr("Takes over as soon as it is ready.")
        return ""

    def _facts_of(self, model: AvailableModel) -> str:
        template = self.tr("{dimension} dimensions · {tokens} tokens · {size}")
        size = numbers.size(model.size) if model.size else self.tr("not prepared yet")
        return template.format(
            dimension=numbers.number(model.manifest.dimension),
            tokens=numbers.number(model.manifest.max_tokens),
            size=size,
        )

    def _want(self) -> None:
        context = self._context
        context.settings_editor.write(
            lambda: context.library.models.use(self._id), lambda _: self._changed(), self._row
        )

    def _delete(self) -> None:
        context = self._context
        context.settings_editor.write(
            lambda: context.library.models.remove(self._id), lambda _: self._changed(), self._row
        )

    def _changed(self) -> None:
        self.changed.emit()
        self._context.settings_editor.read()
