"""SQL stands where what is stored is known: in the index and in personal data, and nowhere else."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
_MAY = ("core/alcove/index/", "core/alcove/personal/")
_CALLS = {"execute", "executemany", "executescript", "create_function", "create_aggregate"}
_WORDS = re.compile(
    r"\b(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|ATTACH|VACUUM|PRAGMA|SAVEPOINT"
    r"|BEGIN|COMMIT|ROLLBACK|FROM|JOIN|WHERE|VALUES|UNION|LIMIT|(ORDER|GROUP) BY"
    r"|AND|OR|NOT|IN|IS|NULL|BETWEEN|LIKE)\b"
)


def test_sql_stands_in_the_index_and_in_personal_data_alone() -> None:
    modules = [file for room in ("core", "desktop") for file in (ROOT / room).rglob("*.py")]
    names = {file: file.relative_to(ROOT).as_posix() for file in modules}
    found = {
        name: places
        for file, name in names.items()
        if not name.startswith(_MAY) and (places := list(sql_in(file.read_text(encoding="utf-8"))))
    }
    assert found == {}
    assert any(  # so that a search for nothing is noticed
        list(sql_in(file.read_text(encoding="utf-8")))
        for file, name in names.items()
        if name.startswith(_MAY)
    )


@pytest.mark.parametrize(
    "planted",
    [
        'connection.execute("select 1")',
        "store.db.executemany(statement, rows)",
        "connection.create_function(name, 2, test)",
        'query = "SELECT id FROM files"',
        'clause = f"{column} IN ({marks})"',
        'sql += " AND f.path = ?"',
        'with db.conn: run("PRAGMA data_version")',
    ],
)
def test_what_is_planted_is_found(planted: str) -> None:
    assert [
        line for line, _ in sql_in(f'"""SELECT: a docstring may say so."""\n\n{planted}\n')
    ] == [3]


def sql_in(source: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of the strings with a word of SQL, and of the calls that take some."""
    tree = ast.parse(source)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr=name)) if name in _CALLS:
                yield node.lineno, name
            case ast.Constant(value=str(text)) if id(node) not in docstrings:
                if _WORDS.search(text):
                    yield node.lineno, text
