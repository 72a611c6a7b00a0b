"""How many documents of each format the index holds."""

from contextlib import closing

from alcove.index.opening import open_reader
from alcove.settings import LibraryFolder


def count_formats(library: LibraryFolder) -> dict[str, int]:
    """Documents by name of their format; a mailbox has one for each message.

    Raises:
        LibraryError: the index cannot be opened.
    """
    if not library.index.exists():
        return {}
    with closing(open_reader(library.index)) as connection:
        rows = connection.execute(
            "SELECT c.format, count(*) FROM documents d JOIN contents c ON c.id = d.content_id"
            " GROUP BY c.format"
        )
        return {str(format_): int(number) for format_, number in rows}
