"""Background work is throttled as long as each reason demands."""

import subprocess
import sys
from dataclasses import replace
from math import inf
from pathlib import Path

import psutil
import pytest

from alcove.indexer.control.state import Pause
from alcove.indexer.pace import (
    GRACE,
    SystemLoad,
    Throttle,
    cores,
    memory,
    resident,
    runs_on_battery,
)
from alcove.personal import Pace, Settings

from .stand_ins import Clock


class System:
    """A computer with a battery state and a load that the test sets."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.on_battery = False
        self.others = 0.0
        self.throttle = Throttle(
            self.clock, on_battery=lambda: self.on_battery, others=lambda: self.others
        )

    def later(self) -> None:
        """Advance the clock until battery and load are checked again."""
        self.clock.advance(60.0)


@pytest.fixture
def system() -> System:
    return System()


@pytest.mark.skipif(sys.platform != "linux", reason="where Linux tells of batteries")
def test_an_unknown_battery_state_counts_as_no_battery(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("psutil._pslinux.POWER_SUPPLY_PATH", str(tmp_path / "no-sys"))
    assert not runs_on_battery()


def test_nothing_slows_down_a_computer_that_is_free(system: System) -> None:
    assert system.throttle.rest(100.0, Settings()) == (0.0, None)


def test_the_first_seconds_of_work_are_never_slowed_down(system: System) -> None:
    system.on_battery = True
    assert system.throttle.rest(GRACE - 1, Settings()) == (0.0, None)
    assert system.throttle.rest(2.0, Settings()) == (6.0, Pause.BATTERY)


def test_after_idleness_there_is_grace_again(system: System) -> None:
    system.on_battery = True
    system.throttle.rest(100.0, Settings())
    system.throttle.idle()
    assert system.throttle.rest(1.0, Settings()) == (0.0, None)


def test_slow_work_takes_a_quarter_of_the_time(system: System) -> None:
    system.others = 0.9
    assert system.throttle.rest(10.0, Settings()) == (30.0, Pause.BUSY)


def test_the_slower_of_two_paces_holds(system: System) -> None:
    system.on_battery, system.others = True, 0.9
    settings = Settings(on_battery=Pace.SLOW, when_busy=Pace.PAUSE)
    assert system.throttle.rest(10.0, settings) == (inf, Pause.BUSY)
    assert system.throttle.must_pause(settings) is Pause.BUSY


def test_full_speed_is_what_was_asked_for(system: System) -> None:
    system.on_battery, system.others = True, 0.9
    settings = Settings(on_battery=Pace.FULL, when_busy=Pace.FULL)
    assert system.throttle.rest(100.0, settings)[0] == 0.0


def test_slow_work_is_no_pause(system: System) -> None:
    system.on_battery = True
    system.throttle.rest(100.0, Settings())
    assert system.throttle.must_pause(Settings()) is None


def test_a_pause_ends_with_its_reason(system: System) -> None:
    settings = replace(Settings(), on_battery=Pace.PAUSE)
    system.on_battery = True
    system.throttle.rest(100.0, settings)
    assert system.throttle.must_pause(settings) is Pause.BATTERY
    system.on_battery = False
    system.later()
    assert system.throttle.must_pause(settings) is None


def test_other_programs_at_half_the_cores_are_no_reason_yet(system: System) -> None:
    system.others = 0.5
    assert system.throttle.rest(100.0, Settings()) == (0.0, None)


def test_the_load_of_others_is_a_share() -> None:
    load = SystemLoad()
    assert all(0.0 <= load.others() <= 1.0 for _ in range(3))


@pytest.mark.skipif(sys.platform == "win32", reason="our own work is taken off there")
@pytest.mark.parametrize(
    ("busy", "idle", "share"),
    [(3.0, 1.0, 0.75), (3.0, -2.0, 1.0), (3.0, -4.0, 0.0), (-1.0, 4.0, 0.0)],
)
def test_counters_that_ran_backwards_give_a_share_too(
    busy: float, idle: float, share: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = [psutil.cpu_times()]
    monkeypatch.setattr(psutil, "cpu_times", lambda: times[-1])
    load = SystemLoad()
    times.append(times[0]._replace(user=times[0].user + busy, idle=times[0].idle + idle))
    assert load.others() == pytest.approx(share)


def test_at_least_one_core_is_used_and_no_more_than_there_are() -> None:
    everything = cores(Settings(cores=100_000))
    assert cores(Settings(cores=1)) == 1
    assert 1 <= cores(Settings()) <= everything < 100_000


def test_a_child_that_ends_while_memory_is_counted_holds_none() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        known = psutil.Process(child.pid)
        child.kill()
    assert resident(known) == 0
    assert memory() > 0


STEPS_ASIDE = """
import psutil
from alcove.indexer.pace import step_aside
step_aside()
print(psutil.Process().nice())
try:
    print(open("/proc/self/autogroup").read())
except OSError:
    pass
"""


def _step_aside(*, own_session: bool) -> tuple[int, str]:
    """Return the niceness of a process that stepped aside, and its session's on Linux, if any."""
    done = subprocess.run(
        [sys.executable, "-c", STEPS_ASIDE],
        capture_output=True,
        text=True,
        check=True,
        start_new_session=own_session,
    )
    niceness, _, session = done.stdout.partition("\n")
    return int(niceness), session.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="sessions are scheduled so on Linux alone")
def test_a_session_of_its_own_steps_aside_as_a_whole() -> None:
    niceness, session = _step_aside(own_session=True)
    assert niceness >= 10
    if not session:
        pytest.skip("this kernel does not schedule sessions as a whole")
    assert session.endswith(" nice 10")


@pytest.mark.skipif(sys.platform != "linux", reason="sessions are scheduled so on Linux alone")
def test_a_session_of_others_stays_as_it_is() -> None:
    ours = Path("/proc/self/autogroup")
    before = ours.read_text().strip() if ours.exists() else ""
    niceness, session = _step_aside(own_session=False)
    assert niceness >= 10
    assert session == before
