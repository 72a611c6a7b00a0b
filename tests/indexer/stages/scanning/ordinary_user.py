"""Run an indexer as an ordinary user in its own process, as permissions do not stop root.

    python -m tests.indexer.stages.scanning.ordinary_user WORDS STEPS

STEPS is a list in JSON: of `["mode", name, number]`, which sets a path's permissions, and
`["write", name, text]`. After each of them the indexer settles, and a line in JSON reports the
files, and where each of the WORDS is found. All files are in a temporary folder.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from tests.indexer.in_process import InProcess
from tests.indexer.stand_ins import Clock

from alcove.index.counts import folder_state
from alcove.index.files import failures
from alcove.index.opening import open_reader
from alcove.library import Library
from alcove.search import Mode, plain

NOBODY = 65534
Step = tuple[str, str, Any]


class Desk:
    """A folder, and its indexer in this process."""

    def __init__(self, top: Path) -> None:
        self.folder = top / "documents"
        self.indexer = InProcess(top, Clock())
        self.indexer.want(bytes(self.folder))

    def take(self, step: Step) -> None:
        what, name, value = step
        path = self.folder / name
        if what == "mode":
            path.chmod(value)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(value)

    def settle(self) -> None:
        if not self.indexer.is_running:
            self.indexer.start()
        assert self.indexer.watching
        self.indexer.watching.unnoticed = True  # so that the next sweep comes, too
        self.indexer.settle()

    def report(self, words: Sequence[str]) -> dict[str, Any]:
        """Return contents, failures and hits by names below the folder, and the totals."""
        library = self.indexer.library
        with closing(open_reader(library.index)) as connection:
            contents = connection.execute("SELECT path, content_id FROM files").fetchall()
            failed = {self._name(path): reason for path, reason, _ in failures(connection)}
            missing = folder_state(connection, bytes(self.folder)).missing_since is not None
        with Library(library.root).searcher(Mode.WORDS) as searcher:
            found = {
                word: [
                    self._name(hit.path)
                    for hit in searcher.search(plain(word), mode=Mode.WORDS).hits
                ]
                for word in words
            }
        return {
            "contents": {self._name(path): content for path, content in contents},
            "failures": failed,
            "is_missing": missing,
            "found": found,
            "gone": self.indexer.state.totals.gone,
        }

    def _name(self, path: bytes) -> str:
        return os.fspath(Path(os.fsdecode(path)).relative_to(self.folder))


@contextmanager
def desk() -> Iterator[Desk]:
    """Yield a desk; make its folder removable at the end, whatever its permissions."""
    with tempfile.TemporaryDirectory() as top:
        made = Desk(Path(top))
        try:
            yield made
        finally:
            made.indexer.stop()
            for folder in (made.folder, *made.folder.iterdir()):
                folder.chmod(0o700)


def become_ordinary() -> None:
    """Give up root's rights for good; do nothing if not root."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
        tempfile.tempdir = None  # root's may be closed to others


def main(words: Sequence[str], steps: Sequence[Step]) -> None:
    """Take the steps, and print a line after each."""
    list(_taken(words, steps))  # imports what they need, which only root may read at times
    become_ordinary()
    for known in _taken(words, steps):
        print(json.dumps(known))


def _taken(words: Sequence[str], steps: Sequence[Step]) -> Iterator[dict[str, Any]]:
    with desk() as made:
        for step in steps:
            made.take(step)
            made.settle()
            yield made.report(words)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]), json.loads(sys.argv[2]))
