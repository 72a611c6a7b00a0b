"""Print the receipt for deleted personal data."""

import click

from alcove.cli.counts import counted
from alcove.personal import Receipt


def show_receipt(receipt: Receipt, what: str) -> None:
    """Print how many of `what` were deleted, and how many the library's files still contain."""
    count = receipt.deleted
    click.echo(f"Forgot {counted(count, what)}.")
    files = counted(len(receipt.files), "file")
    if receipt.found:
        click.echo(f"Something of {receipt.found:,} of them is still in {files} of the library.")
    elif count:
        click.echo(f"Nothing of it is left in {files} ({counted(receipt.bytes, 'byte')} checked).")
    if receipt.kept:
        click.echo(f"{receipt.kept:,} of the texts are kept elsewhere, as in a saved search.")
