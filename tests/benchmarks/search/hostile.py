"""Hostile questions: nothing but the grammar's own errors, and no answer that takes a second.

    python tests/benchmarks/search/hostile.py DATA [--keep LIBRARY] [--seed N] [--count N]

Indexes the documents below DATA and asks random strings in each mode: operators, quotes, emoji,
10,000 characters, control characters, SQL and tantivy syntax, right-to-left, zero-width, lone
surrogates, NUL. Exits 1 if one raises anything but QueryError, or takes longer than a second.
"""

from alcove.guard import arm

arm()

import argparse  # noqa: E402
import os  # noqa: E402
import random  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import threading  # noqa: E402
import time  # noqa: E402
from collections import Counter  # noqa: E402
from collections.abc import Iterator  # noqa: E402
from pathlib import Path  # noqa: E402

from alcove.library import Library  # noqa: E402
from alcove.search import Mode, QueryError, Searcher, parse  # noqa: E402

LIMIT = 1.0  # seconds
LONGEST = 10_000  # code points

WORDS = [
    *("the", "of", "cell", "protein", "growth", "2019", "café", "Straße", "naïve", "don't"),
    *("東京", "データ", "ภาษาไทย", "العربية", "кошка"),
]
OPERATORS = [
    *("type:", "folder:", "name:", "since:", "until:", "lang:", "similar:", "TYPE:", "-type:"),
    *("-name:", "-folder:", "note:"),
]
VALUES = [
    *("pdf", "word", "txt,md", "*.txt", "*", "?", "%", "_", "work/2025", "~", "~/x", "/tmp"),
    *("/..", "2025", "2025-13", "7d", "99999d", "de", "xx"),
]
SIGNS = [
    *'"“”„«»「」\\-+*?~^:;,()[]{}<>|&!@#$%/=`',
    *("--", '""', "\\-", '-"', "..", "🙂", "👩\u200d👩\u200d👧"),
]
FOREIGN = [
    *("' OR 1=1 --", "'; DROP TABLE files; --", "x' UNION SELECT * FROM documents", "%", "NULL"),
    *("text:fox AND NOT (a OR b)^2", "[a TO z]", '"a b"~3', "exact:*", "AND OR NOT", "/.*/"),
]
UNSEEN = ["\0", "\x1b[2J", "\x07", "\u200b", "\u200d", "\ufeff", "\u202e", "\u2066", "\u0301" * 50]
BROKEN = ["\ud800", "\udfff", "\udcff", "\U0010ffff", "\ufffe", "\ufffd"]
SPACES = [" ", " ", " ", "", "\n", "\t", "\u3000", "\u2028", "\xa0"]


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        library = Library(options.keep or Path(scratch, "library"))
        library.add([os.fsencode(options.data.resolve())])
        library.update(tell=lambda _: None, cancel=threading.Event())
        with library.searcher() as searcher:
            searcher.search(parse("warm up"))
            return _ask_all(searcher, list(_questions(random.Random(options.seed), options)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--keep", type=Path, help="library to use, and to keep")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=500)
    return parser.parse_args()


def _questions(choice: random.Random, options: argparse.Namespace) -> Iterator[str]:
    print(f"{options.count} questions, seed {options.seed}")
    kinds = [WORDS, OPERATORS, VALUES, SIGNS, FOREIGN, UNSEEN, BROKEN]
    for number in range(options.count):
        parts = choice.sample(kinds, choice.randint(1, len(kinds)))
        length = LONGEST if number % 10 == 0 else choice.choice((1, 3, 10, 100))
        yield _question(choice, parts, length)


def _question(choice: random.Random, kinds: list[list[str]], length: int) -> str:
    """About as many characters, of these kinds; now and then one part over and over, or any."""
    how = choice.random()
    if how < 0.1:
        return (choice.choice(choice.choice(kinds)) * length)[:length]
    if how < 0.2:
        return "".join(chr(choice.randrange(sys.maxunicode + 1)) for _ in range(length))
    text = ""
    while len(text) < length:
        text += choice.choice(choice.choice(kinds)) + choice.choice(SPACES)
    return text[:LONGEST]


def _ask_all(searcher: Searcher, questions: list[str]) -> int:
    outcomes, slowest = Counter[str](), (0.0, Mode.BEST, 0)
    for number, typed in enumerate(questions):
        for mode in Mode:
            started = time.perf_counter()
            outcomes[_ask(searcher, typed, mode, number)] += 1
            slowest = max(slowest, (time.perf_counter() - started, mode, number))
    seconds, mode, number = slowest
    print(", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items())))
    print(f"slowest: {seconds:.3f} s, question {number} by {mode}: {questions[number][:60]!a}")
    return 1 if outcomes["failed"] or seconds > LIMIT else 0


def _ask(searcher: Searcher, typed: str, mode: Mode, number: int) -> str:
    try:
        query = parse(typed, typing=number % 2 == 1)
        answer = searcher.search(query, mode=mode)
    except QueryError:
        return "refused by the grammar"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        print(f"question {number} by {mode}: {error!r:.200}: {typed[:60]!a}")
        return "failed"
    return "answered" if answer.hits else "answered with nothing"


if __name__ == "__main__":
    sys.exit(main())
