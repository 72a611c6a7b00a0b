"""What a recorded run demands, printed as it is met or missed."""

from dataclasses import dataclass


@dataclass
class Verdicts:
    """Prints figures with PASS or FAIL and counts what failed.

    Attributes:
        timed: whether times are judged; where a machine is shared, they are only shown.
        failed: how many demands were missed.
    """

    timed: bool = True
    failed: int = 0

    def figure(self, what: str, value: object) -> None:
        """Show what nothing is demanded of."""
        print(f"      {what}: {value}", flush=True)

    def demand(self, what: str, *, met: bool, seen: object = "") -> None:
        """Show whether something holds that always has to."""
        self.failed += not met
        print(f"{'PASS' if met else 'FAIL'}  {what}{f': {seen}' if seen != '' else ''}", flush=True)

    def at_most(self, what: str, value: float, bar: float, unit: str = "s") -> None:
        """Show a time, or a share of the processor, beside the most that it may be."""
        shown = f"{value:.2f} {unit} (at most {bar:g})"
        if self.timed:
            self.demand(what, met=value <= bar, seen=shown)
        else:
            self.figure(what, shown)

    @property
    def code(self) -> int:
        """What to exit with."""
        return int(self.failed > 0)
