"""A failure prints its place in the program, and no text of a document."""

import subprocess
import sys

FAILING = """
import logging, threading
from alcove.indexer import keep_private
keep_private()
def read():
    raise ValueError("a secret of the user's")
thread = threading.Thread(target=read)
thread.start()
thread.join()
logging.getLogger("watchdog.observers").warning("events were lost below %r", "/home/secret")
read()
"""


def test_failures_and_warnings_print_no_message() -> None:
    done = subprocess.run([sys.executable, "-c", FAILING], capture_output=True, text=True)
    assert done.returncode == 1
    assert "secret" not in done.stdout + done.stderr
    assert done.stderr.count("ValueError (what it says is left out)") == 2
    assert "in read" in done.stderr
