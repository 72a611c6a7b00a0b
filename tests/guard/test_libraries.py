"""The program's libraries still work under the guard."""

import sys
from collections.abc import Callable

import pytest

InChild = Callable[[str], list[str]]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="tells what Linux does")


def test_openvino_computes(guarded: InChild) -> None:
    code = """
import numpy, openvino
from openvino import opset13
given = opset13.parameter([2], numpy.float32)
model = openvino.compile_model(openvino.Model([opset13.add(given, given)], [given]), "CPU")
print(model([numpy.ones(2, numpy.float32)])[0].tolist())
"""
    assert guarded(code) == ["[2.0, 2.0]"]


def test_torch_computes(guarded: InChild) -> None:
    assert guarded("import torch; print(torch.ones(2, 2).matmul(torch.ones(2)).tolist())") == [
        "[2.0, 2.0]"
    ]


def test_qt_runs_its_loop(guarded: InChild) -> None:
    code = """
from PySide6.QtCore import QCoreApplication, QTimer
application = QCoreApplication([])
QTimer.singleShot(0, application.quit)
print(application.exec())
"""
    assert guarded(code) == ["0"]


@pytest.mark.parametrize("start", ["fork", "spawn", "forkserver"])
def test_processes_start_and_answer(guarded: InChild, start: str) -> None:
    code = f"""
import math, multiprocessing
with multiprocessing.get_context({start!r}).Pool(1) as pool:
    print(pool.map(math.sqrt, [4.0, 9.0]))
"""
    assert guarded(code) == ["[2.0, 3.0]"]


def test_other_programs_run(guarded: InChild) -> None:
    code = "import subprocess; print(subprocess.check_output(['uname', '-s'], text=True).strip())"
    assert guarded(code) == ["Linux"]
