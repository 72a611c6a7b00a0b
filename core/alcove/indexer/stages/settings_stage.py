"""The stage that notices what is wanted, and sets the others to work on the difference."""

from alcove.index import files
from alcove.indexer.active_model import ActiveModel
from alcove.indexer.context import StageContext
from alcove.indexer.stages.garbage_stage import forget_unwanted
from alcove.indexer.stages.reading.read_stage import ReadStage
from alcove.indexer.stages.scanning.scan_stage import ScanStage
from alcove.personal import Settings, settings_store

_LOOK_EVERY = 1.0  # seconds between two looks at the settings' number


class SettingsStage:
    """Takes over new settings; used by the engine's thread alone."""

    def __init__(
        self, context: StageContext, scanning: ScanStage, reading: ReadStage, serving: ActiveModel
    ) -> None:
        """Begin without any, so that the first `look` takes them over."""
        self._context = context
        self._scanning = scanning
        self._reading = reading
        self._serving = serving
        self._revision: int | None = None
        self._looked = 0.0

    def look(self, *, now: bool = False) -> bool:
        """Take over the settings if they changed; return whether other files are wanted.

        Args:
            now: even where it is less than a second since the last time.
        """
        clock = self._context.clock()
        if not now and self._revision is not None and clock - self._looked < _LOOK_EVERY:
            return False
        self._looked = clock
        revision = settings_store.revision(self._context.library.personal)
        if revision == self._revision:
            return False
        scans_anew = self._take_over(settings_store.load(self._context.library.personal))
        self._revision = revision
        return scans_anew

    def _take_over(self, wanted: Settings) -> bool:
        context, before = self._context, self._context.settings
        is_first = self._revision is None
        context.settings = wanted
        gone = forget_unwanted(context.store, wanted)
        if gone:
            context.count(gone=gone)
            context.found_anew()
        scans_anew = is_first or _scans(wanted) != _scans(before)
        if scans_anew:
            self._scanning.renew()
        limits_changed = files.apply_size_limits(context.store.db, wanted.size_limits)
        if files.apply_types(context.store.db, wanted.without_types) or limits_changed:
            self._reading.close()
        if is_first or wanted.model != before.model:
            self._serving.want(wanted.model)
            context.has_unwanted_models = True
        context.shared_state.post(revision=wanted.revision)
        return scans_anew


def _scans(wanted: Settings) -> tuple[object, ...]:
    """What decides which files there are."""
    return (
        wanted.folders,
        wanted.patterns,
        wanted.folder_patterns,
        wanted.ignore_files,
        wanted.hidden,
        wanted.without_types,
    )
