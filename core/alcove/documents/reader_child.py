"""The process that reads files, as its parent sees it: one question, one answer."""

from alcove.documents.answers import LastAnswer, receive_answer
from alcove.documents.channel import send_json
from alcove.documents.confined_child import ConfinedChild
from alcove.documents.formats import Format
from alcove.index.records import Document


class ReaderChild(ConfinedChild):
    """A running process that reads files, one after the other. One thread at a time may call it."""

    def __init__(self, command: list[str]) -> None:
        """Start it; see `ConfinedChild`."""
        super().__init__(command, "reads documents")

    def read(self, descriptor: int, format_: Format, timeout: float) -> list[Document]:
        """Have it read one file; see `Reader.read`.

        Raises:
            ReadError: there is no text to be had from it; `LostError` where that may be due to
                the process.
        """
        self.files += 1
        try:
            with self._asked(timeout):
                send_json(self._channel, {"format": format_, "timeout": timeout})
                self._channel.send_file(descriptor)
                return receive_answer(self._channel)
        except LastAnswer:
            self.fit = False
            raise
