"""Icons, style sheets and translations, and the one loader that reads them."""

from importlib.resources import files


def read_text(path: str) -> str:
    """The text of a resource, such as "styles/10-base.qss".

    Raises:
        FileNotFoundError: there is none of that name.
    """
    return files(__name__).joinpath(path).read_text(encoding="utf-8")


def read_bytes(path: str) -> bytes:
    """The bytes of a resource; for errors see `read_text`."""
    return files(__name__).joinpath(path).read_bytes()


def names(folder: str) -> list[str]:
    """The names of the resources in a folder, sorted; none where there is no such folder."""
    place = files(__name__).joinpath(folder)
    return sorted(entry.name for entry in place.iterdir()) if place.is_dir() else []
