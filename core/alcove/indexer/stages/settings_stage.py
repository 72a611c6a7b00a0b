"""Stage: take over changed settings (by polling) and make the other stages act on them."""

from alcove.index import files
from alcove.indexer.active_model import ActiveModel
from alcove.indexer.context import StageContext
from alcove.indexer.stages.garbage_stage import forget_unwanted
from alcove.indexer.stages.reading.read_stage import ReadStage
from alcove.indexer.stages.scanning.scan_stage import ScanStage
from alcove.personal import Settings, settings_store

_LOOK_EVERY = 1.0  # seconds between two checks of the settings' revision


class SettingsStage:
    """Takes over new settings; used by the engine's thread alone."""

    def __init__(
        self,
        context: StageContext,
        scan_stage: ScanStage,
        read_stage: ReadStage,
        active_model: ActiveModel,
    ) -> None:
        """Start without settings, so that the first `look` takes them over."""
        self._context = context
        self._scan_stage = scan_stage
        self._read_stage = read_stage
        self._active_model = active_model
        self._revision: int | None = None
        self._looked_at = 0.0

    def look(self, *, now: bool = False) -> bool:
        """Take over the settings if they changed; return whether other files are wanted.

        Args:
            now: check even if the last check was less than a second ago.
        """
        clock = self._context.clock()
        if not now and self._revision is not None and clock - self._looked_at < _LOOK_EVERY:
            return False
        self._looked_at = clock
        revision = settings_store.revision(self._context.library.personal)
        if revision == self._revision:
            return False
        other_files_wanted = self._take_over(settings_store.load(self._context.library.personal))
        self._revision = revision
        return other_files_wanted

    def _take_over(self, wanted: Settings) -> bool:
        context, before = self._context, self._context.settings
        is_first = self._revision is None
        context.settings = wanted
        gone = forget_unwanted(context.store, wanted)
        if gone:
            context.count(gone=gone)
            context.post_generation()
        other_files_wanted = is_first or _scan_settings(wanted) != _scan_settings(before)
        if other_files_wanted:
            self._scan_stage.renew()
        limits_changed = files.apply_size_limits(context.store.db, wanted.size_limits)
        if files.apply_types(context.store.db, wanted.without_types) or limits_changed:
            self._read_stage.close()
        if is_first or wanted.model != before.model:
            self._active_model.want(wanted.model)
            context.has_unwanted_models = True
        context.shared_state.post(revision=wanted.revision)
        return other_files_wanted


def _scan_settings(wanted: Settings) -> tuple[object, ...]:
    """Return the settings that decide which files are indexed."""
    return (
        wanted.folders,
        wanted.patterns,
        wanted.folder_patterns,
        wanted.ignore_files,
        wanted.hidden,
        wanted.without_types,
    )
