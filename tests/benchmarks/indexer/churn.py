"""Files that change all the time: written, saved over, moved and deleted, decided by a seed."""

import random
import time
from pathlib import Path

from tests.benchmarks.texts import make_text

FOLDERS = 7
_PAUSE = 0.01  # seconds between two changes, at most
_COPIES = 0.1  # the share of files that are a copy of another


class Churn:
    """About the same number of files below one folder, whatever happens to each."""

    def __init__(self, folder: Path, files: int, chance: random.Random) -> None:
        """Make the files."""
        self._folder = folder
        self._files = files
        self._chance = chance
        self._made = 0
        self._paths: list[Path] = []
        for number in range(FOLDERS):
            (folder / f"part {number}").mkdir(exist_ok=True)
        for _ in range(files):
            self._create()

    def go_on(self, seconds: float) -> None:
        """Change files for so long."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.step()
            time.sleep(self._chance.uniform(0, 2 * _PAUSE))

    def step(self) -> None:
        """Change one file."""
        if len(self._paths) < self._files:
            self._create()
            return
        change = self._chance.choice((self._write, self._save, self._move, self._delete))
        change(self._chance.randrange(len(self._paths)))

    def _create(self) -> None:
        self._made += 1
        path = self._place(self._made)
        if self._paths and self._chance.random() < _COPIES:
            path.write_bytes(self._chance.choice(self._paths).read_bytes())
        else:
            path.write_text(make_text(self._chance))
        self._paths.append(path)

    def _write(self, number: int) -> None:
        self._paths[number].write_text(make_text(self._chance))

    def _save(self, number: int) -> None:
        """As editors do: a new file takes the old one's name."""
        draft = self._paths[number].with_suffix(".tmp~")
        draft.write_text(make_text(self._chance))
        draft.replace(self._paths[number])

    def _move(self, number: int) -> None:
        self._made += 1
        self._paths[number] = self._paths[number].rename(self._place(self._made))

    def _delete(self, number: int) -> None:
        self._paths.pop(number).unlink()

    def _place(self, number: int) -> Path:
        inside = self._folder / f"part {self._chance.randrange(FOLDERS)}"
        return inside / f"{number:06}.{('txt', 'md')[number % 2]}"
