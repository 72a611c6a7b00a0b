"""Days as people type them."""

from datetime import datetime, timedelta

import click


class Day(click.ParamType[datetime]):
    """A day in the local time zone: YYYY-MM-DD, today or yesterday."""

    name = "date"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> datetime:
        """Return the first moment of the day, with zone."""
        if isinstance(value, datetime):
            return value
        text = str(value).strip().lower()
        days_ago = {"today": 0, "yesterday": 1}.get(text)
        if days_ago is not None:
            return midnight(datetime.now().astimezone() - timedelta(days=days_ago))
        try:
            return midnight(datetime.fromisoformat(text).replace(tzinfo=None)).astimezone()
        except ValueError:
            self.fail(
                f"“{value}” is not a date; write it as 2025-03-31, today or yesterday.", param, ctx
            )


DAY = Day()


def midnight(moment: datetime) -> datetime:
    """The beginning of the day of `moment`, in its own zone."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def next_day(day: datetime) -> datetime:
    """The first moment after the day that begins at `day`, also where clocks are changed."""
    naive = day.replace(tzinfo=None) + timedelta(days=1)
    return naive.astimezone()
