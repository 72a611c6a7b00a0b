"""Run a conversion in a child process: start it, wait for its answer, kill it on cancel."""

import json
import os
import subprocess
import threading
from pathlib import Path
from typing import Any

from alcove.encoder.protocol import raise_if_set
from alcove.errors import ModelError
from alcove.system.frozen import module_command

_POLL_INTERVAL = 0.1  # seconds between two checks of the cancel token


def convert_in_child(
    source: Path, target: Path, name: str, cancel: threading.Event | None = None
) -> None:
    """Convert a model folder into an empty folder, in a child process; wait for it.

    The child dies with the calling thread (`end_with_parent`).

    Raises:
        ModelError: the model was refused, or the child died.
        Cancelled: `cancel` was set; the child has ended.
    """
    program = module_command("alcove.encoder.conversion.process")
    command = [*program, str(source), str(target), name, str(os.getpid())]
    child = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    with child:
        try:
            answer = _wait(child, cancel)
        finally:
            child.kill()
    if "error" in answer:
        raise ModelError(f"{source} cannot be used: {answer['error']}", advice=answer["advice"])


def _wait(child: subprocess.Popen[bytes], cancel: threading.Event | None) -> dict[str, Any]:
    """Return the child's answer; the whole answer fits into the pipe, so the child never blocks."""
    while child.poll() is None:
        raise_if_set(cancel)
        try:
            child.wait(_POLL_INTERVAL)
        except subprocess.TimeoutExpired:
            continue
    assert child.stdout is not None
    try:
        answer: dict[str, Any] = json.loads(child.stdout.read())
    except ValueError:
        return {"error": f"the conversion ended with {child.returncode}", "advice": "Try again."}
    return answer
