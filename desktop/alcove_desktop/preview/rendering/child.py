"""The parent's side of the renderer's process: one request, one answer."""

from alcove.sandbox.child import ConfinedChild, LostError
from alcove.system.frozen import module_command
from alcove_desktop.preview.rendering.page_requests import DrawnPage, PageKind, PageRequest
from alcove_desktop.preview.rendering.wire_format import receive_drawn, send_request

__all__ = ["COMMAND", "LostError", "RendererChild"]

COMMAND = module_command("alcove_desktop.preview.rendering.process")


class RendererChild(ConfinedChild):
    """A running renderer process. One thread at a time may call it; any thread may kill it."""

    def __init__(self, command: list[str]) -> None:
        """Start the process; see `ConfinedChild`."""
        super().__init__(command, "shows documents")

    def open(
        self, descriptor: int, kind: PageKind, request: PageRequest, patience: float
    ) -> DrawnPage:
        """Draw a page of another file, which the process then holds open; see `draw`."""
        self.files += 1
        return self._ask(request, patience, (descriptor, kind))

    def draw(self, request: PageRequest, patience: float) -> DrawnPage:
        """Draw a page of the file that the process holds open.

        Args:
            request: the page.
            patience: seconds that it may take.

        Raises:
            ReadError: there is no such page; `LostError` if the process may be the cause.
        """
        return self._ask(request, patience, None)

    def _ask(
        self, request: PageRequest, patience: float, file: tuple[int, PageKind] | None
    ) -> DrawnPage:
        with self._asked(patience):
            send_request(self._channel, request, patience=patience, file=file)
            return receive_drawn(self._channel, request)
