"""Every encoder's promises about order, progress and cancelling."""

import subprocess
import sys
import threading
from typing import Any

import numpy as np
import pytest

from alcove.encoder import Encoder, PreparedModel, load
from alcove.errors import Cancelled

TEXTS = [f"note {number} " + "about the harbour " * (number % 37) for number in range(90)]


@pytest.fixture(scope="module", params=["openvino", "torch"])
def encoder(request: pytest.FixtureRequest, prepared: PreparedModel) -> Encoder:
    if request.param == "torch":
        reference: Encoder = request.getfixturevalue("reference")
        return reference
    return load(prepared, "f32")


def test_no_texts_give_no_vectors(encoder: Encoder) -> None:
    vectors = encoder.encode_passages([])
    assert vectors.shape == (0, 384)
    assert vectors.dtype == np.float32


def test_rows_are_in_the_order_of_the_texts(encoder: Encoder) -> None:
    together = encoder.encode_passages(TEXTS)
    for row in (0, 36, 37, 89):
        alone = encoder.encode_passages([TEXTS[row]])[0]
        assert together[row] @ alone > 0.99999


def test_progress_grows_to_the_number_of_texts(encoder: Encoder) -> None:
    told: list[int] = []
    encoder.encode_passages(TEXTS, progress=told.append)
    assert told == sorted(set(told))
    assert len(told) > 1
    assert told[-1] == len(TEXTS)


def test_cancelled_before_it_starts(encoder: Encoder) -> None:
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(Cancelled):
        encoder.encode_passages(TEXTS, cancel=cancel)


def test_cancelled_midway_and_used_again(encoder: Encoder) -> None:
    cancel = threading.Event()
    told: list[int] = []

    def stop_at_once(done: int) -> None:
        told.append(done)
        cancel.set()

    with pytest.raises(Cancelled):
        encoder.encode_passages(TEXTS, progress=stop_at_once, cancel=cancel)
    assert len(told) == 1
    assert encoder.encode_passages(TEXTS[:3]).shape == (3, 384)


def test_lone_surrogates_are_encoded(encoder: Encoder) -> None:
    assert encoder.encode_query("caf\udce9") @ encoder.encode_query("caf?") > 0.99999
    assert encoder.encode_passages(["\ud800"]).shape == (1, 384)


def test_threads_may_share_an_encoder(encoder: Encoder) -> None:
    expected = encoder.encode_query("harbour")
    found: list[float] = []

    def ask() -> None:
        found.extend(float(encoder.encode_query("harbour") @ expected) for _ in range(5))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    encoder.encode_passages(TEXTS[:20])
    for thread in threads:
        thread.join()
    assert len(found) == 20
    assert min(found) > 0.99999


def test_more_texts_than_are_sorted_together(prepared: PreparedModel) -> None:
    encoder = load(prepared)
    texts = [f"{number}" for number in range(1100)]
    vectors = encoder.encode_passages(texts)
    assert vectors[1090] @ encoder.encode_query("1090") > 0.9995
    assert vectors[1090] @ encoder.encode_query("1030") < 0.9995


LEAN = """
import sys
from pathlib import Path
import alcove.encoder
heavy = {"openvino", "torch", "transformers", "sentence_transformers"}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
encoder = alcove.encoder.load(Path(sys.argv[1]))
encoder.encode_query("where is the passport")
encoder.encode_passages(["in the drawer"])
heavy.remove("openvino")
assert not heavy & set(sys.modules), heavy & set(sys.modules)
"""


def test_an_answer_never_imports_torch(prepared: PreparedModel) -> None:
    command = [sys.executable, "-W", "error", "-c", LEAN, str(prepared.path)]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout, found.stderr) == (0, "", "")


def test_fewer_cores_change_nothing_but_the_speed(encoder: Encoder) -> None:
    expected = encoder.encode_passages(TEXTS[:9])
    for threads in (1, 1000, None):
        encoder.use_threads(threads)
        assert (encoder.encode_passages(TEXTS[:9]) * expected).sum(axis=1).min() > 0.99999
    encoder.use_threads(1)
    assert encoder.encode_query("harbour") @ encoder.encode_passages(["harbour"])[0] > 0.9995
    encoder.use_threads(None)


def test_one_core_has_one_batch_at_a_time(
    prepared: PreparedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    from alcove.encoder.runtime import openvino_encoder

    busy: list[int] = []
    collect = openvino_encoder._collect

    def counting(waiting: Any, idle: Any) -> Any:
        busy.append(len(waiting))
        return collect(waiting, idle)

    monkeypatch.setattr(openvino_encoder, "_collect", counting)
    encoder = load(prepared, threads=2)
    encoder.encode_passages(TEXTS)
    assert max(busy) == 4  # two streams, each with one batch in work and one waiting
    busy.clear()
    encoder.use_threads(1)
    encoder.encode_passages(TEXTS)
    assert max(busy) == 1


RELEASE = """
import gc, sys
from pathlib import Path
from alcove.encoder import load

def resident():  # MB
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6

for _ in range(3):
    encoder = load(Path(sys.argv[1]), "f32")
    encoder.encode_query("where is the passport")
    encoder.encode_passages(["in the drawer " * 40] * 64)
    loaded = resident()
    del encoder
    gc.collect()
    print(loaded - resident())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_an_encoder_that_is_dropped_gives_its_memory_back(prepared: PreparedModel) -> None:
    command = [sys.executable, "-c", RELEASE, str(prepared.path)]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    assert min(map(float, found.stdout.split())) > 90  # the weights in f32 alone, in MB
