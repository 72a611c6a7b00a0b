"""Bootstrap intervals over questions, on distributions whose intervals are known."""

import numpy as np
import pytest

from alcove.evaluate.bootstrap import difference, estimates, random_halves


def test_figures_that_do_not_vary_have_no_interval() -> None:
    (one,) = estimates(np.full((50, 1), 0.4))
    assert (one.mean, one.low, one.high) == pytest.approx((0.4, 0.4, 0.4))


def test_the_interval_of_a_mean_is_that_of_the_normal_distribution() -> None:
    values = np.random.default_rng(1).normal(0.5, 0.2, (400, 1))
    (one,) = estimates(values)
    half = 1.96 * values.std() / np.sqrt(400)
    assert one.mean == pytest.approx(values.mean())
    assert one.high - one.mean == pytest.approx(half, rel=0.06)
    assert one.mean - one.low == pytest.approx(half, rel=0.06)


def test_nineteen_of_twenty_intervals_hold_the_true_mean() -> None:
    sets = np.random.default_rng(2).random((40, 400)) < 0.7
    held = [one.low <= 0.7 <= one.high for one in estimates(sets.astype(float))]
    assert 0.91 <= np.mean(held) <= 0.98


def test_the_same_figures_have_the_same_interval_beside_whatever_others() -> None:
    values = np.random.default_rng(3).random((60, 2))
    beside, alone = estimates(values)[1], estimates(values[:, 1:])[0]
    assert (beside.low, beside.high) == pytest.approx((alone.low, alone.high))


def test_pairs_show_what_single_intervals_hide() -> None:
    generator = np.random.default_rng(4)
    hard = generator.random(200)
    one, other = hard + 0.02 + generator.normal(0, 0.01, 200), hard
    apart = estimates(np.stack((one, other), axis=1))
    assert apart[0].low < apart[1].high
    gain = difference(one, other)
    assert gain.low > 0.015
    assert gain.high < 0.025


def test_halves_are_different_halves_and_the_same_each_time() -> None:
    halves = random_halves(101, 3)
    assert [len(set(half.tolist())) for half in halves] == [50, 50, 50]
    assert len({tuple(half) for half in halves}) == 3
    again = random_halves(101, 3)
    assert all((one == other).all() for one, other in zip(halves, again, strict=True))
    assert random_halves(1, 1)[0].tolist() == [0]
