"""Truncated vectors are the beginnings of the full ones, L2-normalised again."""

import numpy as np

from alcove.evaluate.dimensions import cut_table, truncate
from alcove.index.vectors import PassageTable

IDS = np.arange(3)


def test_rows_are_cut_and_normalised() -> None:
    rows = np.array([[3, 4, 12], [0, 0, 1]], np.float32)
    assert np.allclose(truncate(rows, 2), np.array([[0.6, 0.8], [0, 0]]))


def test_a_cut_table_keeps_its_passages_and_is_rounded_as_stored() -> None:
    vectors = truncate(np.random.default_rng(1).normal(size=(2, 8)).astype(np.float32), 8)
    table = PassageTable(IDS, IDS, np.array([0, -1, 1]), vectors)
    short = cut_table(table, 4)

    assert short.vectors.shape == (2, 4)
    assert short.vectors.dtype == np.float32
    assert np.array_equal(short.vectors, short.vectors.astype(np.float16))
    assert np.allclose(np.linalg.norm(short.vectors, axis=1), 1, atol=1e-3)
    assert short.rows is table.rows
    assert short.coverage == table.coverage
