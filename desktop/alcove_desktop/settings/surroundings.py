"""What every page is given."""

from dataclasses import dataclass

from alcove.library import Library
from alcove_desktop.background.indexer_link import IndexerLink
from alcove_desktop.background.work import Work
from alcove_desktop.look import Look
from alcove_desktop.settings.program import Program
from alcove_desktop.settings.wishes import Wishes


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The program as a page of settings sees it."""

    library: Library
    work: Work
    link: IndexerLink
    look: Look
    wishes: Wishes
    program: Program
