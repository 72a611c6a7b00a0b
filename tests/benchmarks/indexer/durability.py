"""What is said to be done is on the disk by then: fsync comes first, as strace sees it.

    python -m tests.benchmarks.indexer.durability [--files N]

Traces `alcove index` on a library without a model, and a command on a library that an earlier
version wrote, and demands: the settings are synced before anything is printed; a prepared model's
files before it gets its name, and the name after; the database before the words index says what it
has seen; an old version's copy before the upgrade; and every file before it is renamed.
"""

import shutil
import sqlite3
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from tests.benchmarks.running import Bench, add_options
from tests.benchmarks.texts import make_tree
from tests.benchmarks.tracing import RENAMES, SYNCS, WRITES, Call, first, is_synced, trace
from tests.benchmarks.verdicts import Verdicts

_FIRST_VERSION = Path(__file__).parents[2] / "personal" / "personal.v1.sql"


def main() -> int:
    """Prints figures; 0 if every demand is met."""
    options = read_options()
    verdicts = Verdicts()
    with tempfile.TemporaryDirectory(dir=options.scratch) as scratch:
        bench = Bench(Path(scratch).resolve())
        make_tree(bench.documents, options.files, 3, options.files, seed=7)
        printed = bench.top / "printed.txt"
        if options.models:  # then nothing is seen of a model's preparation
            shutil.copytree(options.models, bench.library.models)
        calls = trace(bench.command("index", bench.documents), bench.top / "trace", printed)
        verdicts.figure("calls on files while indexing", f"{len(calls):,}")
        check_settings(bench, calls, str(printed), verdicts)
        if not options.models:
            check_model(bench, calls, verdicts)
        check_words(bench, calls, verdicts)
        check_renames(bench, calls, verdicts)
        check_upgrade(Bench(bench.top / "old"), verdicts)
    return verdicts.code


def read_options() -> Namespace:
    parser = ArgumentParser(description="fsync comes before what it is promised for.")
    add_options(parser)
    parser.add_argument("--files", type=int, default=100)
    return parser.parse_args()


def check_settings(bench: Bench, calls: Sequence[Call], printed: str, verdicts: Verdicts) -> None:
    personal = str(bench.library.personal)
    told = first(calls, lambda call: call.name in WRITES and call.path == printed)
    assert told is not None
    changed = [c for c in calls if c.path == personal and c.name in WRITES]
    verdicts.demand(
        "the settings are written and synced before anything is printed",
        met=bool(changed)
        and changed[-1].ended < told.began
        and is_synced(calls, personal, told.began),
    )
    ended = [c for c in calls if c.path == f"{personal}-journal" and c.name.startswith("unlink")]
    verdicts.demand(
        "the end of their transaction is synced as well",
        met=bool(ended) and names_synced(calls, bench.library.root, ended[-1], told.began),
    )


def names_synced(calls: Sequence[Call], folder: Path, after: Call, before: float) -> bool:
    """Whether a folder's list of names was synced between a call and a line."""
    return any(
        c.name in SYNCS and c.path == str(folder) and after.ended < c.began and c.ended < before
        for c in calls
    )


def check_model(bench: Bench, calls: Sequence[Call], verdicts: Verdicts) -> None:
    models = bench.library.models
    named = first(
        calls,
        lambda call: call.name in RENAMES and Path(call.target).parent == models,
    )
    assert named is not None
    files = {c.path for c in calls if c.name in WRITES and c.path.startswith(f"{named.path}/")}
    loose = [path for path in files if not is_synced(calls, path, named.began)]
    verdicts.demand(
        "a model's files are synced before it gets its name",
        met=bool(files) and not loose,
        seen=f"{len(files) - len(loose)} of {len(files)}",
    )
    verdicts.demand(
        "its name is synced", met=names_synced(calls, models, named, before=float("inf"))
    )


def check_words(bench: Bench, calls: Sequence[Call], verdicts: Verdicts) -> None:
    log, state = f"{bench.library.index}-wal", str(bench.library.words / "applied.json")
    told = [call for call in calls if call.name in RENAMES and call.target == state]
    verdicts.demand(
        "the database is synced before the words index says what it has seen",
        met=bool(told) and all(is_synced(calls, log, call.began) for call in told),
        seen=f"{len(told)} times",
    )
    verdicts.demand(
        "that it said so is synced",
        met=all(names_synced(calls, bench.library.words, c, before=float("inf")) for c in told),
    )


def check_renames(bench: Bench, calls: Sequence[Call], verdicts: Verdicts) -> None:
    inside = f"{bench.library.root}/"
    renames = [c for c in calls if c.name in RENAMES and c.target.startswith(inside)]
    loose = [call for call in renames if not is_synced(calls, call.path, call.began)]
    verdicts.demand(
        "every file is synced before it is renamed",
        met=not loose,
        seen=f"{len(renames)} renames; not: {sorted({Path(c.target).name for c in loose})}",
    )


def check_upgrade(bench: Bench, verdicts: Verdicts) -> None:
    """An earlier version's personal data are copied, durably, before they are touched."""
    bench.library.root.mkdir(parents=True)
    personal = bench.library.personal
    with closing(sqlite3.connect(personal)) as connection:
        connection.executescript(_FIRST_VERSION.read_text())
    calls = trace(bench.command("status"), bench.top / "trace", bench.top / "printed.txt")
    named = first(calls, lambda call: Path(call.target).name == "personal.v1.db")
    touched = first(
        calls,
        lambda call: call.name in WRITES and call.path in {str(personal), f"{personal}-journal"},
    )
    assert named is not None
    assert touched is not None
    verdicts.demand(
        "an old version's copy is synced before it gets its name",
        met=is_synced(calls, named.path, named.began),
    )
    verdicts.demand(
        "the copy has its name, on the disk, before the upgrade",
        met=names_synced(calls, bench.library.root, named, touched.began),
    )


if __name__ == "__main__":
    sys.exit(main())
