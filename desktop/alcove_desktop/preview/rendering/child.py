"""The process that draws pages, as its parent sees it: one question, one answer."""

from alcove.sandbox.child import ConfinedChild, LostError
from alcove.system.frozen import module_command
from alcove_desktop.preview.rendering.page_requests import DrawnPage, PageKind, PageRequest
from alcove_desktop.preview.rendering.wire_format import receive_drawn, send_question

__all__ = ["COMMAND", "LostError", "RendererChild"]

COMMAND = module_command("alcove_desktop.preview.rendering.process")


class RendererChild(ConfinedChild):
    """A running process that draws pages. One thread at a time may call it, any may kill it."""

    def __init__(self, command: list[str]) -> None:
        """Start it; see `ConfinedChild`."""
        super().__init__(command, "shows documents")

    def open(
        self, descriptor: int, kind: PageKind, question: PageRequest, patience: float
    ) -> DrawnPage:
        """Have it draw a page of another file, which it holds open from then on; see `draw`."""
        self.files += 1
        return self._ask(question, patience, (descriptor, kind))

    def draw(self, question: PageRequest, patience: float) -> DrawnPage:
        """Have it draw a page of the file that it holds.

        Args:
            question: the page.
            patience: seconds that it may take.

        Raises:
            ReadError: there is no such page; `LostError` where that may be due to the process.
        """
        return self._ask(question, patience, None)

    def _ask(
        self, question: PageRequest, patience: float, file: tuple[int, PageKind] | None
    ) -> DrawnPage:
        with self._asked(patience):
            send_question(self._channel, question, patience=patience, file=file)
            return receive_drawn(self._channel, question)
