"""The window and the command line do with a library what `Library` has a method for, no other way.

From below it they take types and constants. `alcove.preload` goes round it, as it is there to begin
before `Library` can be imported; and `alcove.evaluate`, which is no interface, lies below.
"""

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from alcove.layout import LibraryFolder

ROOT = Path(__file__).resolve().parents[1]
INTERFACES = ("core/alcove/cli", "desktop/alcove_desktop")
BELOW = tuple(f"alcove.{room}" for room in ("library", "indexer", "index", "personal", "encoder"))
MAY = {("alcove.indexer", "keep_private")}
"""It redacts what is logged, before there is a library."""
_PLACES = {name for name in vars(LibraryFolder) if not name.startswith("_")}


def test_the_interfaces_go_through_the_facade() -> None:
    modules = [file for room in INTERFACES for file in (ROOT / room).rglob("*.py")]
    sources = {file: file.read_text(encoding="utf-8") for file in modules}
    found = {
        file.relative_to(ROOT).as_posix(): ways
        for file, source in sources.items()
        if (ways := list(ways_round(source)))
    }
    assert found == {}
    assert any("library.models.use(" in source for source in sources.values())  # they were read


@pytest.mark.parametrize(
    "planted",
    [
        "overview_of(self._library.folder)",
        "folder = library.folder",
        "exists = given.folder.index.exists()",
        "from alcove.library.report.overview import overview_of",
        "def late():\n    from alcove.library.preferences import PREFERENCES, set_preference",
        "from alcove.library.ignoring import own_rules",
        "from alcove.index.opening import open_reader as opened",
        "from alcove.personal import LibraryFolder",
        "from alcove.layout import LibraryFolder",
        "import alcove.library.why",
    ],
)
def test_what_is_planted_is_found(planted: str) -> None:
    assert len(list(ways_round(planted))) == 1


def test_types_constants_and_the_facade_may_be_imported() -> None:
    allowed = (
        "from alcove.library import Library, Status\n"
        "from alcove.index.counts import IndexCounts\n"
        "from alcove.personal.history import MOST\n"
        "from alcove.indexer import keep_private\n"
        "folder = options.folder\n"
    )
    assert list(ways_round(allowed)) == []


def ways_round(source: str) -> Iterator[str]:
    """Yield what of a module goes round `Library`."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names if name.name.startswith(BELOW))
            case ast.ImportFrom(module=str(module), names=names):
                yield from (
                    f"{module}.{name.name}" for name in names if not _may(module, name.name)
                )
            case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr="folder"):
                if owner.endswith("library"):
                    yield ast.unparse(node)
            case ast.Attribute(value=ast.Attribute(attr="folder", value=owned), attr=place):
                if place in _PLACES and not ast.unparse(owned).endswith("library"):
                    yield ast.unparse(node)


def _may(module: str, name: str) -> bool:
    """Whether an interface may import it: a type, a constant, or what is none of a library's."""
    if name == LibraryFolder.__name__:
        return False
    if (module, name) in MAY or not f"{module}.".startswith(tuple(f"{room}." for room in BELOW)):
        return True
    thing = getattr(import_module(module), name, None)
    return not (thing is None or inspect.isroutine(thing) or inspect.ismodule(thing))
