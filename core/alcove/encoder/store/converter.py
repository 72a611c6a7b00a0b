"""The parent's side of a conversion: starting the child, stopping it, and hearing from it."""

import json
import os
import subprocess
import threading
from pathlib import Path
from typing import Any

from alcove.encoder.protocol import raise_if_set
from alcove.errors import ModelError
from alcove.system.frozen import module_command

_LOOK_EVERY = 0.1  # seconds between two looks at the cancel token


def convert_in_child(
    source: Path, target: Path, name: str, cancel: threading.Event | None = None
) -> None:
    """Converts a model folder into an empty one, in a process of its own.

    The child dies with the thread that calls this (`end_with_parent`), which waits for it here.

    Raises:
        ModelError: the model was refused, or the child died.
        Cancelled: `cancel` was set; the child is gone.
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
    """The child's answer; its pipe to us holds it whole, so that it never waits for us."""
    while child.poll() is None:
        raise_if_set(cancel)
        try:
            child.wait(_LOOK_EVERY)
        except subprocess.TimeoutExpired:
            continue
    assert child.stdout is not None
    try:
        answer: dict[str, Any] = json.loads(child.stdout.read())
    except ValueError:
        return {"error": f"the conversion ended with {child.returncode}", "advice": "Try again."}
    return answer
