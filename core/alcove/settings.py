"""What the user wants: folders and model, kept with personal data, apart from what is derived."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database, Migrations

from alcove.errors import LibraryError

PERSONAL_VERSION = 1

migrations = Migrations("personal")


@migrations()
def _create_settings(db: Database) -> None:
    db.table("folders").create({"path": bytes}, pk="path")
    db.table("settings").create({"key": str, "value": str}, pk="key")
    db.execute(f"PRAGMA user_version = {PERSONAL_VERSION}")


@dataclass(frozen=True, slots=True)
class LibraryFolder:
    """The one folder that holds everything Alcove keeps, and where each thing lies in it."""

    root: Path

    @property
    def index(self) -> Path:
        """The database: files, documents, passages, vectors. Derived."""
        return self.root / "index.db"

    @property
    def words(self) -> Path:
        """The words index, derived from the database."""
        return self.root / "words"

    @property
    def personal(self) -> Path:
        """What cannot be derived: settings, later history and judgments."""
        return self.root / "personal.db"

    @property
    def models(self) -> Path:
        """One folder for each converted model, named by its id."""
        return self.root / "models"

    @property
    def lock(self) -> Path:
        """Held by the one indexer."""
        return self.root / "indexer.lock"


@dataclass(frozen=True, slots=True)
class Settings:
    """The wish that the index is brought to equal.

    Attributes:
        folders: absolute paths as bytes, sorted; never with a trailing separator.
        model: id of a prepared model, or None for the bundled one.
    """

    folders: tuple[bytes, ...] = ()
    model: str | None = None


def load(path: Path) -> Settings:
    """Read the settings in the personal database at `path`; defaults where there is none yet."""
    if not path.exists():
        return Settings()
    with _opened(path) as db:
        return _read(db)


def change(path: Path, edit: Callable[[Settings], Settings]) -> Settings:
    """Replace the settings by `edit(settings)` in one durable transaction and return the new ones.

    The transaction is the lock: a second process that edits waits for the first.
    """
    with _opened(path) as db:
        db.execute("BEGIN IMMEDIATE")
        try:
            _write(db, edit(_read(db)))
            settings = _read(db)
        except BaseException:
            db.rollback()
            raise
        db.commit()
        return settings


@contextmanager
def _opened(path: Path) -> Iterator[Database]:
    # A rollback journal and EXTRA: several processes write here, and a power cut may lose nothing.
    # https://sqlite.org/pragma.html#pragma_synchronous
    db = None
    try:
        connection = sqlite3.connect(path, timeout=30, isolation_level=None)
        db = Database(connection, execute_plugins=False)
        _refuse_newer(db)
        db.execute("PRAGMA synchronous = EXTRA")
        if migrations.pending(db):
            migrations.apply(db)
        yield db
    except sqlite3.DatabaseError as error:
        raise LibraryError(
            f"the personal data in {path} cannot be read or written: {error}",
            advice="Check the disk and its free space, or put back a backup of that file.",
        ) from error
    finally:
        if db is not None:
            db.close()


def _refuse_newer(db: Database) -> None:
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > PERSONAL_VERSION:
        raise LibraryError(
            f"a newer Alcove wrote this library (personal data version {version}, "
            f"this program knows {PERSONAL_VERSION})",
            advice="Update Alcove. Nothing was changed.",
        )


def _read(db: Database) -> Settings:
    folders = tuple(row[0] for row in db.execute("SELECT path FROM folders ORDER BY path"))
    values = {key: json.loads(value) for key, value in db.execute("SELECT * FROM settings")}
    return Settings(folders=folders, model=values.get("model"))


def _write(db: Database, settings: Settings) -> None:
    db.execute("DELETE FROM folders")
    db.table("folders").insert_all({"path": path} for path in sorted(set(settings.folders)))
    db.table("settings").upsert({"key": "model", "value": json.dumps(settings.model)}, pk="key")
