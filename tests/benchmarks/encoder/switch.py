"""Switch the model while queries run: none fails, none is answered without a hit.

    python -m tests.benchmarks.encoder.switch [--files N] [--source FOLDER] [--only MODEL]
        [--seed N]

Makes two models of the bundled one, or of that in FOLDER: with another pooling, and with a shorter
window, for which every document is split again. `alcove model import` and `alcove model use` bring
them in one after the other under a running `alcove watch`. Meanwhile one thread opens the library
for each question, as a command does; another keeps it open for a while, as a window does.
"""

from alcove.guard import arm

arm()

import json  # noqa: E402
import random  # noqa: E402
import shutil  # noqa: E402
import sys  # noqa: E402
import threading  # noqa: E402
import time  # noqa: E402
from argparse import ArgumentParser, Namespace  # noqa: E402
from collections.abc import Iterator  # noqa: E402
from contextlib import contextmanager  # noqa: E402
from dataclasses import dataclass, field  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

from tests.benchmarks.equality import faults  # noqa: E402
from tests.benchmarks.running import Bench, add_options, fresh  # noqa: E402
from tests.benchmarks.texts import make_tree  # noqa: E402
from tests.benchmarks.verdicts import Verdicts  # noqa: E402

from alcove.encoder import bundled_model  # noqa: E402
from alcove.library import Library  # noqa: E402
from alcove.search import Searcher, plain  # noqa: E402

QUESTIONS = ("a ship in the harbour", "copper kettle", "who keeps the ledger", "winter garden")
KEPT_OPEN = 40  # questions
_CLS = {
    "word_embedding_dimension": 384,
    "pooling_mode_cls_token": True,
    "pooling_mode_mean_tokens": False,
}
MODELS: dict[str, dict[str, Any]] = {
    "other pooling": {"1_Pooling/config.json": _CLS},
    "shorter window": {"sentence_bert_config.json": {"max_seq_length": 96}},
}


@dataclass
class Answers:
    """The answers that one thread received. Only that thread writes to it.

    Attributes:
        given: answers with a hit.
        empty: answers without one.
        failed: errors raised instead of an answer.
        slowest: seconds of the slowest answer.
    """

    given: int = 0
    empty: int = 0
    failed: list[str] = field(default_factory=list)
    slowest: float = 0.0

    def ask(self, searcher: Searcher, chance: random.Random) -> None:
        started = time.monotonic()
        hits = searcher.search(plain(chance.choice(QUESTIONS))).hits
        self.slowest = max(self.slowest, time.monotonic() - started)
        self.given += bool(hits)
        self.empty += not hits


def main() -> int:
    """Print figures; return 0 if every demand is met."""
    options = read_options()
    verdicts = Verdicts(timed=not options.untimed)
    print(f"seed {options.seed}, {options.files} files")
    with fresh(options) as bench:
        make_tree(bench.documents, options.files, 5, options.files, options.seed)
        bench.run("index", bench.documents)
        with bench.watching():
            bench.rest()
            for name in options.only or MODELS:
                use(bench, name, MODELS[name], options, verdicts)
            wrong = faults(bench.library, bench.documents)
        verdicts.demand("the index is what the disk is", met=not wrong, seen="; ".join(wrong))
    return verdicts.code


def read_options() -> Namespace:
    parser = ArgumentParser(description="Questions while the model changes.")
    add_options(parser)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--source", type=Path, default=bundled_model(), help="a model's folder")
    parser.add_argument("--only", action="append", choices=MODELS, help="this model alone")
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    return parser.parse_args()


def use(
    bench: Bench, name: str, changes: dict[str, Any], options: Namespace, verdicts: Verdicts
) -> None:
    """Import and use the model with these other settings, while queries run."""
    source = bench.top / name
    shutil.copytree(options.source, source)
    for file, content in changes.items():
        (source / file).write_text(json.dumps(content))
    started = time.monotonic()
    with asking(bench, options.seed) as (reopened, kept_open):
        bench.run("model", "import", source, "--name", name)
        bench.run("model", "use", name)
    verdicts.figure(name, f"serves after {time.monotonic() - started:.0f} s")
    for what, answers in (("opened for each", reopened), ("kept open", kept_open)):
        shown = f"{answers.given:,} answered, slowest {answers.slowest:.2f} s"
        failed = f"{len(answers.failed)} failed {sorted(set(answers.failed))[:3]}"
        verdicts.demand(
            f"{name}, library {what}: each question is answered",
            met=answers.given > 0 and not answers.empty and not answers.failed,
            seen=f"{shown}, {answers.empty} empty, {failed}",
        )
    status = json.loads(bench.run("status", "--json"))
    serves = status["model"] == name and status["coverage"] == 1
    verdicts.demand(f"{name} serves, with every passage", met=serves)


@contextmanager
def asking(bench: Bench, seed: int) -> Iterator[tuple[Answers, Answers]]:
    """Query on two threads until the block ends: one opens for each query, one now and then."""
    ended, answers = threading.Event(), (Answers(), Answers())
    library = Library(bench.library.root)
    threads = [
        threading.Thread(target=ask_on, args=(library, a, in_a_row, ended, random.Random(seed)))
        for a, in_a_row in zip(answers, (1, KEPT_OPEN), strict=True)
    ]
    for thread in threads:
        thread.start()
    try:
        yield answers
    finally:
        ended.set()
        for thread in threads:
            thread.join()


def ask_on(
    library: Library,
    answers: Answers,
    in_a_row: int,
    ended: threading.Event,
    chance: random.Random,
) -> None:
    while not ended.is_set():
        try:
            with library.searcher() as searcher:
                for _ in range(in_a_row):
                    answers.ask(searcher, chance)
        except Exception as error:  # noqa: BLE001 - any is what this run looks for
            answers.failed.append(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    sys.exit(main())
