"""Property: after any changes of files, events and indexer, index == disk once it is idle."""

import random
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from .comparing import differences, is_whole
from .disk import Disk, Event
from .in_process import InProcess
from .lossy_watching import Fate
from .stand_ins import Clock, CoarseClock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its paths are those of POSIX")

SEQUENCES = 15
STEPS = 30

any_of = st.integers(0, 30)
changes = st.integers(0, 4)
BEGINNING = 8  # steps: after some, everything is watched; after more, the first sweep is done
fates = st.sampled_from((*[Fate.PROMPT] * 4, *Fate))


class LiveLibrary(RuleBasedStateMachine):
    """Two folders and their indexer; each rule changes the disk and its model, or the time."""

    new_clock: Callable[[], Clock] = Clock

    def __init__(self) -> None:
        super().__init__()
        self._scratch = tempfile.TemporaryDirectory()
        top = Path(self._scratch.name).resolve()
        self.clock = self.new_clock()
        self.disk = Disk(
            [bytes(top / "documents"), bytes(top / "notes")],
            before_write=partial(self.clock.before_write, top / "probe"),
        )
        self.wanted = tuple(self.disk.folders)
        self.indexer = InProcess(top, self.clock)
        self.indexer.want(*self.wanted)
        self.away = 0  # changes of the disk until a stopped indexer is started again
        for number in range(4):
            self.disk.make_folder(number, number)
            self.disk.create(number, number)
        self.settle()

    @rule(where=any_of, name=any_of, fate=fates)
    def create(self, where: int, name: int, fate: Fate) -> None:
        self._tell(self.disk.create(where, name), fate)

    @rule(where=any_of, name=any_of, fate=fates)
    def make_folder(self, where: int, name: int, fate: Fate) -> None:
        self._tell(self.disk.make_folder(where, name), fate)

    @rule(which=any_of, longer=st.booleans(), fate=fates)
    def edit(self, which: int, *, longer: bool, fate: Fate) -> None:
        self._tell(self.disk.edit(which, longer=longer), fate)

    @rule(which=any_of, fate=fates)
    def edit_keeping_size_and_time(self, which: int, fate: Fate) -> None:
        self._tell(self.disk.edit_unseen(which), fate)

    @rule(which=any_of, fate=fates)
    def save_atomically(self, which: int, fate: Fate) -> None:
        self._tell(self.disk.save_atomically(which), fate)

    @rule(which=any_of, where=any_of, fate=fates)
    def copy(self, which: int, where: int, fate: Fate) -> None:
        self._tell(self.disk.copy(which, where), fate)

    @rule(which=any_of, fate=fates)
    def empty(self, which: int, fate: Fate) -> None:
        self._tell(self.disk.empty(which), fate)

    @rule(which=any_of, where=any_of, name=any_of, fate=fates)
    def rename(self, which: int, where: int, name: int, fate: Fate) -> None:
        self._tell(self.disk.rename(which, where, name), fate)

    @rule(which=any_of, where=any_of, name=any_of, fate=fates)
    def move_tree(self, which: int, where: int, name: int, fate: Fate) -> None:
        self._tell(self.disk.move_tree(which, where, name), fate)

    @rule(which=any_of, fate=fates)
    def delete(self, which: int, fate: Fate) -> None:
        self._tell(self.disk.delete(which), fate)

    @rule(which=any_of, fate=fates)
    def delete_tree(self, which: int, fate: Fate) -> None:
        self._tell(self.disk.delete_tree(which), fate)

    @rule(which=any_of, mode=st.sampled_from((0o000, 0o400, 0o644)), fate=fates)
    def chmod(self, which: int, mode: int, fate: Fate) -> None:
        self._tell(self.disk.chmod(which, mode), fate)

    @rule(which=any_of, fate=fates)
    def replace_file_by_folder(self, which: int, fate: Fate) -> None:
        self._tell(self.disk.replace_by_folder(which), fate)

    @rule(which=any_of, fate=fates)
    def replace_folder_by_file(self, which: int, fate: Fate) -> None:
        self._tell(self.disk.replace_by_file(which), fate)

    @rule(which=any_of, fate=fates)
    def link_over(self, which: int, fate: Fate) -> None:
        self._tell(self.disk.link_over(which), fate)

    @rule(where=any_of, line=any_of, fate=fates)
    def ignore(self, where: int, line: int, fate: Fate) -> None:
        self._tell(self.disk.ignore(where, line), fate)

    @rule(both=st.booleans())
    def want(self, *, both: bool) -> None:
        self.wanted = tuple(self.disk.folders[: 1 + both])
        self.indexer.want(*self.wanted)

    @rule(seconds=st.sampled_from((0.01, 0.06, 0.5, 1.0, 3.1, 10.0)))
    def wait(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.indexer.work(2)

    @rule(steps=st.integers(1, 12))
    def work(self, steps: int) -> None:
        self.indexer.work(steps)

    @rule()
    def hold_what_is_read(self) -> None:
        self.indexer.gate.is_shut = not self.indexer.gate.is_shut

    @rule(which=any_of, how=st.sampled_from((Disk.edit_unseen, Disk.save_atomically, Disk.delete)))
    def change_while_read(self, which: int, how: Callable[[Disk, int], list[Event]]) -> None:
        self.indexer.gate.meanwhile.append(lambda: self._tell(how(self.disk, which), Fate.PROMPT))

    @rule()
    def late_events_arrive(self) -> None:
        if self.indexer.watching:
            self.indexer.watching.deliver()

    @rule(away=changes)
    def stop(self, away: int) -> None:
        self.indexer.stop()
        self.away = away

    @rule(away=changes, instructions=st.integers(0, 60))
    def kill(self, away: int, instructions: int) -> None:
        self.indexer.kill(instructions)
        self.away = away

    @rule()
    def settle(self) -> None:
        if not self.indexer.is_running:
            self.indexer.start()
        self.indexer.settle()
        words = (word for word in self.disk.words.values() if word)
        expected = self.disk.expected(self.wanted)
        found = list(differences(self.indexer.library, expected, words))
        assert not found, found

    def teardown(self) -> None:
        try:
            self.settle()
            self.indexer.stop()
            assert is_whole(self.indexer.library)
        finally:
            self.indexer.stop()
            self._scratch.cleanup()

    def _tell(self, events: list[Event], fate: Fate) -> None:
        if self.indexer.watching:
            for path, what in events:
                self.indexer.watching.happened(path, what, fate)
        elif self.away:
            self.away -= 1
        else:
            self.indexer.start()
            self.indexer.work(BEGINNING)


class CoarseLibrary(LiveLibrary):
    """The same on a disk whose clock ticks every 2 s."""

    new_clock = CoarseClock

    def __init__(self) -> None:
        with ExitStack() as stack:
            super().__init__()
            assert isinstance(self.clock, CoarseClock)
            for module in ("files.walk", "indexer.stages.reading.file_reader"):
                name = f"alcove.{module}.signature_of"
                stack.enter_context(mock.patch(name, self.clock.signature_of))
            self._patched = stack.pop_all()

    def teardown(self) -> None:
        with self._patched:
            super().teardown()


def prove(machine: type[LiveLibrary], sequences: int, number: int) -> None:
    """Run `sequences` sequences; shrink a failure and print it with the blob that repeats it."""
    run_state_machine_as_test(
        seed(number)(machine),
        settings=settings(
            max_examples=sequences,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            print_blob=True,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.explicit, Phase.generate, Phase.shrink),
        ),
    )


@pytest.mark.parametrize("machine", [LiveLibrary, CoarseLibrary])
def test_once_it_has_settled_the_index_equals_the_disk(machine: type[LiveLibrary]) -> None:
    number = random.randrange(2**32)
    print(f"seed {number}")
    prove(machine, SEQUENCES, number)
